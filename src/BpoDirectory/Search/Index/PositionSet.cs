using System.Numerics;

namespace BpoDirectory.Search.Index;

/// <summary>A set of departments by their positions in memory: one bit for each.</summary>
public sealed class PositionSet
{
    private const int BitsPerWord = 64;

    private readonly ulong[] _words;

    private PositionSet(ulong[] words) => _words = words;

    /// <summary>An empty set over this many positions.</summary>
    public PositionSet(int positions) => _words = new ulong[WordsFor(positions)];

    /// <summary>How many departments are in the set.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    public void Add(int position) => _words[position / BitsPerWord] |= 1UL << (position % BitsPerWord);

    public void Remove(int position) => _words[position / BitsPerWord] &= ~(1UL << (position % BitsPerWord));

    public bool Contains(int position) => (_words[position / BitsPerWord] & (1UL << (position % BitsPerWord))) != 0;

    /// <summary>This set after changes; itself when they change nothing.</summary>
    /// <param name="changes">The positions changed, each with whether it is in the set.</param>
    /// <param name="positions">How many positions there are, at least as many as before.</param>
    public PositionSet With(IEnumerable<(int Position, bool IsIn)> changes, int positions)
    {
        var set = _words.Length == WordsFor(positions)
            ? this
            : new PositionSet([.. _words, .. new ulong[WordsFor(positions) - _words.Length]]);
        foreach (var (position, isIn) in changes)
        {
            if (set.Contains(position) == isIn)
                continue;
            if (ReferenceEquals(set, this))
                set = Copy();
            if (isIn)
                set.Add(position);
            else
                set.Remove(position);
        }
        return set;
    }

    /// <summary>What is in this set and in the other.</summary>
    public PositionSet And(PositionSet other)
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = _words[i] & other._words[i];
        return new PositionSet(words);
    }

    /// <summary>How many are in this set and in the other.</summary>
    public int CountAnd(PositionSet other)
    {
        var count = 0;
        for (var i = 0; i < _words.Length; i++)
            count += BitOperations.PopCount(_words[i] & other._words[i]);
        return count;
    }

    /// <summary>Adds what is in the other set.</summary>
    public void UnionWith(PositionSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] |= other._words[i];
    }

    /// <summary>The positions in the set, ascending.</summary>
    public IEnumerable<int> Ascending()
    {
        for (var i = 0; i < _words.Length; i++)
            for (var word = _words[i]; word != 0; word &= word - 1)
                yield return (i * BitsPerWord) + BitOperations.TrailingZeroCount(word);
    }

    private PositionSet Copy() => new([.. _words]);

    private static int WordsFor(int positions) => (positions + BitsPerWord - 1) / BitsPerWord;
}
