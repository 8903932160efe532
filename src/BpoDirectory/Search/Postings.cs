namespace BpoDirectory.Search;

/// <summary>
/// Which departments have which words, and in which tier, all in memory: for each word the departments' positions in
/// ascending order, each written as the distance from the one before it together with the tier.
/// </summary>
public sealed class Postings
{
    private readonly byte[]?[] _lists;
    private readonly int[] _counts;

    private Postings(byte[]?[] lists, int[] counts) => (_lists, _counts) = (lists, counts);

    /// <summary>In how many departments each word occurs, by the word's number.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Which departments have this word.</summary>
    internal PostingCursor Of(int word) => new(word < _lists.Length ? _lists[word] : null);

    /// <summary>In how many departments this word occurs.</summary>
    public int CountOf(int word) => word < _counts.Length ? _counts[word] : 0;

    /// <summary>Postings of packed passages.</summary>
    /// <param name="passages">The departments' passages, by the departments' positions; null where there is no department.</param>
    /// <param name="words">The highest number of a word.</param>
    internal static Postings Of(IReadOnlyList<byte[]?> passages, int words)
    {
        // Measured first and filled then: nothing is moved, and nothing is left over.
        var tiers = new WordTiers(words);
        var ends = new ListEnd[words + 1];
        for (var position = 0; position < passages.Count; position++)
            foreach (var word in tiers.Of(passages[position]))
            {
                ref var end = ref ends[word];
                end.Size += VarInt.Length(PostingCursor.Pack(position - end.Last, tiers[word]));
                end.Last = position;
                end.Count++;
            }
        var lists = Array.ConvertAll(ends, end => end.Size == 0 ? null : new byte[end.Size]);
        var counts = Array.ConvertAll(ends, end => end.Count);
        Array.Clear(ends);
        for (var position = 0; position < passages.Count; position++)
            foreach (var word in tiers.Of(passages[position]))
            {
                ref var end = ref ends[word];
                end.Size += VarInt.Write(lists[word].AsSpan(end.Size), PostingCursor.Pack(position - end.Last, tiers[word]));
                end.Last = position;
            }
        return new Postings(lists, counts);
    }

    /// <summary>These postings after changes of departments: only the lists of words that came, went or moved are written anew.</summary>
    /// <param name="changes">The positions changed, with the passages before and after; null for no department.</param>
    /// <param name="words">The highest number of a word.</param>
    internal Postings With(IEnumerable<(int Position, byte[]? Before, byte[]? After)> changes, int words)
    {
        var changed = new Dictionary<int, SortedDictionary<int, int>>();
        var tiers = new WordTiers(words);
        foreach (var (position, before, after) in changes)
        {
            var old = tiers.Of(before).ToArray().ToDictionary(word => word, word => tiers[word]);
            foreach (var word in tiers.Of(after))
                if (!old.Remove(word, out var tier) || tier != tiers[word])
                    Note(word, position, tiers[word]);
            foreach (var word in old.Keys)
                Note(word, position, 0);
        }
        if (changed.Count == 0)
            return this;

        var (lists, counts) = (_lists, _counts);
        Array.Resize(ref lists, Math.Max(words + 1, _lists.Length));
        Array.Resize(ref counts, lists.Length);
        if (ReferenceEquals(lists, _lists))
            (lists, counts) = ([.. _lists], [.. _counts]);
        foreach (var (word, positions) in changed)
            (lists[word], counts[word]) = PostingCursor.Merge(lists[word], positions);
        return new Postings(lists, counts);

        void Note(int word, int position, int tier) =>
            (changed.TryGetValue(word, out var positions) ? positions : changed[word] = [])[position] = tier;
    }

    // Where a list that is being made ends: its last position, its bytes, its departments.
    private struct ListEnd
    {
        public int Last;
        public int Size;
        public int Count;
    }
}
