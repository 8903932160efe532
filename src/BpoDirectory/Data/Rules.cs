using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BpoDirectory.Data;

/// <summary>The limits every text of the directory keeps to, and the checks that entities and forms make with them.</summary>
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

    /// <summary>Most items of a list of an entry, such as its aliases, and most sources of a fact.</summary>
    public const int MostItems = 200;

    /// <summary>Most other entries that an entry names, such as a department's functions.</summary>
    public const int MostLinks = 500;

    // How much of a text is shown before what cannot be seen in it.
    private const int ShownBefore = 30;

    /// <summary>The text without blanks around it, with line feeds as its only line ends.</summary>
    /// <exception cref="DirectoryRuleException">The text breaks <see cref="CheckRequired"/>.</exception>
    public static string Required(string text, string what, int longest) =>
        CheckRequired(text, what, longest) is { } problem ? throw new DirectoryRuleException(problem) : WithLineFeeds(text.Trim());

    /// <summary>The text without blanks around it, with line feeds as its only line ends, or null when there is none.</summary>
    /// <exception cref="DirectoryRuleException">The text breaks <see cref="CheckOptional"/>.</exception>
    public static string? Optional(string? text, string what, int longest) =>
        CheckOptional(text, what, longest) is { } problem ? throw new DirectoryRuleException(problem)
        : string.IsNullOrWhiteSpace(text) ? null : WithLineFeeds(text.Trim());

    /// <summary>The same text with a line feed wherever a line ends.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>A slug: lower-case ASCII letters and digits in groups joined by single hyphens.</summary>
    /// <exception cref="DirectoryRuleException">The text is not of that form.</exception>
    public static string Slug(string slug) => CheckSlug(slug) is { } problem ? throw new DirectoryRuleException(problem) : slug;

    /// <summary>What to do about a text that has nothing to be seen in it, is too long or holds what cannot be seen; null when it is right.</summary>
    /// <param name="text">The text; blanks around it do not count.</param>
    /// <param name="what">What it is, such as “a summary”.</param>
    /// <param name="longest">The most it may have, in UTF-16 code units.</param>
    public static string? CheckRequired(string text, string what, int longest) =>
        text.EnumerateRunes().Any(IsVisible) ? CheckWithin(text.Trim(), what, longest) : $"Enter {what}.";

    /// <summary>What to do about a text that is too long or holds what cannot be seen; null when it is right or absent.</summary>
    /// <param name="text">The text; blanks around it do not count.</param>
    /// <param name="what">What it is, such as “the note”.</param>
    /// <param name="longest">The most it may have, in UTF-16 code units.</param>
    public static string? CheckOptional(string? text, string what, int longest) =>
        string.IsNullOrWhiteSpace(text) ? null : CheckWithin(text.Trim(), what, longest);

    /// <summary>What to do about a text that is no slug; null when it is one.</summary>
    public static string? CheckSlug(string slug) => slug.Length <= SlugLength && SlugForm().IsMatch(slug)
        ? null
        : $"“{slug}” cannot be part of an address: use lower-case letters, digits and single hyphens, {SlugLength} characters at most.";

    private static string? CheckWithin(string text, string what, int longest)
    {
        if (text.Length > longest)
            return $"Shorten {what} to {longest} characters; it has {text.Length}.";
        foreach (var (index, letter) in text.Index())
            if (IsHidden(letter, isName: longest <= NameLength))
                return $"{NameOf(letter)} is in {what}, after “{text[StartOfShown(text, index)..index]}”: remove it.";
        return null;
    }

    // Not within what a reader sees as one character.
    private static int StartOfShown(string text, int end) =>
        StringInfo.ParseCombiningCharacters(text).FirstOrDefault(start => start >= end - ShownBefore, end);

    private static string NameOf(char hidden) =>
        hidden is '\n' or '\r' ? "A line break" : $"A character that cannot be seen (U+{(int)hidden:X4})";

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
