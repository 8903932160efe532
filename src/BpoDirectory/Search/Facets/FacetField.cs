using BpoDirectory.Data;
using BpoDirectory.Search.Index;

namespace BpoDirectory.Search.Facets;

/// <summary>One way to narrow departments: a set of departments for each value.</summary>
internal sealed class FacetField
{
    private readonly NamedLink[] _values;
    private readonly DepartmentSet[] _sets;
    private readonly int _positions;

    private FacetField(NamedLink[] values, DepartmentSet[] sets, int positions) => (_values, _sets, _positions) = (values, sets, positions);

    /// <summary>A facet of these values.</summary>
    /// <param name="values">The values in their order.</param>
    /// <param name="departments">The positions of the departments, each with the indexes of its values.</param>
    /// <param name="positions">How many positions there are.</param>
    public static FacetField Create(NamedLink[] values, IEnumerable<(int Position, int[] Values)> departments, int positions)
    {
        var members = Array.ConvertAll(values, _ => new List<int>());
        foreach (var department in departments)
            foreach (var value in department.Values)
                members[value].Add(department.Position);
        return new FacetField(values, Array.ConvertAll(members, of => DepartmentSet.Create(of, positions)), positions);
    }

    /// <summary>This facet after changes; sets that stay as they are are shared.</summary>
    /// <param name="changes">The positions changed, each with the indexes of its values.</param>
    /// <param name="changed">The same positions.</param>
    /// <param name="positions">How many positions there are.</param>
    public FacetField With(IEnumerable<(int Position, int[] Values)> changes, PositionSet changed, int positions)
    {
        var now = changes.SelectMany(change => change.Values.Select(value => (Value: value, change.Position)))
            .ToLookup(one => one.Value, one => one.Position);
        return new FacetField(_values, [.. _sets.Select((set, value) => set.With(changed, now[value], positions))], positions);
    }

    /// <summary>The indexes of a department's values, ascending.</summary>
    public IEnumerable<int> ValuesOf(int position)
    {
        for (var value = 0; value < _sets.Length; value++)
            if (_sets[value].Contains(position))
                yield return value;
    }

    /// <summary>Whether it has the value, which perhaps no department has.</summary>
    public bool Knows(string slug) => IndexOf(slug) >= 0;

    /// <summary>The departments that have any of these values; an unknown one has none.</summary>
    public PositionSet Union(IReadOnlyList<string> selected)
    {
        var union = new PositionSet(_positions);
        foreach (var slug in selected)
            if (IndexOf(slug) is >= 0 and var value)
                _sets[value].AddTo(union);
        return union;
    }

    /// <summary>How many of <paramref name="found"/> have each value; values that none has are left out unless selected.</summary>
    public List<FacetValue> Counts(PositionSet found, IReadOnlyList<string> selected)
    {
        var counts = new List<FacetValue>();
        for (var i = 0; i < _values.Length; i++)
            if (_sets[i].CountIn(found) is var count && (count > 0 || selected.Contains(_values[i].Slug)))
                counts.Add(new FacetValue(_values[i].Slug, _values[i].Name, count));
        return counts;
    }

    private int IndexOf(string slug) => Array.FindIndex(_values, value => value.Slug == slug);
}
