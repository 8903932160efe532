using BpoDirectory.Data.Text;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>What a question asks of the names of a list: what is left of it without filler must be in a name.</summary>
public sealed class NameFilter
{
    private static readonly char[] SentenceMarks = ['?', '!', '.', ',', ';', ':', ' '];

    /// <summary>A filter by <paramref name="text"/>, which may be of any form and length.</summary>
    public NameFilter(string? text, Lexicon lexicon)
    {
        Text = QueryText.Clean(text);
        var part = NameComparison.PartOf(WithoutFiller(Text, lexicon)).TrimEnd(SentenceMarks);
        Part = part.Length > 0 ? part : NameComparison.PartOf(Text);
    }

    /// <summary>The question as used.</summary>
    public string Text { get; }

    /// <summary>What is looked for, in the form of <see cref="NameComparison.PartOf"/>; empty where nothing is asked.</summary>
    public string Part { get; }

    // A question of filler alone, such as "it", asks for just those words.
    private static string WithoutFiller(string text, Lexicon lexicon)
    {
        var words = lexicon.Tokenizer.Tokenize(text);
        var kept = text.ToCharArray();
        for (var i = 0; i < words.Count;)
        {
            var filler = lexicon.FillerAt(words, i);
            if (filler > 0)
                kept.AsSpan(words[i].Start, words[i + filler - 1].Start + words[i + filler - 1].Length - words[i].Start).Fill(' ');
            i += Math.Max(filler, 1);
        }
        return new string(kept);
    }
}
