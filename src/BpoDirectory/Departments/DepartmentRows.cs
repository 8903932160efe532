using System.Globalization;
using BpoDirectory.Data;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Departments;

/// <summary>The rows of <see cref="DepartmentSql.Everything"/>, gathered into facts and put in order.</summary>
/// <param name="nameOf">How another department is shown in a link; null when it is archived.</param>
internal sealed class DepartmentRows(Func<int, NamedLink?> nameOf)
{
    private readonly List<(int Id, SourceLink Link)> _sources = [];
    private readonly List<(int Function, int Rank, int Department)> _coOwners = [];
    private readonly List<Fact>[] _facts = [.. Enum.GetValues<DepartmentPart>().Select(_ => new List<Fact>())];
    private readonly HashSet<int> _cited = [];

    /// <summary>Takes the next row.</summary>
    public void Add(SqliteDataReader row)
    {
        var part = (DepartmentPart)row.GetInt32(0);
        var key = row.GetInt32(1);
        if (part == DepartmentPart.Source)
            _sources.Add((key, new SourceLink(row.GetString(4), row.GetString(5), row.GetString(6))));
        else if (part == DepartmentPart.CoOwner)
            _coOwners.Add((key, row.GetInt32(3), row.GetInt32(2)));
        else
            AddFact(part, key, row);
    }

    /// <summary>The department, or null when there is none.</summary>
    public DepartmentDetails? ToDetails()
    {
        if (Of(DepartmentPart.Department) is not [var department])
            return null;
        _sources.Sort((one, other) => one.Id.CompareTo(other.Id));
        var functions = Functions();
        return new DepartmentDetails
        {
            Slug = department.Text(0),
            Name = department.Text(1),
            Aliases = [.. InPlace(DepartmentPart.Alias).Select(a => new CitedText(a.Text(0), Codes(a)))],
            Office = Enum.Parse<Office>(department.Text(2)),
            OfficeBasis = Enum.Parse<OfficeBasis>(department.Text(3)),
            OfficeReason = department.Text(4),
            OfficeSources = Of(DepartmentPart.OfficeSource) is [var office] ? Codes(office) : [],
            Side = Enum.Parse<Side>(department.Text(5)),
            Parent = department.Texts[10] is { } parent ? new NamedLink(parent, department.Text(11)) : null,
            Children = [.. ByText(DepartmentPart.Child, 1).Select(Link)],
            Summary = department.Text(6),
            Description = department.Text(7),
            Responsibilities = [.. InPlace(DepartmentPart.Responsibility).Select(r => new ResponsibilityDetails(r.Text(0), r.Texts[1], Codes(r)))],
            Functions = functions,
            Related = RelatedDepartment.Of(functions),
            ServiceLines = [.. InPlace(DepartmentPart.ServiceLine).Select(Link)],
            OutsourcingTypes = [.. ByText(DepartmentPart.OutsourcingType, 1).Select(t => new NearOutsourcingType(t.Text(0), t.Text(1), t.Text(2), t.Text(3)))],
            Sources = Cited(),
            Version = department.Number,
            UpdatedAt = department.Time(8)!.Value,
            ReviewedAt = department.Time(9),
        };
    }

    private void AddFact(DepartmentPart part, int key, SqliteDataReader row)
    {
        var facts = Of(part);
        if (facts is not [.., var fact] || fact.Key != key)
            facts.Add(fact = new Fact(key, row.GetInt32(3), Texts(row, TextsOf(part))));
        if (!row.IsDBNull(2))
            fact.Sources.Add(row.GetInt32(2));
    }

    private List<OwnedFunction> Functions()
    {
        var coOwners = _coOwners.OrderBy(owner => owner.Rank).ToLookup(owner => owner.Function, owner => nameOf(owner.Department));
        return [.. Of(DepartmentPart.Function)
            .OrderBy(f => f.Number > 1).ThenBy(f => f.Text(1), StringComparer.OrdinalIgnoreCase)
            .Select(f => new OwnedFunction(f.Text(0), f.Text(1), f.Number, f.Texts[2], f.Texts[3], [.. coOwners[f.Key].OfType<NamedLink>()], Codes(f)))];
    }

    private List<Fact> Of(DepartmentPart part) => _facts[(int)part];

    private IEnumerable<Fact> InPlace(DepartmentPart part) => Of(part).OrderBy(fact => fact.Number).ThenBy(fact => fact.Key);

    private IEnumerable<Fact> ByText(DepartmentPart part, int text) => Of(part).OrderBy(fact => fact.Text(text), StringComparer.OrdinalIgnoreCase);

    // In the order of the catalog's sources.
    private string[] Codes(Fact fact)
    {
        _cited.UnionWith(fact.Sources);
        return fact.Sources.Count == 0 ? [] : [.. _sources.Where(source => fact.Sources.Contains(source.Id)).Select(source => source.Link.Code)];
    }

    private List<SourceLink> Cited()
    {
        foreach (var own in Of(DepartmentPart.OwnSource).Concat(Of(DepartmentPart.OfficeSource)))
            _cited.UnionWith(own.Sources);
        return [.. _sources.Where(source => _cited.Contains(source.Id)).Select(source => source.Link)];
    }

    private static NamedLink Link(Fact fact) => new(fact.Text(0), fact.Text(1));

    private static int TextsOf(DepartmentPart part) => part switch
    {
        DepartmentPart.Department => 12,
        DepartmentPart.Function or DepartmentPart.OutsourcingType => 4,
        DepartmentPart.OwnSource or DepartmentPart.OfficeSource => 0,
        DepartmentPart.Alias => 1,
        _ => 2,
    };

    private static string?[] Texts(SqliteDataReader row, int count)
    {
        var texts = new string?[count];
        for (var i = 0; i < count; i++)
            texts[i] = row.IsDBNull(4 + i) ? null : row.GetString(4 + i);
        return texts;
    }

    /// <summary>What some rows tell together.</summary>
    private sealed record Fact(int Key, int Number, string?[] Texts)
    {
        public List<int> Sources { get; } = [];

        public string Text(int place) => Texts[place]!;

        public DateTime? Time(int place) => Texts[place] is { } time
            ? DateTime.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) : null;
    }
}
