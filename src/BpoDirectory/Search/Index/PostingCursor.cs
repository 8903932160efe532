using System.Buffers;
using BpoDirectory.Search.Ranking;

namespace BpoDirectory.Search.Index;

/// <summary>Walks through the departments that have one word.</summary>
/// <param name="list">The list of the word.</param>
internal ref struct PostingCursor(ReadOnlySpan<byte> list)
{
    // A field class fits into four bits.
    private const int FieldClassBits = 4;
    private const int FieldClassMask = (1 << FieldClassBits) - 1;

    private readonly ReadOnlySpan<byte> _list = list;
    private int _at;

    /// <summary>The position of the present department.</summary>
    public int Position { get; private set; }

    /// <summary>The weightiest field class in which the present department has the word.</summary>
    public int FieldClass { get; private set; }

    /// <summary>Moves to the next department.</summary>
    public bool Next()
    {
        if (_at == _list.Length)
            return false;
        var packed = VarInt.Read(_list, ref _at);
        Position += packed >> FieldClassBits;
        FieldClass = packed & FieldClassMask;
        return true;
    }

    /// <summary>What is written for a department that stands so far behind the one before it.</summary>
    public static int Pack(int distance, int fieldClass) => (distance << FieldClassBits) | fieldClass;

    /// <summary>A list after changes.</summary>
    /// <param name="list">The list before.</param>
    /// <param name="changes">The field class of each position changed, 0 for a department that no longer has the word.</param>
    /// <returns>The list, how many departments it has, and in how many of them the word stands elsewhere than in the description.</returns>
    public static (byte[]? List, int Count, int Naming) Merge(byte[]? list, SortedDictionary<int, int> changes)
    {
        var merged = new ArrayBufferWriter<byte>((list?.Length ?? 0) + (changes.Count * VarInt.Longest) + VarInt.Longest);
        var (count, naming, last) = (0, 0, 0);
        var kept = new PostingCursor(list);
        var hasKept = kept.Next();
        foreach (var (position, fieldClass) in changes)
        {
            for (; hasKept && kept.Position < position; hasKept = kept.Next())
                Write(kept.Position, kept.FieldClass);
            if (hasKept && kept.Position == position)
                hasKept = kept.Next();
            if (fieldClass > 0)
                Write(position, fieldClass);
        }
        for (; hasKept; hasKept = kept.Next())
            Write(kept.Position, kept.FieldClass);
        return (count == 0 ? null : merged.WrittenSpan.ToArray(), count, naming);

        void Write(int position, int fieldClass)
        {
            VarInt.Write(merged, Pack(position - last, fieldClass));
            (last, count, naming) = (position, count + 1, naming + (fieldClass < FieldWeights.Description ? 1 : 0));
        }
    }
}
