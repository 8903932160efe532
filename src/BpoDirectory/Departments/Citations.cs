using BpoDirectory.Data;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Departments;

/// <summary>
/// Reads facts with the codes of the sources that state them, in the catalog's order. There are few sources and many
/// citations: queries name sources by key, and their codes are filled in here.
/// </summary>
/// <param name="session">The read that the facts belong to.</param>
internal sealed class Citations(ReadSession session)
{
    private readonly List<(int Id, SourceLink Link)> _sources =
        session.Query(DepartmentSql.Sources, row => (row.GetInt32(0), new SourceLink(row.GetString(1), row.GetString(2), row.GetString(3))));

    private readonly HashSet<int> _cited = [];

    /// <summary>The sources of all facts read so far.</summary>
    public List<SourceLink> Cited => [.. _sources.Where(source => _cited.Contains(source.Id)).Select(source => source.Link)];

    /// <summary>
    /// The facts of a query: a row for each source of each fact, its key in the first column and the key of the source, if
    /// it has any, in the second; the rows of one fact stand together.
    /// </summary>
    public List<TFact> Of<TRead, TFact>(string sql, int departmentId, Func<SqliteDataReader, TRead> read, Func<TRead, string[], TFact> fact)
    {
        var facts = new List<TFact>();
        var sources = new List<int>();
        var (key, last) = (-1, default(TRead)!);
        session.Each(
            sql,
            row =>
            {
                if (row.GetInt32(0) is var next && next != key)
                {
                    if (key >= 0)
                        facts.Add(fact(last, Codes(sources)));
                    (key, last) = (next, read(row));
                    sources.Clear();
                }
                if (!row.IsDBNull(1))
                    sources.Add(row.GetInt32(1));
            },
            departmentId);
        if (key >= 0)
            facts.Add(fact(last, Codes(sources)));
        return facts;
    }

    private string[] Codes(List<int> keys)
    {
        _cited.UnionWith(keys);
        return [.. _sources.Where(source => keys.Contains(source.Id)).Select(source => source.Link.Code)];
    }
}
