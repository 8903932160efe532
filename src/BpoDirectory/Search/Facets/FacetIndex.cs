using BpoDirectory.Data;
using BpoDirectory.Search.Index;

namespace BpoDirectory.Search.Facets;

/// <summary>What departments are narrowed and sorted by, for all that are not archived, in memory.</summary>
public sealed class FacetIndex
{
    private static readonly NamedLink[] OfficeLinks =
        [new("front", "Front office"), new("back", "Back office"), new("both", "Front and back office"), new("none", "Not applicable")];

    private static readonly NamedLink[] SideLinks = [new("provider", "Provider’s side"), new("client", "Client’s side")];

    private readonly NameOrder _names;
    private readonly UpdateOrder _updates;
    private readonly FacetField _offices;
    private readonly FacetField _serviceLines;
    private readonly FacetField _outsourcingTypes;
    private readonly FacetField _sides;

    private FacetIndex(FacetValues values, NameOrder names, UpdateOrder updates, PositionSet all, params ReadOnlySpan<FacetField> facets)
    {
        (Values, _names, _updates, All) = (values, names, updates, all);
        (_offices, _serviceLines, _outsourcingTypes, _sides) = (facets[0], facets[1], facets[2], facets[3]);
    }

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
    public static FacetIndex Create(IReadOnlyCollection<DepartmentFacts> departments, FacetValues values) => Create(departments, values, NameOrder.Create(departments));

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
        var (offices, sides) = (new FacetField(OfficeLinks, names.Positions), new FacetField(SideLinks, names.Positions));
        var (lines, types) = (new FacetField(values.Lines, names.Positions), new FacetField(values.Types, names.Positions));
        foreach (var department in departments)
        {
            var position = names.PositionOf(department.Id);
            all.Add(position);
            updated[position] = department.UpdatedAt;
            offices.Add(position, [(int)department.Office]);
            sides.Add(position, [(int)department.Side]);
            lines.Add(position, department.ServiceLines);
            types.Add(position, department.OutsourcingTypes);
        }
        return new FacetIndex(values, names, new UpdateOrder(names, updated), all, offices, lines, types, sides);
    }

    /// <summary>This index without the <paramref name="changed"/> departments as they were, and with them as they are.</summary>
    public FacetIndex With(IReadOnlySet<int> changed, IReadOnlyDictionary<int, DepartmentFacts> now)
    {
        var names = _names.With(changed, now);
        var changes = changed.Select(id => (Position: names.KnownPositionOf(id), Now: now.GetValueOrDefault(id))).Where(change => change.Position >= 0).ToList();
        return new FacetIndex(
            Values, names, _updates.With(names, [.. changes.Select(change => (change.Position, change.Now?.UpdatedAt ?? default))]),
            All.With(changes.Select(change => (change.Position, change.Now is not null)), names.Positions),
            Changed(_offices, department => [(int)department.Office]), Changed(_serviceLines, department => department.ServiceLines),
            Changed(_outsourcingTypes, department => department.OutsourcingTypes), Changed(_sides, department => [(int)department.Side]));

        FacetField Changed(FacetField facet, Func<DepartmentFacts, int[]> values) =>
            facet.With([.. changes.Select(change => (change.Position, change.Now is null ? [] : values(change.Now)))], names.Positions);
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
    public IReadOnlyList<NamedLink> ServiceLinesAt(int position) => [.. _serviceLines.ValuesOf(position).Select(line => Values.Lines[line])];

    /// <summary>The outsourcing types of the department at a position; their names are their acronyms.</summary>
    public IReadOnlyList<NamedLink> OutsourcingTypesAt(int position) => [.. _outsourcingTypes.ValuesOf(position).Select(type => Values.Acronyms[type])];

    /// <summary>Those of <paramref name="found"/> that pass every filter of the request.</summary>
    public PositionSet Narrow(PositionSet found, SearchRequest request)
    {
        foreach (var (facet, selected) in Selections(request))
            if (selected is not null)
                found = found.And(facet.Union(selected));
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
        var selections = Selections(request);
        var counts = selections.Select((own, i) =>
        {
            var others = found;
            foreach (var (facet, selected) in selections.Where((other, j) => j != i && other.Selected is not null))
                others = others.And(facet.Union(selected!));
            return own.Facet.Counts(others, own.Selected);
        }).ToList();
        return new SearchFacets(counts[0], counts[1], counts[2], counts[3]);
    }

    // The facets in the order of SearchFacets, each with the values selected, or null when it does not narrow.
    private (FacetField Facet, IReadOnlyList<string>? Selected)[] Selections(SearchRequest request) =>
    [
        (_offices, request.Offices.Count == 0 ? null : [.. request.Offices.Select(office => OfficeLinks[(int)office].Slug)]),
        (_serviceLines, request.ServiceLines.Count == 0 ? null : request.ServiceLines),
        (_outsourcingTypes, request.OutsourcingTypes.Count == 0 ? null : request.OutsourcingTypes),
        (_sides, request.Sides.Count == 0 ? null : [.. request.Sides.Select(side => SideLinks[(int)side].Slug)]),
    ];
}
