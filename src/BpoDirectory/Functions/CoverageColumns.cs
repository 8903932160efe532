using BpoDirectory.Data.Text;

namespace BpoDirectory.Functions;

/// <summary>The departments that stand above a part of the matrix: only such as own something of its rows.</summary>
public sealed class CoverageColumns
{
    /// <summary>Most departments beside each other: as many as a desk's screen has room for.</summary>
    public const int Most = 24;

    private readonly HashSet<string> _slugs;

    /// <summary>Chooses the columns for rows; where there is no room for all, the main owners and those who own most come first.</summary>
    public CoverageColumns(IReadOnlyList<CoverageRow> rows)
    {
        var owners = rows.SelectMany(row => row.Owners).GroupBy(owner => owner.Slug).ToList();
        Departments =
        [
            .. owners.OrderByDescending(owner => owner.Count(part => part.Rank == 1)).ThenByDescending(owner => owner.Count())
                .ThenBy(owner => owner.Key, StringComparer.Ordinal)
                .Take(Most).Select(owner => owner.First())
                .OrderBy(owner => owner.Office).ThenByName(owner => owner.Name),
        ];
        _slugs = [.. Departments.Select(owner => owner.Slug)];
        HasOthers = rows.Any(row => CountOthers(row) > 0);
    }

    /// <summary>The departments by office and name.</summary>
    public IReadOnlyList<CoverageOwner> Departments { get; }

    /// <summary>Whether some owners have no column.</summary>
    public bool HasOthers { get; }

    /// <summary>How many owners of a function have no column.</summary>
    public int CountOthers(CoverageRow row) => row.OwnerCount - row.Owners.Count(owner => _slugs.Contains(owner.Slug));
}
