using BpoDirectory.Benchmarks.Ceiling;
using BpoDirectory.Benchmarks.Generation;

namespace BpoDirectory.Benchmarks.Http;

/// <summary>Makes filtered lists of a directory: different filters, orders and pages, none of them empty.</summary>
internal sealed class ListMaker(DirectoryFacts facts, Dice dice)
{
    private const int Tries = 10_000;
    private const int MostPages = 8;

    private readonly Dictionary<ListFilter, int> _counts = [];

    public List<ListFilter> Lists() => [.. Enumerable.Range(0, Tries).Select(_ => New()).Distinct()];

    // The filters of some department: at least that one passes them.
    private ListFilter New()
    {
        var department = dice.Pick(facts.Departments);
        var filter = new ListFilter(
            dice.Chance(0.6) ? department.Office : null,
            department.Lines.Count > 0 && dice.Chance(0.5) ? dice.Pick(department.Lines) : null,
            department.Types.Count > 0 && dice.Chance(0.4) ? dice.Pick(department.Types) : null,
            dice.Chance(0.15) ? department.Side : null,
            ByDate: false,
            Page: 1);
        if (filter is { Office: null, Line: null, Type: null, Side: null })
            filter = filter with { Office = department.Office };
        if (!_counts.TryGetValue(filter, out var count))
            _counts[filter] = count = facts.Departments.Count(d => Passes(d, filter));
        var pages = (count + ListFilter.PageSize - 1) / ListFilter.PageSize;
        return filter with { ByDate = dice.Chance(0.25), Page = dice.Between(1, Math.Min(pages, MostPages)) };
    }

    private static bool Passes(DepartmentFacts department, ListFilter filter) =>
        (filter.Office is null || filter.Office == department.Office)
        && (filter.Side is null || filter.Side == department.Side)
        && (filter.Line is null || department.Lines.Contains(filter.Line))
        && (filter.Type is null || department.Types.Contains(filter.Type));
}
