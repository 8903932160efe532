using System.Text;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>
/// Letters that some program before read as Windows-1252 or Windows-1251 though they were UTF-8: “FranÃ§ois”. They can be put right
/// without guessing, for the bytes are all there; what does not have that form is never touched.
/// </summary>
public static class Mojibake
{
    // Two letters of Russian side by side can look like one such letter, four hardly.
    private const int FewestCyrillic = 2;

    private static readonly Dictionary<char, byte> Western = BytesOf("windows-1252");

    private static readonly Dictionary<char, byte> Cyrillic = BytesOf("windows-1251");

    /// <summary>The text put right; the same text where there is nothing to be.</summary>
    public static string Repair(string text) =>
        text.All(char.IsAscii) ? text : Repair(Repair(text, Western, fewest: 1), Cyrillic, FewestCyrillic);

    private static string Repair(string text, Dictionary<char, byte> bytes, int fewest)
    {
        StringBuilder? repaired = null;
        var kept = 0;
        for (var at = 0; at < text.Length;)
        {
            var (end, letters) = (at, new StringBuilder());
            var count = 0;
            while (ReadLetter(text, end, bytes) is var (rune, length))
            {
                letters.Append(rune);
                end += length;
                count++;
            }
            if (count >= fewest)
            {
                (repaired ??= new StringBuilder()).Append(text, kept, at - kept).Append(letters);
                kept = end;
            }
            at = Math.Max(end, at + 1);
        }
        return repaired is null ? text : repaired.Append(text, kept, text.Length - kept).ToString();
    }

    // One letter of two to four bytes, each of which stands as a letter of its own.
    private static (Rune Letter, int Length)? ReadLetter(string text, int at, Dictionary<char, byte> bytes)
    {
        Span<byte> read = stackalloc byte[4];
        if (at >= text.Length || !bytes.TryGetValue(text[at], out read[0]))
            return null;
        var length = read[0] switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0 || at + length > text.Length)
            return null;
        for (var next = 1; next < length; next++)
            if (!bytes.TryGetValue(text[at + next], out read[next]))
                return null;
        return Rune.DecodeFromUtf8(read[..length], out var rune, out var consumed) == System.Buffers.OperationStatus.Done
            && consumed == length && IsUsual(rune)
            ? (rune, length)
            : null;
    }

    // The letters of phonetics are what an accented letter before a dash or a quotation mark would become.
    private static bool IsUsual(Rune rune) => rune.Value is not (>= 0x0250 and <= 0x02FF) && !Rune.IsControl(rune);

    private static Dictionary<char, byte> BytesOf(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        return Enumerable.Range(0x80, 0x80).ToDictionary(one => encoding.GetString([(byte)one])[0], one => (byte)one);
    }
}
