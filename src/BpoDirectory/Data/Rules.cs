using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BpoDirectory.Data;

/// <summary>The limits every text of the directory keeps to, and the checks that entities make with them.</summary>
public static partial class Rules
{
    /// <summary>Longest name, alias, synonym or title, in UTF-16 code units.</summary>
    public const int NameLength = 100;

    /// <summary>Longest acronym, in UTF-16 code units.</summary>
    public const int AcronymLength = 10;

    /// <summary>Longest slug, in characters.</summary>
    public const int SlugLength = 100;

    /// <summary>Longest summary, reason, note or responsibility, in UTF-16 code units.</summary>
    public const int SentenceLength = 500;

    /// <summary>Longest Markdown text, in UTF-16 code units.</summary>
    public const int MarkdownLength = 20_000;

    // How much of a text is shown before what cannot be seen in it.
    private const int ShownBefore = 30;

    /// <summary>The text without blanks around it.</summary>
    /// <exception cref="DirectoryRuleException">Nothing to be seen is left, it is longer than <paramref name="longest"/>, or something in it cannot be seen.</exception>
    public static string Required(string text, string what, int longest)
    {
        var trimmed = text.Trim();
        if (!trimmed.EnumerateRunes().Any(IsVisible))
            throw new DirectoryRuleException($"Enter {what}.");
        return Within(trimmed, what, longest);
    }

    /// <summary>The text without blanks around it, or null when there is none.</summary>
    /// <exception cref="DirectoryRuleException">It is longer than <paramref name="longest"/>, or something in it cannot be seen.</exception>
    public static string? Optional(string? text, string what, int longest) =>
        string.IsNullOrWhiteSpace(text) ? null : Within(text.Trim(), what, longest);

    /// <summary>A slug: lower-case ASCII letters and digits in groups joined by single hyphens.</summary>
    /// <exception cref="DirectoryRuleException">The text is not of that form.</exception>
    public static string Slug(string slug) =>
        slug.Length <= SlugLength && SlugForm().IsMatch(slug)
            ? slug
            : throw new DirectoryRuleException(
                $"“{slug}” cannot stand in an address: use lower-case letters, digits and single hyphens, {SlugLength} characters at most.");

    private static string Within(string text, string what, int longest)
    {
        if (text.Length > longest)
            throw new DirectoryRuleException($"Shorten {what} to {longest} characters; it has {text.Length}.");
        foreach (var (index, letter) in text.Index())
            if (IsHidden(letter, isName: longest <= NameLength))
                throw new DirectoryRuleException($"{(letter is '\n' or '\r' ? "A line break" : $"A character that cannot be seen (U+{(int)letter:X4})")} is in {what}, after “{text[Math.Max(0, index - ShownBefore)..index]}”: remove it.");
        return text;
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);

    // What ends a text for some programs; in names also other control characters, zero-width blanks, by which two would look alike,
    // and what turns the direction of writing beyond them. Joiners stay: emoji and some scripts need them.
    private static bool IsHidden(char letter, bool isName) => letter switch
    {
        '\0' => true,
        '\t' => false,
        '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => isName,
        _ => isName && char.IsControl(letter),
    };

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();
}
