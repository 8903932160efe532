using System.Data.Common;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads departments as passages; what is indexed and what is shown as a reason come from here, and so never differ.</summary>
internal sealed class PassageReader(PreparedCommands commands, IReadOnlyCollection<int> departmentIds)
{
    private const string Keys = "(SELECT value FROM json_each($1))";

    private const string Aliases =
        $"SELECT DepartmentId, Name FROM DepartmentAliases WHERE DepartmentId IN {Keys} ORDER BY DepartmentId, Rank";

    private const string Functions =
        $"""
        SELECT o.DepartmentId, f.Id, f.Name, o.Rank FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId
        WHERE o.DepartmentId IN {Keys} AND NOT f.IsArchived ORDER BY o.DepartmentId, o.Rank, f.NameKey
        """;

    private const string Synonyms =
        $"""
        SELECT DISTINCT s.BusinessFunctionId, s.Text, s.Rank
        FROM FunctionOwners o JOIN FunctionSynonym s ON s.BusinessFunctionId = o.BusinessFunctionId
        WHERE o.DepartmentId IN {Keys} ORDER BY s.BusinessFunctionId, s.Rank
        """;

    private const string Responsibilities =
        $"SELECT DepartmentId, Text, Detail FROM Responsibilities WHERE DepartmentId IN {Keys} ORDER BY DepartmentId, Rank";

    private const string ServiceLines =
        $"""
        SELECT m.DepartmentId, l.Name FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId
        WHERE m.DepartmentId IN {Keys} AND NOT l.IsArchived ORDER BY m.DepartmentId, l.Rank
        """;

    private const string Types =
        $"""
        SELECT n.DepartmentId, t.Acronym || ': ' || t.Name FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId
        WHERE n.DepartmentId IN {Keys} AND NOT t.IsArchived ORDER BY n.DepartmentId, t.AcronymKey
        """;

    private const string Channels =
        $"""
        SELECT c.DepartmentId, c.Kind, c.Value, c.Label, c.Note {ChannelQueries.WithFunctions}
        WHERE c.DepartmentId IN {Keys} AND {ChannelQueries.AreShown} ORDER BY c.DepartmentId, c.Rank, c.Id
        """;

    private const string Tags =
        $"SELECT m.DepartmentId, t.Name FROM DepartmentTag m JOIN Tags t ON t.Id = m.TagsId WHERE m.DepartmentId IN {Keys} ORDER BY m.DepartmentId, t.NameKey";

    private const string ServiceLevels =
        $"SELECT DepartmentId, Measure || ': ' || Target FROM ServiceLevels WHERE DepartmentId IN {Keys} ORDER BY DepartmentId, Rank, Id";

    private const string Links =
        $"SELECT DepartmentId, Label FROM DepartmentLinks WHERE DepartmentId IN {Keys} ORDER BY DepartmentId, Rank, Id";

    /// <summary>A reader of departments for a question.</summary>
    public PassageReader(SearchReader reader, IEnumerable<int> departmentIds) : this(reader.Session, departmentIds.ToList())
    {
    }

    /// <summary>All passages of the departments, by the departments' keys.</summary>
    public Dictionary<int, List<Passage>> Read()
    {
        var departments = new Dictionary<int, List<Passage>>();
        foreach (var field in Enum.GetValues<MatchField>())
            foreach (var (department, passages) in Read(field))
                if (departments.TryGetValue(department, out var all))
                    all.AddRange(passages);
                else
                    departments[department] = passages;
        return departments;
    }

    /// <summary>The passages of one part of the departments, by the departments' keys.</summary>
    public Dictionary<int, List<Passage>> Read(MatchField field)
    {
        var found = new Dictionary<int, List<Passage>>();
        switch (field)
        {
            case MatchField.Name: Add($"SELECT Id, Name FROM Departments WHERE Id IN {Keys}"); break;
            case MatchField.Alias: Add(Aliases); break;
            case MatchField.Function: AddFunctions(); break;
            case MatchField.Responsibility: AddAll(Responsibilities,
                row => row.IsDBNull(2) ? [row.GetString(1)] : [row.GetString(1), row.GetString(2)]); break;
            case MatchField.ServiceLine: Add(ServiceLines); break;
            case MatchField.Type: Add(Types); break;
            case MatchField.Summary: Add($"SELECT Id, Summary FROM Departments WHERE Id IN {Keys}"); break;
            case MatchField.Tag: Add(Tags); break;
            case MatchField.ServiceLevel: Add(ServiceLevels); break;
            case MatchField.Link: Add(Links); break;
            case MatchField.Channel: AddAll(Channels, Channel); break;
            default: AddAll($"SELECT Id, Description FROM Departments WHERE Id IN {Keys}",
                row => PlainText.Paragraphs(row.GetString(1))); break;
        }
        return found;

        void Add(string sql) => AddAll(sql, row => [row.GetString(1)]);

        void AddAll(string sql, Func<DbDataReader, IEnumerable<string>> texts) => commands.Each(
            sql, row => PassagesOf(row.GetInt32(0)).AddRange(texts(row).Select(text => new Passage(field, text))), departmentIds);

        void AddFunctions()
        {
            var synonyms = new Dictionary<int, List<string>>();
            commands.Each(
                Synonyms,
                row => (synonyms.TryGetValue(row.GetInt32(0), out var texts) ? texts : synonyms[row.GetInt32(0)] = [])
                    .Add(row.GetString(1)),
                departmentIds);
            commands.Each(
                Functions,
                row => PassagesOf(row.GetInt32(0)).AddRange(
                    Function(row.GetInt32(1), row.GetString(2), row.GetInt32(3), synonyms.GetValueOrDefault(row.GetInt32(1)) ?? [])),
                departmentIds);
        }

        List<Passage> PassagesOf(int department) => found.TryGetValue(department, out var passages) ? passages : found[department] = [];
    }

    // A web address is followed, not looked for.
    private static IEnumerable<string> Channel(DbDataReader row)
    {
        var kind = Enum.Parse<ChannelKind>(row.GetString(1));
        if (kind is ChannelKind.Email or ChannelKind.Phone or ChannelKind.Visit)
            yield return ChannelValue.ToText(kind, row.GetString(2));
        if (!row.IsDBNull(3))
            yield return row.GetString(3);
        if (!row.IsDBNull(4))
            yield return row.GetString(4);
    }

    /// <summary>The passages of a function: its name, then the synonyms behind its name.</summary>
    public static IEnumerable<Passage> Function(int id, string name, int ownerRank, IEnumerable<string> synonyms)
    {
        var lead = name + ": ";
        return synonyms.Select(synonym => new Passage(MatchField.Function, lead + synonym, lead.Length, id, ownerRank))
            .Prepend(new Passage(MatchField.Function, name, 0, id, ownerRank));
    }
}
