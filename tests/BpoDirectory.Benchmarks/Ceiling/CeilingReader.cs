using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Ceiling;

/// <summary>A connection with its prepared commands; for one request at a time.</summary>
/// <param name="connection">The connection, from now on used here only.</param>
/// <param name="related">How many related departments belong to an item.</param>
internal sealed class CeilingReader(SqliteConnection connection, int related)
{
    private readonly Dictionary<string, PreparedCommand> _prepared = [];

    /// <summary>Writes all rows of one department.</summary>
    public void WriteItem(string slug, Utf8JsonWriter json)
    {
        long id;
        json.WriteStartObject();
        using (var department = Read(CeilingSql.Item, ("$slug", slug)))
        {
            if (!department.Next())
                throw new KeyNotFoundException(slug);
            id = department.Key;
            department.WriteColumns(1, json);
        }
        foreach (var (name, sql) in CeilingSql.ItemParts)
            WritePart(name, Read(sql, ("$id", id)), json);
        if (related > 0)
            WritePart("related", Read(CeilingSql.Related, ("$id", id), ("$related", related)), json);
        json.WriteEndObject();
    }

    /// <summary>Writes one page of the departments that pass a filter, without counting them.</summary>
    public void WriteList(ListFilter filter, Utf8JsonWriter json) => WritePage(Read(filter.Sql(), [.. filter.Parameters()]), json);

    /// <summary>Writes one page of the departments that have all words, best ones first.</summary>
    /// <param name="expression">An expression of FTS5's query language.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="json">Where the rows go.</param>
    public void WriteSearch(string expression, int page, Utf8JsonWriter json) => WritePage(
        Read(CeilingSql.Search, ("$expression", expression), ("$limit", ListFilter.PageSize),
            ("$offset", (page - 1) * ListFilter.PageSize)),
        json);

    private static void WritePart(string name, PreparedRows rows, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        using (rows)
            rows.WriteAll(json);
        json.WriteEndArray();
    }

    private void WritePage(PreparedRows page, Utf8JsonWriter json)
    {
        var ids = new List<long>(ListFilter.PageSize);
        json.WriteStartObject();
        json.WriteStartArray("items");
        using (page)
            while (page.Next())
            {
                ids.Add(page.Key);
                json.WriteStartObject();
                page.WriteColumns(1, json);
                json.WriteEndObject();
            }
        json.WriteEndArray();
        var places = CeilingSql.RowKeys.Select((key, i) => (key, (object)(i < ids.Count ? ids[i] : -1))).ToArray();
        foreach (var (name, sql) in CeilingSql.RowParts)
            WritePart(name, Read(sql, places), json);
        json.WriteEndObject();
    }

    private PreparedRows Read(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = new PreparedCommand(connection, sql);
            command.Name(parameters);
        }
        return command.Read(parameters);
    }
}
