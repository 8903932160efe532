using System.Text;
using System.Text.RegularExpressions;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>Makes any text a person or a program sends safe to work with.</summary>
public static partial class QueryText
{
    /// <summary>Characters of a question that count, in UTF-16 code units.</summary>
    public const int LongestQuery = 200;

    /// <summary>Words of a question that count.</summary>
    public const int MostWords = 16;

    /// <summary>
    /// The first <see cref="LongestQuery"/> characters and <see cref="MostWords"/> words, parted by single blanks, without
    /// control characters, invisible format characters and halves of surrogate pairs.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";

        var clean = new StringBuilder(Math.Min(text.Length, LongestQuery));
        var words = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune))
                continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                if (clean.Length == 0 || clean[^1] == ' ')
                    continue;
                if (++words > MostWords || clean.Length >= LongestQuery)
                    break;
                clean.Append(' ');
                continue;
            }
            if (clean.Length + rune.Utf16SequenceLength > LongestQuery)
                break;
            clean.Append(rune);
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>A text with blanks in place of HTML tags, which are no words; one that has nothing else as it is.</summary>
    public static string WithoutTags(string text)
    {
        var plain = Tag.Replace(text, tag => new string(' ', tag.Length));
        return plain.AsSpan().ContainsAnyExcept(' ') ? plain : text;
    }

    [GeneratedRegex("</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag { get; }

    // Direction marks, joiners, soft hyphens and the like: they change how a text looks, not what it says.
    private static bool IsInvisible(Rune rune) =>
        TextNormalizer.IsIgnorable(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format;
}
