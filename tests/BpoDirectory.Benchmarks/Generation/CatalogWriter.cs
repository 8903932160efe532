using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Generation;

/// <summary>Writes invented functions and departments in bulk, inside the transaction that the connection is in.</summary>
internal sealed class CatalogWriter : IDisposable
{
    private static readonly DateTime FirstChange = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    private static readonly (string City, string Country)[] Cities =
        [("Manila", "PH"), ("Cebu", "PH"), ("Berlin", "DE"), ("Lisbon", "PT"), ("Bengaluru", "IN"), ("Toronto", "CA"), ("Bogotá", "CO"),
            ("Nairobi", "KE")];

    private static readonly string[] Tags = ["en", "fil", "de", "pt-PT", "hi", "fr", "es", "sw"];

    private readonly ExistingCatalog _existing;
    private readonly List<RowInserter> _inserters = [];
    private readonly RowInserter _departments, _departmentSources, _officeSources, _aliases, _aliasSources, _responsibilities,
    _responsibilitySources, _channels, _hours,
        _people, _roles, _sites, _siteMembers, _languages, _languageMembers, _functions, _synonyms, _owners, _ownerSources, _lines, _types;
    private readonly int[] _ownersOfFunction;
    private readonly int[] _departmentsOfLine;
    private readonly int[] _departmentsOfType;
    private long _alias, _responsibility, _owner;

    public CatalogWriter(SqliteConnection connection, ExistingCatalog existing, int functions)
    {
        _existing = existing;
        (_alias, _responsibility, _owner) =
            (existing.LastKeys["DepartmentAliases"], existing.LastKeys["Responsibilities"], existing.LastKeys["FunctionOwners"]);
        _ownersOfFunction = new int[functions];
        _departmentsOfLine = new int[existing.ServiceLines.Count];
        _departmentsOfType = new int[existing.OutsourcingTypes.Count];
        _departments = Into(
            "Departments", "Id", "Slug", "Name", "NameKey", "Summary", "Description", "Icon", "Office", "OfficeBasis", "OfficeReason",
            "Side", "ParentId", "Version", "UpdatedAt", "IsArchived", "TimeZone", "IsAlwaysOpen");
        _departmentSources = Into("DepartmentSource", "DepartmentId", "SourcesId");
        _officeSources = Into("DepartmentOfficeSource", "Department1Id", "OfficeSourcesId");
        _aliases = Into("DepartmentAliases", "Id", "DepartmentId", "Name", "NameKey", "Rank");
        _aliasSources = Into("DepartmentAliasSource", "DepartmentAliasId", "SourcesId");
        _responsibilities = Into("Responsibilities", "Id", "DepartmentId", "Rank", "Text", "Detail");
        _responsibilitySources = Into("ResponsibilitySource", "ResponsibilityId", "SourcesId");
        _channels = Into("DepartmentChannels", "DepartmentId", "Rank", "Kind", "Value", "Label");
        _hours = Into("OpeningIntervals", "DepartmentId", "Rank", "FirstDay", "LastDay", "Opens", "Closes");
        _people = Into(
            "People", "Id", "Slug", "Name", "NameKey", "Position", "Email", "Phone", "HasLeft", "Version", "UpdatedAt", "IsArchived");
        _roles = Into("DepartmentPeople", "DepartmentId", "PersonId", "Role", "Rank");
        _sites = Into("Sites", "Id", "Slug", "Name", "NameKey", "City", "Country", "Version", "UpdatedAt", "IsArchived");
        _siteMembers = Into("DepartmentSite", "DepartmentsId", "SitesId");
        _languages = Into("Languages", "Id", "Tag", "Name");
        _languageMembers = Into("DepartmentLanguage", "DepartmentId", "LanguagesId");
        _functions = Into(
            "BusinessFunctions", "Id", "Slug", "Name", "NameKey", "Description", "Situations", "Version", "UpdatedAt", "IsArchived");
        _synonyms = Into("FunctionSynonym", "BusinessFunctionId", "Text", "TextKey", "Rank");
        _owners = Into("FunctionOwners", "Id", "BusinessFunctionId", "DepartmentId", "Rank");
        _ownerSources = Into("FunctionOwnerSource", "FunctionOwnerId", "SourcesId");
        _lines = Into("ServiceLineDepartment", "ServiceLineId", "DepartmentId", "Rank");
        _types = Into("OutsourcingTypeDepartment", "OutsourcingTypeId", "DepartmentId", "Rank", "Reason");

        foreach (var (index, (city, country)) in Cities.Index())
            _sites.Insert(
                index + 1, $"site-{index + 1}", $"{city} Campus", NameComparison.KeyOf($"{city} Campus"), city, country, 1, FirstChange, 0);
        foreach (var (index, tag) in Tags.Index())
            _languages.Insert(index + 1, tag, LocaleNames.ToLanguage(tag));

        RowInserter Into(string table, params string[] columns)
        {
            var inserter = new RowInserter(connection, table, columns);
            _inserters.Add(inserter);
            return inserter;
        }
    }

