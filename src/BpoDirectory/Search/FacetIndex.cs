using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>What departments are narrowed and sorted by, for all of them, in memory.</summary>
public sealed class FacetIndex
{
    private readonly Dictionary<int, DepartmentFacts> _departments;
    private readonly IReadOnlyList<NamedLink> _serviceLines;
    private readonly IReadOnlyList<NamedLink> _outsourcingTypes;

    private FacetIndex(Dictionary<int, DepartmentFacts> departments, IReadOnlyList<NamedLink> serviceLines, IReadOnlyList<NamedLink> outsourcingTypes) =>
        (_departments, _serviceLines, _outsourcingTypes) = (departments, serviceLines, outsourcingTypes);

    /// <summary>Every department that is not archived.</summary>
    public IReadOnlyCollection<DepartmentFacts> All => _departments.Values;

    public static async Task<FacetIndex> ReadAsync(DirectoryDbContext db, CancellationToken cancellation)
    {
        var lines = await db.ServiceLines.OrderBy(l => l.Rank).Select(l => new NamedLink(l.Slug, l.Name)).ToListAsync(cancellation);
        var types = await db.OutsourcingTypes.OrderBy(t => t.Acronym).Select(t => new NamedLink(t.Slug, t.Acronym + " " + t.Name)).ToListAsync(cancellation);
        var departments = await db.Departments.AsSplitQuery()
            .Where(d => !d.IsArchived)
            .Select(d => new DepartmentFacts(
                d.Id,
                d.Name,
                d.UpdatedAt,
                d.Office,
                d.Side,
                d.ServiceLines.Select(m => m.ServiceLine.Slug).ToArray(),
                d.OutsourcingTypes.Select(n => n.OutsourcingType.Slug).ToArray()))
            .ToDictionaryAsync(d => d.Id, cancellation);
        return new FacetIndex(departments, lines, types);
    }

    /// <summary>The facts of a department, or null when it is archived or gone.</summary>
    public DepartmentFacts? Find(int departmentId) => _departments.GetValueOrDefault(departmentId);

    /// <summary>The departments that pass every filter of the request.</summary>
    public static List<DepartmentFacts> Narrow(IEnumerable<DepartmentFacts> departments, SearchRequest request) =>
        [.. departments.Where(d => IsOffice(d, request) && IsLine(d, request) && IsType(d, request) && IsSide(d, request))];

    /// <summary>Counts over the departments found, each facet without its own selection.</summary>
    public SearchFacets Count(IReadOnlyCollection<DepartmentFacts> found, SearchRequest request) => new(
        Values(
            Enum.GetValues<Office>().Select(office => (office, new NamedLink(Word(office), OfficeLabel(office)))),
            office => found.Count(d => d.Office == office && IsLine(d, request) && IsType(d, request) && IsSide(d, request)),
            request.Offices),
        Values(
            _serviceLines.Select(line => (line.Slug, line)),
            Tally(found.Where(d => IsOffice(d, request) && IsType(d, request) && IsSide(d, request)).SelectMany(d => d.ServiceLines)),
            request.ServiceLines),
        Values(
            _outsourcingTypes.Select(type => (type.Slug, type)),
            Tally(found.Where(d => IsOffice(d, request) && IsLine(d, request) && IsSide(d, request)).SelectMany(d => d.OutsourcingTypes)),
            request.OutsourcingTypes),
        Values(
            Enum.GetValues<Side>().Select(side => (side, new NamedLink(Word(side), side == Side.Client ? "Client’s side" : "Provider’s side"))),
            side => found.Count(d => d.Side == side && IsOffice(d, request) && IsLine(d, request) && IsType(d, request)),
            request.Sides));

    private static List<FacetValue> Values<T>(IEnumerable<(T Value, NamedLink Link)> values, Func<T, int> count, IReadOnlyList<T> selected) =>
        [.. values
            .Select(value => (value.Value, Facet: new FacetValue(value.Link.Slug, value.Link.Name, count(value.Value))))
            .Where(value => value.Facet.Count > 0 || selected.Contains(value.Value))
            .Select(value => value.Facet)];

    private static Func<string, int> Tally(IEnumerable<string> slugs)
    {
        var counts = slugs.CountBy(slug => slug).ToDictionary();
        return slug => counts.GetValueOrDefault(slug);
    }

    private static bool IsOffice(DepartmentFacts d, SearchRequest request) => request.Offices.Count == 0 || request.Offices.Contains(d.Office);

    private static bool IsLine(DepartmentFacts d, SearchRequest request) => request.ServiceLines.Count == 0 || d.ServiceLines.Any(request.ServiceLines.Contains);

    private static bool IsType(DepartmentFacts d, SearchRequest request) => request.OutsourcingTypes.Count == 0 || d.OutsourcingTypes.Any(request.OutsourcingTypes.Contains);

    private static bool IsSide(DepartmentFacts d, SearchRequest request) => request.Sides.Count == 0 || request.Sides.Contains(d.Side);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string OfficeLabel(Office office) => office switch
    {
        Office.Front => "Front office",
        Office.Back => "Back office",
        Office.Both => "Front and back office",
        _ => "No office",
    };
}

/// <summary>What a department is narrowed and sorted by.</summary>
public sealed record DepartmentFacts(
    int Id, string Name, DateTime UpdatedAt, Office Office, Side Side, string[] ServiceLines, string[] OutsourcingTypes);
