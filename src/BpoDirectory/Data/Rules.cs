using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BpoDirectory.Data.Text;

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

    /// <summary>
    /// The text as it is kept: without blanks around it, with line feeds as its only line ends; a name <see cref="WithoutHidden"/>.
    /// </summary>
    /// <exception cref="DirectoryRuleException">The text breaks <see cref="CheckRequired"/>.</exception>
    public static string Required(string text, string what, int longest) =>
        CheckRequired(text, what, longest) is { } problem ? throw new DirectoryRuleException(problem) : Kept(text, longest);

    /// <summary>The same of a text that may be absent; null when there is none.</summary>
    /// <exception cref="DirectoryRuleException">The text breaks <see cref="CheckOptional"/>.</exception>
    public static string? Optional(string? text, string what, int longest) =>
        CheckOptional(text, what, longest) is { } problem ? throw new DirectoryRuleException(problem)
        : string.IsNullOrWhiteSpace(text) ? null : Kept(text, longest);

    /// <summary>The same text with a line feed wherever a line ends.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>
    /// A text of one line without what came along with it unseen: control characters, blanks without width, and what turns the direction
    /// of writing beyond it. Joiners and variation selectors stay: emoji and some scripts need them.
    /// </summary>
    public static string WithoutHidden(string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
            return text;
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => !IsHidden(rune) || Rune.IsWhiteSpace(rune)))
            seen.Append(IsHidden(rune) ? new Rune(' ') : rune);
        return seen.ToString();
    }

    /// <summary>A slug: lower-case ASCII letters and digits in groups joined by single hyphens.</summary>
    /// <exception cref="DirectoryRuleException">The text is not of that form.</exception>
    public static string Slug(string slug) => CheckSlug(slug) is { } problem ? throw new DirectoryRuleException(problem) : slug;

    /// <summary>
    /// What to do about a text that has nothing to be seen in it, is too long or holds what cannot be seen; null when it is right.
    /// </summary>
    /// <param name="text">The text; blanks around it do not count.</param>
    /// <param name="what">What it is, such as “a summary”.</param>
    /// <param name="longest">The most it may have, in UTF-16 code units.</param>
    public static string? CheckRequired(string text, string what, int longest) =>
        IsSeen(text) ? CheckWithin(Kept(text, longest), what, longest) : $"Enter {what}.";

    /// <summary>The same of a text by which a list has an item: without it there need not be the item.</summary>
    /// <param name="text">The text; blanks around it do not count.</param>
    /// <param name="what">What it is, such as “an alias”.</param>
    /// <param name="longest">The most it may have, in UTF-16 code units.</param>
    public static string? CheckItem(string text, string what, int longest) =>
        IsSeen(text) ? CheckWithin(Kept(text, longest), what, longest) : $"Enter {what}, or remove the row.";

    /// <summary>What to do about a text that is too long or holds what cannot be seen; null when it is right or absent.</summary>
    /// <param name="text">The text; blanks around it do not count.</param>
    /// <param name="what">What it is, such as “the note”.</param>
    /// <param name="longest">The most it may have, in UTF-16 code units.</param>
    public static string? CheckOptional(string? text, string what, int longest) =>
        string.IsNullOrWhiteSpace(text) ? null : CheckWithin(Kept(text, longest), what, longest);

    /// <summary>What to do about a text that is no slug; null when it is one.</summary>
    public static string? CheckSlug(string slug) =>
        slug.Length == 0 ? "Enter an address: lower-case letters, digits and single hyphens."
        : slug.Length <= SlugLength && SlugForm().IsMatch(slug) ? null
        : $"“{slug}” cannot be part of an address: use lower-case letters, digits and single hyphens, {SlugLength} characters at most.";

    private static string? CheckWithin(string text, string what, int longest)
    {
        if (text.Length > longest)
            return $"Shorten {what} to {longest} characters; it has {text.Length}.";
        // Some programs take it for the end of the text.
        return text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var index
            ? $"A character that cannot be seen (U+0000) is in {what}, after “{text[StartOfShown(text, index)..index]}”: remove it."
            : null;
    }

    private static string Kept(string text, int longest) =>
        longest <= NameLength ? WithoutHidden(text.Trim()).Trim() : WithLineFeeds(text.Trim());

    // Not within what a reader sees as one character.
    private static int StartOfShown(string text, int end) =>
        StringInfo.ParseCombiningCharacters(text).FirstOrDefault(start => start >= end - ShownBefore, end);

    private static bool IsSeen(string text) => text.EnumerateRunes().Any(IsVisible);

    private static bool IsVisible(Rune rune) => !TextNormalizer.IsIgnorable(rune) && !TextNormalizer.IsBlank(rune)
        && Rune.GetUnicodeCategory(rune) is not
            (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static bool IsHidden(Rune rune) => Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029
        || (TextNormalizer.IsIgnorable(rune) && rune.Value is not (
            0x061C or (>= 0x180B and <= 0x180F) or (>= 0x200C and <= 0x200F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0020 and <= 0xE01EF)));

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();
}
