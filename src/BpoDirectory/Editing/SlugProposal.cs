using System.IO.Hashing;
using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Editing;

/// <summary>Makes slugs out of names, for editors to keep or change.</summary>
public static class SlugProposal
{
    private const int DigestLength = 10;

    /// <summary>
    /// “Café &amp; Bar” becomes “cafe-bar”. Letters that cannot stand in an address are told by a digest of the whole name, always the
    /// same one: “人事部 Japan” becomes “japan-” and ten letters or digits. Only a name without a letter, digit or symbol has no slug.
    /// </summary>
    public static string FromName(string name)
    {
        var plain = TextNormalizer.Plain(name);
        var slug = new StringBuilder();
        foreach (var letter in plain)
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-' && letter != '\'')
                slug.Append('-');
        var isWhole = slug.Length > 0 && plain.EnumerateRunes().All(rune => rune.IsAscii || !Rune.IsLetterOrDigit(rune));
        if (isWhole || !plain.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune)))
            return Cut(slug, Rules.SlugLength);
        var digest = Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(NameComparison.KeyOf(name))))[..DigestLength];
        return Cut(slug, Rules.SlugLength - DigestLength - 1) is { Length: > 0 } begin ? $"{begin}-{digest}" : digest;
    }

    private static string Cut(StringBuilder slug, int longest) => slug.ToString(0, Math.Min(slug.Length, longest)).TrimEnd('-');
}
