namespace BpoDirectory.Search.Text;

/// <summary>A word of a text, in the form in which search compares words.</summary>
/// <param name="Text">Lower case, without accents and apostrophes, in the standard spelling.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="Length">How much of the text it takes, in UTF-16 code units.</param>
public readonly record struct Token(string Text, int Start, int Length)
{
    /// <summary>The word that may be a pronoun or an acronym.</summary>
    public const string Pronoun = "it";

    /// <summary>Whether it says what is done with the subject of a question more than which one is meant.</summary>
    public bool IsLight { get; init; }

    /// <summary>Whether it is the pronoun: "it" that is not written like the acronym in the text it is from.</summary>
    public bool IsPronounIn(string text) => Text == Pronoun && !text.AsSpan(Start, Length).SequenceEqual("IT");

    /// <summary>What the word has in common with its other forms.</summary>
    public string Stem => EnglishStemmer.Stem(Text);
}
