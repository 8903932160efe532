using BpoDirectory.Data;
using BpoDirectory.Search.Index;

namespace BpoDirectory.Search.Facets;

/// <summary>One way to narrow departments: a set of departments for each value.</summary>
internal sealed class FacetField
{
    private readonly NamedLink[] _values;
    private readonly PositionSet[] _sets;
    private readonly PositionSet _none;

    /// <summary>A facet of these values, by which no department is narrowed yet.</summary>
    /// <param name="values">The values in their order.</param>
    /// <param name="positions">How many positions there are.</param>
    public FacetField(NamedLink[] values, int positions)
        : this(values, [.. values.Select(_ => new PositionSet(positions))], new PositionSet(positions))
    {
    }

    private FacetField(NamedLink[] values, PositionSet[] sets, PositionSet none) => (_values, _sets, _none) = (values, sets, none);

    /// <summary>Adds a department while the facet is being made.</summary>
    public void Add(int position, IEnumerable<int> values)
    {
        foreach (var value in values)
            _sets[value].Add(position);
    }

    /// <summary>This facet after changes; sets that stay as they are are shared.</summary>
    /// <param name="changes">The positions changed, each with the indexes of its values.</param>
    /// <param name="positions">How many positions there are.</param>
    public FacetField With(IReadOnlyCollection<(int Position, int[] Values)> changes, int positions)
    {
        var sets = _sets.Select((set, value) => set.With(changes.Select(change => (change.Position, change.Values.Contains(value))), positions));
        return new FacetField(_values, [.. sets], _none.With([], positions));
    }

    /// <summary>The indexes of a department's values, ascending.</summary>
    public IEnumerable<int> ValuesOf(int position)
    {
        for (var value = 0; value < _sets.Length; value++)
            if (_sets[value].Contains(position))
                yield return value;
    }

    /// <summary>Whether it has the value, which perhaps no department has.</summary>
    public bool Knows(string slug) => Array.Exists(_values, value => value.Slug == slug);

    /// <summary>The departments that have any of these values; an unknown one has none.</summary>
    public PositionSet Union(IReadOnlyList<string> selected)
    {
        if (selected.Count == 1)
            return SetOf(selected[0]);
        var union = _none.Copy();
        foreach (var value in selected)
            union.UnionWith(SetOf(value));
        return union;
    }

    /// <summary>How many of <paramref name="found"/> have each value; values that none has are left out unless selected.</summary>
    public List<FacetValue> Counts(PositionSet found, IReadOnlyList<string> selected)
    {
        var counts = new List<FacetValue>();
        for (var i = 0; i < _values.Length; i++)
            if (found.CountAnd(_sets[i]) is var count && (count > 0 || selected.Contains(_values[i].Slug)))
                counts.Add(new FacetValue(_values[i].Slug, _values[i].Name, count));
        return counts;
    }

    private PositionSet SetOf(string slug) => Array.FindIndex(_values, value => value.Slug == slug) is >= 0 and var i ? _sets[i] : _none;
}
