namespace BpoDirectory.Search.Index;

/// <summary>The different words of one department at a time, each with its weightiest tier.</summary>
/// <param name="words">The highest number of a word.</param>
internal sealed class WordTiers(int words)
{
    private readonly byte[] _tiers = new byte[words + 1];
    private int[] _words = [];
    private int[] _different = [];
    private int _count;

    /// <summary>The tier of a word of the department last asked for.</summary>
    public int this[int word] => _tiers[word];

    /// <summary>The words of a department; valid until the next department is asked for.</summary>
    public ReadOnlySpan<int> Of(byte[]? passages)
    {
        foreach (var word in _different.AsSpan(0, _count))
            _tiers[word] = 0;
        _count = 0;
        var passage = new PassageCursor(passages);
        while (passage.Next(ref _words))
        {
            if (_different.Length < _count + passage.Count)
                Array.Resize(ref _different, (_count + passage.Count) * 2);
            var tier = (byte)passage.Tier;
            foreach (var word in _words.AsSpan(0, passage.Count))
            {
                if (_tiers[word] == 0)
                    _different[_count++] = word;
                if (_tiers[word] == 0 || tier < _tiers[word])
                    _tiers[word] = tier;
            }
        }
        return _different.AsSpan(0, _count);
    }
}
