using BpoDirectory.Search.Ranking;

namespace BpoDirectory.Search.Index;

/// <summary>Walks through a department's <see cref="PackedPassages"/>.</summary>
/// <param name="packed">The passages.</param>
internal ref struct PassageCursor(ReadOnlySpan<byte> packed)
{
    private readonly ReadOnlySpan<byte> _packed = packed;
    private int _at;
    private int _ownerRank = 1;
    private bool _isOtherWording;

    /// <summary>Names the present passage.</summary>
    public PassageKey Key { get; private set; } = new(MatchField.Name, 0, -1);

    /// <summary>How many words the present passage has.</summary>
    public int Count { get; private set; }

    /// <summary>How weighty the place of the present passage is.</summary>
    public readonly int FieldClass => FieldWeights.ClassOf(Key.Field, _ownerRank, _isOtherWording);

    /// <summary>Moves to the next passage and puts its words' numbers into <paramref name="words"/>, which grows as needed.</summary>
    public bool Next(ref int[] words)
    {
        if (_at == _packed.Length)
            return false;
        int head = _packed[_at++];
        var field = (MatchField)(head & PackedPassages.FieldBits);
        _isOtherWording = (head & PackedPassages.IsOtherWording) != 0;
        var function = 0;
        if (field == MatchField.Function)
        {
            function = VarInt.Read(_packed, ref _at);
            _ownerRank = VarInt.Read(_packed, ref _at);
        }
        Key = new PassageKey(field, function, field == Key.Field && function == Key.FunctionId ? Key.Ordinal + 1 : 0);
        Count = VarInt.Read(_packed, ref _at);
        if (words.Length < Count)
            words = new int[Count * 2];
        for (var i = 0; i < Count; i++)
            words[i] = VarInt.Read(_packed, ref _at);
        return true;
    }
}
