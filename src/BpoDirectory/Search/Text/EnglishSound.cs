using System.Text;
using System.Text.RegularExpressions;

namespace BpoDirectory.Search.Text;

/// <summary>
/// What an English word sounds like, in the manner of Metaphone (L. Philips, Computer Language 7(12), 1990): its consonants, each
/// sound by one letter. "leev" sounds like "leave", "dezine" like "design".
/// </summary>
public static partial class EnglishSound
{
    private const int ShortestWithThreeEdits = 6;

    /// <summary>The English words that sound like a lower-case word and begin with its letter, those that differ least first.</summary>
    public static IEnumerable<string> Alike(string word)
    {
        var sound = Of(word);
        var most = word.Length < ShortestWithThreeEdits ? 2 : 3;
        return EnglishWords.Instance.BeginningWith(word[0])
            .Select(other => (Word: other, Edits: EditDistance.Between(word, other, most)))
            .Where(other => other.Edits <= most && Of(other.Word) == sound)
            .OrderBy(other => other.Edits)
            .ThenByDescending(other => EnglishWords.Instance.IsCommon(other.Word))
            .Select(other => other.Word);
    }

    /// <summary>The sound of a lower-case word without accents.</summary>
    public static string Of(string word)
    {
        var sounds = new StringBuilder(word.Length);
        foreach (var letter in Spellings().Replace(word, Sound))
        {
            var isVowel = letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            if (isVowel && sounds.Length > 0)
                continue;
            var sound = isVowel ? 'a' : letter;
            if (sounds.Length == 0 || sounds[^1] != sound)
                sounds.Append(sound);
        }
        return sounds.ToString();
    }

    private static string Sound(Match spelling) => spelling.Value switch
    {
        "ph" or "v" => "f",
        "gh" or "w" or "h" => "",
        "kn" or "gn" => "n",
        "wr" => "r",
        "mb" => "m",
        "ch" or "sh" or "tch" or "tio" or "sio" or "cia" or "tia" or "cio" => "x",
        "dge" or "ge" or "gi" => "j",
        "ce" or "ci" or "cy" or "sc" or "z" => "s",
        "ck" or "c" or "q" => "k",
        "x" => "ks",
        _ => spelling.Value,
    };

    [GeneratedRegex("ph|gh|^kn|^gn|gn$|gn(?=e)|^wr|mb$|tch|ch|sh|tio|sio|cia|cio|tia|dge|ge|gi|ce|ci|cy|sc(?=[eiy])|ck|c|q|x|z|v|w|h")]
    private static partial Regex Spellings();
}