    public void WriteFunction(int place, SyntheticFunction function)
    {
        var id = FunctionId(place);
        _functions.Insert(
            id, function.Slug, function.Name, NameComparison.KeyOf(function.Name), function.Description, "[]", 1, FirstChange, 0);
        foreach (var (index, synonym) in function.Synonyms.Index())
            _synonyms.Insert(id, synonym, NameComparison.KeyOf(synonym), index + 1);
    }

    public void WriteDepartment(int place, SyntheticDepartment department)
    {
        var id = DepartmentId(place);
        _departments.Insert(
            id, department.Slug, department.Name, NameComparison.KeyOf(department.Name), department.Summary, department.Description,
            DepartmentIcons.Default,
            department.Office.ToString(), department.OfficeBasis.ToString(), department.OfficeReason, department.Side.ToString(),
            department.Parent is { } parent ? DepartmentId(parent) : null, 1, FirstChange.AddMinutes(place), 0, "Asia/Manila", 0);
        _departmentSources.Insert(id, SourceFor(place));
        _officeSources.Insert(id, SourceFor(place + 1));
        WriteTexts(id, department);
        WriteContact(id, department);
        WritePeopleAndPlaces(id, department);
        WriteLinks(id, department);
    }

    public void Dispose() => _inserters.ForEach(inserter => inserter.Dispose());

    private void WriteTexts(long id, SyntheticDepartment department)
    {
        foreach (var (index, alias) in department.Aliases.Index())
        {
            _aliases.Insert(++_alias, id, alias, NameComparison.KeyOf(alias), index + 1);
            _aliasSources.Insert(_alias, SourceFor(index));
        }
        foreach (var (index, responsibility) in department.Responsibilities.Index())
        {
            _responsibilities.Insert(++_responsibility, id, index + 1, responsibility.Text, responsibility.Detail);
            _responsibilitySources.Insert(_responsibility, SourceFor(index));
        }
    }

    private void WriteContact(long id, SyntheticDepartment department)
    {
        _channels.Insert(id, 1, nameof(ChannelKind.Email), $"{department.Slug}@example.com", null);
        _channels.Insert(id, 2, nameof(ChannelKind.Phone), $"+6328{id % 10_000_000:D7}", "Desk");
        _hours.Insert(id, 1, nameof(DayOfWeek.Monday), nameof(DayOfWeek.Friday), new TimeOnly(9, 0), new TimeOnly(18, 0));
        _channels.Insert(id, 3, nameof(ChannelKind.Visit), $"Floor {id % 40 + 1}, 10 Harbour Street", null);
    }

    private void WritePeopleAndPlaces(long id, SyntheticDepartment department)
    {
        foreach (var (index, role) in new[] { PersonRole.Lead, PersonRole.Deputy }.Index())
        {
            var person = 2 * id + index;
            var name = $"Person {person} of {department.Slug}";
            _people.Insert(
                person, $"person-{person}", name, NameComparison.KeyOf(name), "Manager", $"person-{person}@example.com",
                $"+6328{person % 10_000_000:D7}", 0, 1, FirstChange, 0);
            _roles.Insert(id, person, role.ToString(), index + 1);
        }
        _siteMembers.Insert(id, id % Cities.Length + 1);
        _languageMembers.Insert(id, id % Tags.Length + 1);
        _languageMembers.Insert(id, (id + 1) % Tags.Length + 1);
    }

    // Whoever comes first owns first; who comes later co-owns.
    private void WriteLinks(long id, SyntheticDepartment department)
    {
        foreach (var function in department.Functions)
        {
            _owners.Insert(++_owner, FunctionId(function), id, ++_ownersOfFunction[function]);
            _ownerSources.Insert(_owner, SourceFor(function));
        }
        foreach (var line in department.ServiceLines)
            _lines.Insert(_existing.ServiceLines[line], id, 100 + ++_departmentsOfLine[line]);
        foreach (var type in department.OutsourcingTypes)
            _types.Insert(_existing.OutsourcingTypes[type], id, 100 + ++_departmentsOfType[type], department.OfficeReason);
    }

    private long DepartmentId(int place) => _existing.LastKeys["Departments"] + 1 + place;

    private long FunctionId(int place) => _existing.LastKeys["BusinessFunctions"] + 1 + place;

    private long SourceFor(int place) => _existing.Sources[place % _existing.Sources.Count];
}
