using System.Buffers;

namespace BpoDirectory.Search.Index;

/// <summary>
/// Whole numbers from 0 in as few bytes as each needs: seven bits in a byte, lowest first, and the eighth says that more
/// follow (LEB128, DWARF Debugging Information Format 5, section 7.6).
/// </summary>
internal static class VarInt
{
    /// <summary>Most bytes that a number takes.</summary>
    public const int Longest = 5;

    private const int Bits = 7;
    private const int More = 1 << Bits;

    /// <summary>How many bytes the number takes.</summary>
    public static int Length(int value)
    {
        var length = 1;
        for (var rest = (uint)value >> Bits; rest != 0; rest >>= Bits)
            length++;
        return length;
    }

    /// <summary>Reads the number that begins at <paramref name="at"/>, and moves on behind it.</summary>
    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        int value = bytes[at++];
        if (value < More)
            return value;
        value -= More;
        for (var shift = Bits; ; shift += Bits)
        {
            int next = bytes[at++];
            if (next < More)
                return value | (next << shift);
            value |= (next - More) << shift;
        }
    }

    /// <summary>Writes a number at the beginning of <paramref name="to"/>.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Write(Span<byte> to, int value)
    {
        var length = 0;
        var rest = (uint)value;
        for (; rest >= More; rest >>= Bits)
            to[length++] = (byte)(rest | More);
        to[length++] = (byte)rest;
        return length;
    }

    /// <summary>Appends a number.</summary>
    public static void Write(ArrayBufferWriter<byte> to, int value) => to.Advance(Write(to.GetSpan(Longest), value));
}
