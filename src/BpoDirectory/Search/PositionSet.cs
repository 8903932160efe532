using System.Numerics;

namespace BpoDirectory.Search;

/// <summary>A set of departments, each standing for its place in the order of names: one bit for each department.</summary>
public sealed class PositionSet
{
    private const int BitsPerWord = 64;

    private readonly ulong[] _words;

    private PositionSet(ulong[] words) => _words = words;

    /// <summary>An empty set over this many departments.</summary>
    public PositionSet(int departments) => _words = new ulong[(departments + BitsPerWord - 1) / BitsPerWord];

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

    /// <summary>A set of all departments, this many.</summary>
    public static PositionSet Full(int departments)
    {
        var set = new PositionSet(departments);
        for (var position = 0; position < departments; position++)
            set.Add(position);
        return set;
    }

    public void Add(int position) => _words[position / BitsPerWord] |= 1UL << (position % BitsPerWord);

    public void Remove(int position) => _words[position / BitsPerWord] &= ~(1UL << (position % BitsPerWord));

    public bool Contains(int position) => (_words[position / BitsPerWord] & (1UL << (position % BitsPerWord))) != 0;

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
}
