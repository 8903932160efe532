namespace BpoDirectory.Search.Facets;

/// <summary>The departments listed, latest change first; put in order when it is first asked for.</summary>
internal sealed class UpdateOrder
{
    private readonly NameOrder _names;
    private readonly DateTime[] _updated;
    private readonly Lazy<int[]> _positions;

    /// <summary>An order by these times, which stand by position.</summary>
    public UpdateOrder(NameOrder names, DateTime[] updated)
    {
        (_names, _updated) = (names, updated);
        _positions = new Lazy<int[]>(() =>
        {
            var sorted = names.ByName.ToArray();
            Array.Sort(sorted, Compare);
            return sorted;
        });
    }

    private UpdateOrder(NameOrder names, DateTime[] updated, UpdateOrder before, IReadOnlySet<int> changed)
    {
        (_names, _updated) = (names, updated);
        var sorted = new List<int>(names.ByName.Length);
        sorted.AddRange(before._positions.Value.Where(position => !changed.Contains(position)));
        foreach (var position in changed.Where(position => names.RankOf(position) >= 0))
            sorted.Insert(~sorted.BinarySearch(position, Comparer<int>.Create(Compare)), position);
        _positions = new Lazy<int[]>([.. sorted]);
    }

    /// <summary>The positions of the departments listed, latest change first.</summary>
    public int[] Positions => _positions.Value;

    /// <summary>This order after changes.</summary>
    /// <param name="names">The order of names after them.</param>
    /// <param name="changes">The positions changed, each with the time of its change.</param>
    public UpdateOrder With(NameOrder names, IReadOnlyCollection<(int Position, DateTime UpdatedAt)> changes)
    {
        DateTime[] updated = [.. _updated, .. new DateTime[names.Positions - _updated.Length]];
        foreach (var (position, time) in changes)
            updated[position] = time;
        return _positions.IsValueCreated
            ? new UpdateOrder(names, updated, this, changes.Select(change => change.Position).ToHashSet())
            : new UpdateOrder(names, updated);
    }

    private int Compare(int left, int right) => _updated[right].CompareTo(_updated[left]) is not 0 and var byTime
        ? byTime
        : _names.RankOf(left).CompareTo(_names.RankOf(right));
}
