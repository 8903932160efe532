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

    /// <summary>The text without blanks around it.</summary>
    /// <exception cref="DirectoryRuleException">Nothing is left, or it is longer than <paramref name="longest"/>.</exception>
    public static string Required(string text, string what, int longest)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            throw new DirectoryRuleException($"Enter {what}.");
        return Within(trimmed, what, longest);
    }

    /// <summary>The text without blanks around it, or null when there is none.</summary>
    /// <exception cref="DirectoryRuleException">It is longer than <paramref name="longest"/>.</exception>
    public static string? Optional(string? text, string what, int longest) =>
        string.IsNullOrWhiteSpace(text) ? null : Within(text.Trim(), what, longest);

    /// <summary>A slug: lower-case ASCII letters and digits in groups joined by single hyphens.</summary>
    /// <exception cref="DirectoryRuleException">The text is not of that form.</exception>
    public static string Slug(string slug) =>
        slug.Length <= SlugLength && SlugForm().IsMatch(slug)
            ? slug
            : throw new DirectoryRuleException(
                $"“{slug}” cannot stand in an address: use lower-case letters, digits and single hyphens, {SlugLength} characters at most.");

    private static string Within(string text, string what, int longest) =>
        text.Length <= longest
            ? text
            : throw new DirectoryRuleException($"Shorten {what} to {longest} characters; it has {text.Length}.");

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();
}
