using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BpoDirectory.Benchmarks.Ceiling;

/// <summary>What a list is narrowed by, one value of each kind at most; the address looks like the directory's own.</summary>
internal sealed record ListFilter(string? Office, string? Line, string? Type, string? Side, bool ByDate, int Page)
{
    public const int PageSize = 25;

    public static ListFilter Parse(IQueryCollection query) => new(
        Value(query, "office"), Value(query, "line"), Value(query, "type"), Value(query, "side"), Value(query, "sort") == "updated",
        CeilingCommand.Page(query));

    /// <summary>The filter as the query of an address.</summary>
    public string ToQuery()
    {
        var query = new StringBuilder();
        foreach (var (name, value) in new[] { ("office", Office), ("line", Line), ("type", Type), ("side", Side),
            ("sort", ByDate ? "updated" : null) })
            if (value is not null)
                query.Append(name).Append('=').Append(value).Append('&');
        return query.Append(CultureInfo.InvariantCulture, $"page={Page}").ToString();
    }

    /// <summary>The statement for filters of this shape; its parameters carry the values.</summary>
    public string Sql()
    {
        var sql = new StringBuilder($"SELECT {CeilingSql.RowColumns} FROM Departments d LEFT JOIN Departments p ON p.Id = d.ParentId WHERE NOT d.IsArchived");
        if (Office is not null)
            sql.Append(" AND d.Office = $office");
        if (Side is not null)
            sql.Append(" AND d.Side = $side");
        if (Line is not null)
            sql.Append(" AND EXISTS (SELECT 1 FROM ServiceLineDepartment m WHERE m.DepartmentId = d.Id AND m.ServiceLineId = (SELECT Id FROM ServiceLines WHERE Slug = $line))");
        if (Type is not null)
            sql.Append(" AND EXISTS (SELECT 1 FROM OutsourcingTypeDepartment n WHERE n.DepartmentId = d.Id AND n.OutsourcingTypeId = (SELECT Id FROM OutsourcingTypes WHERE Slug = $type))");
        return sql.Append(ByDate ? " ORDER BY d.UpdatedAt DESC" : " ORDER BY d.Name").Append(" LIMIT $limit OFFSET $offset").ToString();
    }

    public IEnumerable<(string Name, object Value)> Parameters()
    {
        if (Office is not null)
            yield return ("$office", Capitalised(Office));
        if (Side is not null)
            yield return ("$side", Capitalised(Side));
        if (Line is not null)
            yield return ("$line", Line);
        if (Type is not null)
            yield return ("$type", Type);
        yield return ("$limit", PageSize);
        yield return ("$offset", (Page - 1) * PageSize);
    }

    private static string? Value(IQueryCollection query, string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;

    // As the database keeps the words.
    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
