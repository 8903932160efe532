using BpoDirectory.Data.Text;

namespace BpoDirectory.Search.Facets;

/// <summary>
/// Every department's position in memory, which it keeps for as long as the program knows it, and the order of the names
/// of those that are listed.
/// </summary>
internal sealed class NameOrder
{
    private readonly int[] _ids;
    private readonly string?[] _keys;
    private readonly Dictionary<int, int> _positions;
    private readonly int[] _byName;
    private readonly int[] _ranks;

    private NameOrder(int[] ids, string?[] keys, Dictionary<int, int> positions, int[] byName)
    {
        (_ids, _keys, _positions, _byName) = (ids, keys, positions, byName);
        _ranks = new int[ids.Length];
        Array.Fill(_ranks, -1);
        for (var rank = 0; rank < byName.Length; rank++)
            _ranks[byName[rank]] = rank;
    }

    /// <summary>How many positions there are, those of departments that are no longer listed among them.</summary>
    public int Positions => _ids.Length;

    /// <summary>The keys of all departments, by position.</summary>
    public IReadOnlyList<int> Ids => _ids;

    /// <summary>The positions of the departments listed, by name.</summary>
    public ReadOnlySpan<int> ByName => _byName;

    /// <summary>An order of departments, which may come in any.</summary>
    public static NameOrder Create(IReadOnlyCollection<DepartmentFacts> departments)
    {
        int[] ids = [.. departments.Select(department => department.Id)];
        string[] keys = [.. departments.Select(department => department.NameKey)];
        Array.Sort(keys, ids, StringComparer.Ordinal);
        var positions = new Dictionary<int, int>(ids.Length);
        foreach (var (position, id) in ids.Index())
            positions[id] = position;
        return new NameOrder(ids, keys, positions, [.. Enumerable.Range(0, ids.Length)]);
    }

    /// <summary>The key of the department at a position.</summary>
    public int IdAt(int position) => _ids[position];

    /// <summary>The department's position, or -1 when it is not listed.</summary>
    public int PositionOf(int departmentId) =>
        KnownPositionOf(departmentId) is >= 0 and var position && _keys[position] is not null ? position : -1;

    /// <summary>The department's position, or -1 when it was never listed.</summary>
    public int KnownPositionOf(int departmentId) => _positions.TryGetValue(departmentId, out var position) ? position : -1;

    /// <summary>How many names come before that of the department at a position; -1 when it is not listed.</summary>
    public int RankOf(int position) => _ranks[position];

    /// <summary>
    /// The keys of names (see <see cref="NameComparison"/>) that begin with this text, at most <paramref name="most"/>, in their order.
    /// </summary>
    public IEnumerable<string> KeysBeginning(string text, int most)
    {
        var (first, end) = (0, _byName.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (string.CompareOrdinal(_keys[_byName[middle]], text) < 0)
                first = middle + 1;
            else
                end = middle;
        }
        return _byName.Skip(first).Take(most).Select(position => _keys[position]!)
            .TakeWhile(key => key.StartsWith(text, StringComparison.Ordinal));
    }

    /// <summary>This order after changes.</summary>
    /// <param name="changed">Keys of the departments changed.</param>
    /// <param name="now">Those of them that are listed.</param>
    public NameOrder With(IReadOnlySet<int> changed, IReadOnlyDictionary<int, DepartmentFacts> now)
    {
        var moved = changed.Where(id => KeyOf(id) != now.GetValueOrDefault(id)?.NameKey).ToHashSet();
        if (moved.Count == 0)
            return this;

        var added = moved.Where(id => !_positions.ContainsKey(id) && now.ContainsKey(id)).ToList();
        var positions = added.Count == 0 ? _positions : new Dictionary<int, int>(_positions);
        foreach (var id in added)
            positions[id] = positions.Count;
        int[] ids = [.. _ids, .. added];
        string?[] keys = [.. _keys, .. added.Select(_ => (string?)null)];
        var byName = new List<int>(ids.Length);
        byName.AddRange(_byName.Where(position => !moved.Contains(ids[position])));
        foreach (var id in moved.Where(positions.ContainsKey))
            keys[positions[id]] = now.GetValueOrDefault(id)?.NameKey;
        var order = Comparer<int>.Create((left, right) =>
            string.CompareOrdinal(keys[left], keys[right]) is not 0 and var byText ? byText : ids[left].CompareTo(ids[right]));
        foreach (var id in moved.Where(now.ContainsKey))
            byName.Insert(~byName.BinarySearch(positions[id], order), positions[id]);
        return new NameOrder(ids, keys, positions, [.. byName]);
    }

    private string? KeyOf(int id) => PositionOf(id) is >= 0 and var position ? _keys[position] : null;
}
