using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>What a department is narrowed and sorted by; lines and types are places in their facet's list.</summary>
public sealed record DepartmentFacts(int Id, string Name, DateTime UpdatedAt, Office Office, Side Side, int[] ServiceLines, int[] OutsourcingTypes);

/// <summary>The service lines and outsourcing types one can narrow by, in order, and the place of each by its key.</summary>
public sealed record FacetValues(
    NamedLink[] Lines, IReadOnlyDictionary<int, int> LinePlaces, NamedLink[] Types, IReadOnlyDictionary<int, int> TypePlaces);

/// <summary>What departments are narrowed and sorted by, for all that are not archived, in memory: one set for each value.</summary>
public sealed class FacetIndex
{
    private static readonly NamedLink[] OfficeLinks =
        [new("front", "Front office"), new("back", "Back office"), new("both", "Front and back office"), new("none", "No office")];

    private static readonly NamedLink[] SideLinks = [new("provider", "Provider’s side"), new("client", "Client’s side")];

    private static readonly Comparer<DepartmentFacts> NameOrder = Comparer<DepartmentFacts>.Create((left, right) =>
        string.Compare(left.Name, right.Name, StringComparison.OrdinalIgnoreCase) is not 0 and var order ? order : left.Id.CompareTo(right.Id));

    private readonly DepartmentFacts[] _byName;
    private readonly int[] _positions;
    private readonly Lazy<int[]> _byUpdate;
    private readonly Facet _offices;
    private readonly Facet _serviceLines;
    private readonly Facet _outsourcingTypes;
    private readonly Facet _sides;

    private FacetIndex(DepartmentFacts[] byName, FacetValues values)
    {
        (_byName, Values) = (byName, values);
        _positions = new int[byName.Select(d => d.Id).DefaultIfEmpty(0).Max() + 1];
        Array.Fill(_positions, -1);
        _offices = new Facet(OfficeLinks, byName.Length);
        _sides = new Facet(SideLinks, byName.Length);
        _serviceLines = new Facet(values.Lines, byName.Length);
        _outsourcingTypes = new Facet(values.Types, byName.Length);
        foreach (var (position, department) in byName.Index())
        {
            _positions[department.Id] = position;
            _offices.Sets[(int)department.Office].Add(position);
            _sides.Sets[(int)department.Side].Add(position);
            foreach (var line in department.ServiceLines)
                _serviceLines.Sets[line].Add(position);
            foreach (var type in department.OutsourcingTypes)
                _outsourcingTypes.Sets[type].Add(position);
        }
        All = PositionSet.Full(byName.Length);
        _byUpdate = new Lazy<int[]>(() => [.. Enumerable.Range(0, byName.Length).OrderByDescending(position => byName[position].UpdatedAt).ThenBy(position => position)]);
    }

    /// <summary>The values that departments are narrowed by.</summary>
    public FacetValues Values { get; }

    /// <summary>How many departments there are.</summary>
    public int Count => _byName.Length;

    /// <summary>Every department.</summary>
    public PositionSet All { get; }

    /// <summary>The department at a place in the order of names.</summary>
    public DepartmentFacts this[int position] => _byName[position];

    /// <summary>An index over these departments, which may stand in any order.</summary>
    public static FacetIndex Of(IEnumerable<DepartmentFacts> departments, FacetValues values)
    {
        DepartmentFacts[] byName = [.. departments];
        Array.Sort(byName, NameOrder);
        return new FacetIndex(byName, values);
    }

    /// <summary>This index without the <paramref name="changed"/> departments as they were, and with them as they are.</summary>
    public FacetIndex With(IReadOnlySet<int> changed, IEnumerable<DepartmentFacts> now)
    {
        var departments = new List<DepartmentFacts>(_byName.Length + 1);
        departments.AddRange(_byName.Where(d => !changed.Contains(d.Id)));
        foreach (var department in now)
            departments.Insert(~departments.BinarySearch(department, NameOrder), department);
        return new FacetIndex([.. departments], Values);
    }

    /// <summary>The department's place in the order of names, or -1 when it is archived or gone.</summary>
    public int PositionOf(int departmentId) => (uint)departmentId < (uint)_positions.Length ? _positions[departmentId] : -1;

    /// <summary>Those of <paramref name="found"/> that pass every filter of the request.</summary>
    public PositionSet Narrow(PositionSet found, SearchRequest request)
    {
        foreach (var (facet, selected) in Selections(request))
            if (selected is not null)
                found = found.And(facet.Union(selected));
        return found;
    }

    /// <summary>The page of <paramref name="found"/> in the order of names, or latest change first.</summary>
    public List<int> Page(PositionSet found, bool byUpdate, long skip, int take)
    {
        var sorted = byUpdate ? _byUpdate.Value.Where(found.Contains) : found.Ascending();
        return skip >= Count ? [] : [.. sorted.Skip((int)skip).Take(take)];
    }

    /// <summary>Counts over what was found, each facet without its own selection.</summary>
    public SearchFacets Tally(PositionSet found, SearchRequest request)
    {
        var selections = Selections(request);
        var tallies = selections.Select((own, i) =>
        {
            var others = found;
            foreach (var (facet, selected) in selections.Where((other, j) => j != i && other.Selected is not null))
                others = others.And(facet.Union(selected!));
            return own.Facet.Tally(others, own.Selected);
        }).ToList();
        return new SearchFacets(tallies[0], tallies[1], tallies[2], tallies[3]);
    }

    // The facets in the order of SearchFacets, each with the values selected, or null when it does not narrow.
    private (Facet Facet, IReadOnlyList<string>? Selected)[] Selections(SearchRequest request) =>
    [
        (_offices, request.Offices.Count == 0 ? null : [.. request.Offices.Select(office => OfficeLinks[(int)office].Slug)]),
        (_serviceLines, request.ServiceLines.Count == 0 ? null : request.ServiceLines),
        (_outsourcingTypes, request.OutsourcingTypes.Count == 0 ? null : request.OutsourcingTypes),
        (_sides, request.Sides.Count == 0 ? null : [.. request.Sides.Select(side => SideLinks[(int)side].Slug)]),
    ];

    private sealed class Facet(NamedLink[] values, int departments)
    {
        private readonly PositionSet _none = new(departments);

        public PositionSet[] Sets { get; } = [.. values.Select(_ => new PositionSet(departments))];

        public PositionSet Union(IReadOnlyList<string> selected)
        {
            if (selected.Count == 1)
                return SetOf(selected[0]);
            var union = new PositionSet(departments);
            foreach (var value in selected)
                union.UnionWith(SetOf(value));
            return union;
        }

        public List<FacetValue> Tally(PositionSet found, IReadOnlyList<string>? selected)
        {
            var tally = new List<FacetValue>();
            for (var i = 0; i < values.Length; i++)
                if (found.CountAnd(Sets[i]) is var count && (count > 0 || selected?.Contains(values[i].Slug) == true))
                    tally.Add(new FacetValue(values[i].Slug, values[i].Name, count));
            return tally;
        }

        private PositionSet SetOf(string slug) => Array.FindIndex(values, value => value.Slug == slug) is >= 0 and var i ? Sets[i] : _none;
    }
}
