using BpoDirectory.Benchmarks.Ceiling;
using BpoDirectory.Benchmarks.Generation;

namespace BpoDirectory.Benchmarks.Http;

/// <summary>
/// Makes filtered lists of a directory as readers ask for them: mostly one filter, and the first pages; none of them empty.
/// </summary>
internal sealed class ListMaker(DirectoryFacts facts, Dice dice)
{
    private const int Tries = 10_000;
    private const int MostPages = 3;

    private readonly Dictionary<ListFilter, int> _counts = [];

    public List<ListFilter> Lists() => [.. Enumerable.Range(0, Tries).Select(_ => New())];

    // The filters of some department: at least that one passes them.
    private ListFilter New()
    {
        var department = dice.Pick(facts.Departments);
        var (line, type) =
            (department.Lines.Count > 0 ? dice.Pick(department.Lines) : null,
                department.Types.Count > 0 ? dice.Pick(department.Types) : null);
        var filter = dice.Below(20) switch
        {
            < 5 when line is not null => Filter(line: line),
            < 6 when type is not null => Filter(type: type),
            < 8 when line is not null => Filter(office: department.Office, line: line),
            < 9 => Filter(office: department.Office, side: department.Side),
            _ => Filter(office: department.Office),
        };
        if (!_counts.TryGetValue(filter, out var count))
            _counts[filter] = count = facts.Departments.Count(d => Passes(d, filter));
        var pages = (count + ListFilter.PageSize - 1) / ListFilter.PageSize;
        return filter with { ByDate = dice.Chance(0.2), Page = dice.Chance(0.6) ? 1 : dice.Between(1, Math.Min(pages, MostPages)) };
    }

    private static ListFilter Filter(string? office = null, string? line = null, string? type = null, string? side = null) =>
        new(office, line, type, side, ByDate: false, Page: 1);

    private static bool Passes(DepartmentFacts department, ListFilter filter) =>
        (filter.Office is null || filter.Office == department.Office)
        && (filter.Side is null || filter.Side == department.Side)
        && (filter.Line is null || department.Lines.Contains(filter.Line))
        && (filter.Type is null || department.Types.Contains(filter.Type));
}
