using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Editing;

/// <summary>Makes slugs out of names, for editors to keep or change.</summary>
public static class SlugProposal
{
    /// <summary>“Café &amp; Bar” becomes “cafe-bar”; a name without a Latin letter or a digit has none, and the proposal is empty.</summary>
    public static string FromName(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Select(TextNormalizer.Normalize))
        {
            if (slug.Length == Rules.SlugLength)
                break;
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-' && letter is not ('\'' or '’'))
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}
