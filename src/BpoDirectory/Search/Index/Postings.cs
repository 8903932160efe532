using BpoDirectory.Search.Ranking;

namespace BpoDirectory.Search.Index;

/// <summary>
/// Which departments have which words, and in which field class, all in memory: for each word the departments' positions in
/// ascending order, each written as the distance from the one before it together with the field class.
/// </summary>
public sealed class Postings
{
    private readonly byte[]?[] _lists;
    private readonly int[] _counts;
    private readonly int[] _naming;

    private Postings(byte[]?[] lists, int[] counts, int[] naming) => (_lists, _counts, _naming) = (lists, counts, naming);

    /// <summary>In how many departments each word occurs, by the word's number.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>In how many departments each word occurs elsewhere than in the description, by the word's number.</summary>
    public IReadOnlyList<int> NamingCounts => _naming;

    /// <summary>Which departments have this word.</summary>
    internal PostingCursor For(int word) => new(word < _lists.Length ? _lists[word] : null);

    /// <summary>In how many departments this word occurs.</summary>
    public int CountOf(int word) => word < _counts.Length ? _counts[word] : 0;

    /// <summary>Postings of packed passages.</summary>
    /// <param name="passages">The departments' passages, by the departments' positions; null where there is no department.</param>
    /// <param name="words">The highest number of a word.</param>
    internal static Postings Build(IReadOnlyList<byte[]?> passages, int words)
    {
        var terms = new DepartmentTerms(words);
        var lists = new GrowingList[words + 1];
        for (var position = 0; position < passages.Count; position++)
            foreach (var word in terms.Read(passages[position]))
                lists[word].Add(position, terms[word]);
        return new Postings(
            Array.ConvertAll(lists, list => list.ToArray()), Array.ConvertAll(lists, list => list.Count),
            Array.ConvertAll(lists, list => list.Naming));
    }

    /// <summary>These postings after changes of departments: only the lists of words that came, went or moved are written again.</summary>
    /// <param name="changes">The positions changed, with the passages before and after; null for no department.</param>
    /// <param name="words">The highest number of a word.</param>
    internal Postings With(IEnumerable<(int Position, byte[]? Before, byte[]? After)> changes, int words)
    {
        var changed = new Dictionary<int, SortedDictionary<int, int>>();
        var terms = new DepartmentTerms(words);
        foreach (var (position, before, after) in changes)
        {
            var old = terms.Read(before).ToArray().ToDictionary(word => word, word => terms[word]);
            foreach (var word in terms.Read(after))
                if (!old.Remove(word, out var fieldClass) || fieldClass != terms[word])
                    Note(word, position, terms[word]);
            foreach (var word in old.Keys)
                Note(word, position, 0);
        }
        if (changed.Count == 0)
            return this;

        var (lists, counts, naming) = (_lists, _counts, _naming);
        Array.Resize(ref lists, Math.Max(words + 1, _lists.Length));
        Array.Resize(ref counts, lists.Length);
        Array.Resize(ref naming, lists.Length);
        if (ReferenceEquals(lists, _lists))
            (lists, counts, naming) = ([.. _lists], [.. _counts], [.. _naming]);
        foreach (var (word, positions) in changed)
            (lists[word], counts[word], naming[word]) = PostingCursor.Merge(lists[word], positions);
        return new Postings(lists, counts, naming);

        void Note(int word, int position, int fieldClass) =>
            (changed.TryGetValue(word, out var positions) ? positions : changed[word] = [])[position] = fieldClass;
    }

    private struct GrowingList
    {
        private byte[]? _bytes;
        private int _size;
        private int _last;

        public int Count { get; private set; }

        public int Naming { get; private set; }

        public void Add(int position, int fieldClass)
        {
            if (_bytes is null || _bytes.Length < _size + VarInt.Longest)
                Array.Resize(ref _bytes, Math.Max(2 * VarInt.Longest, _size * 2));
            _size += VarInt.Write(_bytes.AsSpan(_size), PostingCursor.Pack(position - _last, fieldClass));
            _last = position;
            Count++;
            Naming += fieldClass < FieldWeights.Description ? 1 : 0;
        }

        public readonly byte[]? ToArray() => _bytes?.AsSpan(0, _size).ToArray();
    }
}
