using System.Text;

namespace BpoDirectory.Benchmarks.Generation;

/// <summary>Writes phrases, sentences and descriptions with the words of a lexis.</summary>
public sealed class Prose(Lexis lexis, Dice dice)
{
    /// <summary>Words that say something, without grammar.</summary>
    public string Phrase(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => lexis.Content(dice)));

    /// <summary>A sentence of so many words.</summary>
    public string Sentence(int words) => Sentence([.. Enumerable.Range(0, words).Select(_ => lexis.Any(dice))]);

    /// <summary>A Markdown description of about 150 words, some with a heading and a list.</summary>
    /// <param name="planted">Words that stand in it somewhere.</param>
    public string Description(IEnumerable<string> planted)
    {
        var words = planted.ToList();
        for (var missing = dice.Between(110, 190) - words.Count; missing > 0; missing--)
            words.Add(lexis.Any(dice));
        dice.Shuffle(words);

        var text = new StringBuilder();
        for (var (written, sentences) = (0, 0); written < words.Count; sentences++)
        {
            var length = Math.Min(dice.Between(8, 18), words.Count - written);
            text.Append(sentences == 0 ? "" : sentences % 4 == 0 ? "\n\n" : " ").Append(Sentence(words[written..(written + length)]));
            written += length;
        }
        if (dice.Chance(0.4))
        {
            text.Append("\n\n### What belongs here");
            for (var items = dice.Between(3, 5); items > 0; items--)
                text.Append("\n- ").Append(Phrase(dice.Between(2, 4)));
        }
        return text.ToString();
    }

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Sentence(List<string> words) => Capitalised(string.Join(' ', words)) + ".";
}
