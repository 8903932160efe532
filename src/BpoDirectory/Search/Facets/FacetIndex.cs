using BpoDirectory.Data;
using BpoDirectory.Search.Index;

namespace BpoDirectory.Search.Facets;

/// <summary>What departments are narrowed and sorted by, for all that are not archived, in memory.</summary>
public sealed class FacetIndex
{
    private readonly NameOrder _names;
    private readonly UpdateOrder _updates;
    private readonly Dictionary<Facet, FacetField> _facets;

    private FacetIndex(FacetValues values, NameOrder names, UpdateOrder updates, PositionSet all, Dictionary<Facet, FacetField> facets) =>
        (Values, _names, _updates, All, _facets) = (values, names, updates, all, facets);

    /// <summary>The values that departments are narrowed by.</summary>
    public FacetValues Values { get; }

    /// <summary>How many departments there are.</summary>
    public int Count => _names.ByName.Length;

    /// <summary>How many positions there are, those of departments that are no longer listed among them.</summary>
    public int Positions => _names.Positions;

    /// <summary>Every department.</summary>
    public PositionSet All { get; }

    /// <summary>The keys of departments' names that begin with this text, at most <paramref name="most"/>, by the alphabet.</summary>
    public IEnumerable<string> NameKeysBeginning(string text, int most) => _names.KeysBeginning(text, most);

    /// <summary>An index over these departments, which may stand in any order.</summary>
    public static FacetIndex Create(IReadOnlyCollection<DepartmentFacts> departments, FacetValues values) =>
        Create(departments, values, NameOrder.Create(departments));

    /// <summary>A new index over all departments, in which those of this one keep their positions.</summary>
    public FacetIndex Rebuild(IReadOnlyCollection<DepartmentFacts> departments, FacetValues values)
    {
        var now = departments.ToDictionary(department => department.Id);
        return Create(departments, values, _names.With(now.Keys.Concat(_names.Ids).ToHashSet(), now));
    }

    private static FacetIndex Create(IReadOnlyCollection<DepartmentFacts> departments, FacetValues values, NameOrder names)
    {
        var all = new PositionSet(names.Positions);
        var updated = new DateTime[names.Positions];
        var placed = departments.Select(department => (Position: names.PositionOf(department.Id), Facts: department)).ToList();
        foreach (var (position, department) in placed)
        {
            all.Add(position);
            updated[position] = department.UpdatedAt;
        }
        var facets = values.Choices.ToDictionary(facet => facet.Key, facet => FacetField.Create(
            facet.Value.Links, placed.Select(one => (one.Position, one.Facts.Values[(int)facet.Key])), names.Positions));
        return new FacetIndex(values, names, new UpdateOrder(names, updated), all, facets);
    }

    /// <summary>This index without the <paramref name="changed"/> departments as they were, and with them as they are.</summary>
    public FacetIndex With(IReadOnlySet<int> changed, IReadOnlyDictionary<int, DepartmentFacts> now)
    {
        var names = _names.With(changed, now);
        var changes = changed.Select(id => (Position: names.KnownPositionOf(id), Now: now.GetValueOrDefault(id)))
            .Where(change => change.Position >= 0).ToList();
        var positions = new PositionSet(names.Positions);
        foreach (var (position, _) in changes)
            positions.Add(position);
        return new FacetIndex(
            Values, names, _updates.With(names, [.. changes.Select(change => (change.Position, change.Now?.UpdatedAt ?? default))]),
            All.With(changes.Select(change => (change.Position, change.Now is not null)), names.Positions),
            _facets.ToDictionary(facet => facet.Key, facet => facet.Value.With(
                changes.Select(change => (change.Position, change.Now?.Values[(int)facet.Key] ?? [])), positions, names.Positions)));
    }

    /// <summary>The key of the department at a position.</summary>
    public int IdAt(int position) => _names.IdAt(position);

    /// <summary>The department's position, or -1 when it is archived or gone.</summary>
    public int PositionOf(int departmentId) => _names.PositionOf(departmentId);

    /// <summary>The department's position, or -1 when it was never listed.</summary>
    internal int KnownPositionOf(int departmentId) => _names.KnownPositionOf(departmentId);

    /// <summary>How many names come before that of the department at a position; -1 when it is not listed.</summary>
    public int RankOf(int position) => _names.RankOf(position);

    /// <summary>The position of the department that so many names come before.</summary>
    public int AtRank(int rank) => _names.ByName[rank];

    /// <summary>The service lines of the department at a position.</summary>
    public IReadOnlyList<NamedLink> ServiceLinesAt(int position) =>
        [.. _facets[Facet.Line].ValuesOf(position).Select(line => Values.Choices[Facet.Line].Links[line])];

    /// <summary>The outsourcing types of the department at a position; their names are their acronyms.</summary>
    public IReadOnlyList<NamedLink> OutsourcingTypesAt(int position) =>
        [.. _facets[Facet.Type].ValuesOf(position).Select(type => Values.Acronyms[type])];

    /// <summary>Whether departments can be narrowed by this value of a facet.</summary>
    public bool Knows(Facet facet, string value) => _facets[facet].Knows(value);

    /// <summary>Those of <paramref name="found"/> that pass every filter of the request.</summary>
    public PositionSet Narrow(PositionSet found, SearchRequest request)
    {
        foreach (var (facet, field) in _facets)
            if (request.Chosen(facet) is { Count: > 0 } chosen)
                found = found.And(IsHidden(facet, request) ? new PositionSet(Positions) : field.Union(chosen));
        return found;
    }

    /// <summary>The positions in <paramref name="found"/>, in the order of names; for few.</summary>
    public int[] SortByName(PositionSet found) => [.. found.Ascending().OrderBy(RankOf)];

    /// <summary>The positions of the departments listed, by name.</summary>
    public ReadOnlySpan<int> ByName => _names.ByName;

    /// <summary>The positions of the departments listed, latest change first.</summary>
    public ReadOnlySpan<int> ByUpdate => _updates.Positions;

    /// <summary>The page of <paramref name="found"/> in an order of positions.</summary>
    public static List<int> Page(PositionSet found, ReadOnlySpan<int> order, long skip, int take)
    {
        var page = new List<int>(take);
        foreach (var position in order)
            if (found.Contains(position) && --skip < 0 && page.Count < take)
                page.Add(position);
            else if (page.Count == take)
                break;
        return page;
    }

    /// <summary>Counts over what was found, each facet without its own selection.</summary>
    public SearchFacets Counts(PositionSet found, SearchRequest request)
    {
        var narrowing = _facets.Where(facet => request.Chosen(facet.Key).Count > 0)
            .Select(facet =>
                (facet.Key, Set: IsHidden(facet.Key, request)
                    ? new PositionSet(Positions)
                    : facet.Value.Union(request.Chosen(facet.Key)))).ToList();
        return new SearchFacets(_facets.Where(facet => !IsHidden(facet.Key, request)).ToDictionary(facet => facet.Key, facet =>
        {
            var others = narrowing.Where(other => other.Key != facet.Key).Aggregate(found, (kept, other) => kept.And(other.Set));
            return (IReadOnlyList<FacetValue>)facet.Value.Counts(others, request.Chosen(facet.Key));
        }));
    }

    // To who may not see clients, none is known.
    private static bool IsHidden(Facet facet, SearchRequest request) => facet == Facet.Client && !request.Audience.SeesClients;
}
