using System.Text;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Search.Text;

/// <summary>What a letter of a normalised text is to the word it stands in.</summary>
internal enum LetterKind
{
    /// <summary>No part of a word.</summary>
    None,

    /// <summary>A letter or digit of a script that parts words by blanks.</summary>
    Letter,

    /// <summary>A letter of a script without blanks between words.</summary>
    Unspaced,

    /// <summary>A mark on the letter before it.</summary>
    Mark,
}

/// <summary>Tells letters apart.</summary>
internal static class LetterKinds
{
    /// <summary>The kind of what stands at a place, and how many UTF-16 code units it takes.</summary>
    public static LetterKind At(string text, int at, out int units)
    {
        units = 1;
        if (char.IsAscii(text[at]))
            return char.IsAsciiLetterOrDigit(text[at]) ? LetterKind.Letter : LetterKind.None;
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out units);
        if (TextNormalizer.IsMark(rune))
            return LetterKind.Mark;
        if (!Rune.IsLetterOrDigit(rune))
            return LetterKind.None;
        return IsUnspaced(rune.Value) ? LetterKind.Unspaced : LetterKind.Letter;
    }

    // Thai to Myanmar without Georgian, Khmer, New Tai Lue and Tai Tham, Kana and Han with their extensions, Yi.
    private static bool IsUnspaced(int letter) => letter is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x1950 and <= 0x1AAF)
        or (>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x312F) or (>= 0x31A0 and <= 0x31FF) or (>= 0x3400 and <= 0x9FFF)
        or (>= 0xA000 and <= 0xA4CF) or (>= 0xA9E0 and <= 0xA9FF) or (>= 0xAA60 and <= 0xAADF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x1AFF0 and <= 0x1B16F) or (>= 0x20000 and <= 0x3FFFF);
}
