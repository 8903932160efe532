using BpoDirectory.Search.Index;

namespace BpoDirectory.Search.Facets;

/// <summary>
/// The departments that have a value, by their positions in memory: listed where they are few, else a bit for each position, so that
/// thousands of values that few have cost little. It never changes.
/// </summary>
public sealed class DepartmentSet
{
    private const int BitsOfOneListed = 32;

    // In order; empty where there are bits.
    private readonly int[] _few;
    private readonly PositionSet? _many;

    private DepartmentSet(int[] few, PositionSet? many) => (_few, _many) = (few, many);

    /// <summary>How many departments are in the set.</summary>
    public int Count => _many?.Count ?? _few.Length;

    /// <summary>Whether they are listed.</summary>
    public bool IsListed => _many is null;

    /// <summary>A set of these, each once and in any order.</summary>
    /// <param name="departments">The positions of the departments.</param>
    /// <param name="positions">How many positions there are.</param>
    public static DepartmentSet Create(IEnumerable<int> departments, int positions)
    {
        int[] all = [.. departments];
        if ((long)all.Length * BitsOfOneListed < positions)
        {
            Array.Sort(all);
            return new DepartmentSet(all, null);
        }
        var many = new PositionSet(positions);
        foreach (var position in all)
            many.Add(position);
        return new DepartmentSet([], many);
    }

    /// <summary>Whether the department at a position is in the set.</summary>
    public bool Contains(int position) => _many?.Contains(position) ?? Array.BinarySearch(_few, position) >= 0;

    /// <summary>How many of <paramref name="found"/> are in the set.</summary>
    public int CountIn(PositionSet found)
    {
        if (_many is not null)
            return found.CountAnd(_many);
        var count = 0;
        foreach (var position in _few)
            if (found.Contains(position))
                count++;
        return count;
    }

    /// <summary>Adds all that are in this set to another.</summary>
    public void AddTo(PositionSet set)
    {
        if (_many is not null)
            set.UnionWith(_many);
        foreach (var position in _few)
            set.Add(position);
    }

    /// <summary>This set after changes; itself when they are about none of it.</summary>
    /// <param name="changed">The positions changed.</param>
    /// <param name="now">Those of them that are in the set now.</param>
    /// <param name="positions">How many positions there are, at least as many as before.</param>
    public DepartmentSet With(PositionSet changed, IEnumerable<int> now, int positions)
    {
        int[] added = [.. now];
        if (_many is null)
            return added.Length == 0 && CountIn(changed) == 0
                ? this
                : Create(_few.Where(position => !changed.Contains(position)).Concat(added), positions);
        var changes = changed.Ascending().Select(position => (position, false)).Concat(added.Select(position => (position, true)));
        var many = _many.With(changes, positions);
        return ReferenceEquals(many, _many) ? this
            : (long)many.Count * BitsOfOneListed < positions ? Create(many.Ascending(), positions)
            : new DepartmentSet([], many);
    }
}
