using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>Corrects evident misspellings by the words of the catalog.</summary>
public sealed class SpellingCorrector(Lexicon lexicon, Vocabulary vocabulary)
{
    /// <summary>Shorter words are never corrected, nor taken as corrections: too many of them are one mistake apart.</summary>
    public const int ShortestWord = 4;

    /// <summary>Shorter words may have one mistake, others two.</summary>
    public const int ShortestWordWithTwoEdits = 6;

    /// <summary>
    /// The nearest word of the catalog, or null when the word is known, is English, is a name, or has no near one. Of words equally
    /// near, those with the same first letter, then those with the same letters in another order, then those that have all letters
    /// typed, then those in more departments, come first. A word that sounds the same is nearer than one with two mistakes.
    /// </summary>
    public string? Correct(Token word) => Correct(word, word.Text.Length < ShortestWordWithTwoEdits ? 1 : 2);

    /// <summary>The same within so many mistakes.</summary>
    public string? Correct(Token word, int most)
    {
        var text = word.Text;
        if (text.Length < ShortestWord || vocabulary.WithStem(word.Stem).Count > 0 || lexicon.Knows(word.Stem)
            || EnglishWords.Instance.Knows(text) || EnglishWords.Instance.IsName(text) || text.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        return Nearest(text, most).FirstOrDefault();
    }

    /// <summary>
    /// What stands for a word that is another one in English, but not in the catalog, where one mistake parts it from a word with which it
    /// makes a name: "canter", in "call canter".
    /// </summary>
    public string? Correct(Token word, Func<string, bool> makesName) =>
        word.Text.Length < ShortestWord || vocabulary.WithStem(word.Stem).Count > 0 || !EnglishWords.Instance.Knows(word.Text)
            ? null
            : Nearest(word.Text, 1).FirstOrDefault(makesName);

    // One slip is more likely than a word written as it sounds, and that more than two slips.
    private IEnumerable<string> Nearest(string text, int most)
    {
        var near = Near(text, most)
            .OrderBy(near => near.Edits)
            .ThenByDescending(near => near.Word[0] == text[0])
            .ThenByDescending(near => IsSwapped(near.Word, text))
            .ThenByDescending(near => HasAll(near.Word, text))
            .ThenByDescending(near => vocabulary.DepartmentsWith(near.Word))
            .ThenBy(near => near.Word, StringComparer.Ordinal).ToList();
        var alike = near is [{ Edits: 1 }, ..] ? [] : EnglishSound.Alike(text).Where(word => vocabulary.DepartmentsWith(word) > 0);
        return alike.Concat(near.Select(word => word.Word));
    }

    private static bool IsSwapped(string word, string letters) =>
        word.Length == letters.Length && word.Order().SequenceEqual(letters.Order());

    // Letters are left out more often than others are put in their places: "personel" lacks one of "personnel".
    private static bool HasAll(string word, string letters)
    {
        var at = 0;
        foreach (var letter in word)
            if (at < letters.Length && letters[at] == letter)
                at++;
        return at == letters.Length;
    }

    // Two mistakes that also change the first letter make another word, not a misspelling.
    private IEnumerable<(string Word, int Edits)> Near(string text, int most) =>
        vocabulary.Near(text, most, 1).Where(near => near.Word.Length >= ShortestWord);
}
