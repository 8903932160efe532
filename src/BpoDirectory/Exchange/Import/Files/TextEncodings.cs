using System.Buffers;
using System.Text;
using UtfUnknown;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>The encodings that texts are read in, and how the one of a text is found: by its first bytes, else by what it holds.</summary>
public static class TextEncodings
{
    public const string Utf8 = "utf-8";

    private const string Utf16 = "utf-16";
    private const string Utf16BigEndian = "utf-16BE";
    private const string Western = "windows-1252";
    private const string Mac = "macintosh";

    // As much as shows the language; the rest costs time only.
    private const int Sample = 1024 * 1024;

    // Half of what a sample holds is zero where ASCII letters are written in two bytes.
    private const double ZerosOfUtf16 = 0.3;

    private const float LeastConfidence = 0.4f;

    // What the encodings of Western Europe have for é è à ä ö ü ç ê ñ á ó í ú, quotation marks, dashes and the bullet on old Macintoshes.
    private static readonly SearchValues<byte> MacLetters = SearchValues.Create(
        0x8E, 0x8F, 0x88, 0x8A, 0x9A, 0x9F, 0x8D, 0x90, 0x96, 0x87, 0x97, 0x92, 0x9C, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xA5, 0xCA);

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What an editor can choose from.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Utf8, Utf16, Utf16BigEndian, Western, "windows-1251", "windows-1250", "windows-1253", "windows-1254", "koi8-r", "ibm866",
        "iso-8859-2", "iso-8859-5", Mac, "shift_jis", "gb18030", "big5", "euc-kr",
    ];

    /// <summary>The encoding of that name, which fails at bytes that it does not know.</summary>
    public static Encoding Get(string name) => name switch
    {
        Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        Utf16 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
    };

    /// <summary>The encoding of a text, and whether that is known rather than guessed.</summary>
    public static (string Name, bool IsKnown) Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Utf16, true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (Utf16BigEndian, true);
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        // Before UTF-8, as which such a text may seem right too.
        if (DetectUtf16(sample) is { } wide)
            return (wide, false);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? (Utf8, true) : (DetectMac(sample) ?? Guess(sample.ToArray()), false);
    }

    /// <summary>The same of a text that holds zeros, which no other text does; null when it is none.</summary>
    public static string? DetectUtf16(ReadOnlySpan<byte> sample)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at < sample.Length; at++)
            if (sample[at] == 0)
                _ = at % 2 == 0 ? even++ : odd++;
        var half = sample.Length / 2.0;
        return odd > half * ZerosOfUtf16 && even < odd / 4.0
            ? Utf16
            : even > half * ZerosOfUtf16 && odd < even / 4.0 ? Utf16BigEndian : null;
    }

    // Only old Macintosh programs end lines with a carriage return alone.
    private static string? DetectMac(ReadOnlySpan<byte> sample)
    {
        if (sample.Contains((byte)'\n') || !sample.Contains((byte)'\r'))
            return null;
        var (high, letters) = (0, 0);
        foreach (var one in sample)
            if (one >= 0x80)
            {
                high++;
                letters += MacLetters.Contains(one) ? 1 : 0;
            }
        return letters * 2 > high ? Mac : null;
    }

    private static string Guess(byte[] sample)
    {
        var best = CharsetDetector.DetectFromBytes(sample).Detected;
        if (best?.Encoding is null || best.Confidence < LeastConfidence)
            return Western;
        var name = best.Encoding.WebName;
        // The two differ only in control characters, which no table holds.
        if (name is "iso-8859-1" or "us-ascii"
            || Names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } guess)
            return Western;
        // Few letters are the same in several encodings: the usual one of them is as right.
        return CanRead(Western, sample) && Get(Western).GetString(sample) == best.Encoding.GetString(sample) ? Western : guess;
    }

    /// <summary>Whether every byte of the text is a character of the encoding.</summary>
    public static bool CanRead(string name, byte[] bytes)
    {
        try
        {
            _ = Get(name).GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
