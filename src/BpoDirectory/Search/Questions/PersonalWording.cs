using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>Tells wordings that may say something about a person.</summary>
internal static class PersonalWording
{
    // After these, a word that the catalog does not know is taken for somebody's name.
    private static readonly HashSet<string> BeforeNames =
        ["about", "regarding", "concerning", "re", "named", "called", "mr", "mrs", "ms", "miss", "dr"];

    /// <summary>Whether a question has a digit, an e-mail address, or what may be a name.</summary>
    public static bool Is(string question, SearchSnapshot snapshot)
    {
        if (question.Any(letter => letter == '@' || char.IsDigit(letter)))
            return true;
        var words = snapshot.Lexicon.Tokenizer.Tokenize(question);
        var isAfter = false;
        for (var i = 0; i < words.Count; i++)
        {
            if ((isAfter && MayBeName(words[i], question, snapshot)) || IsFullName(words, i, question, snapshot))
                return true;
            isAfter |= BeforeNames.Contains(words[i].Text);
        }
        return false;
    }

    private static bool MayBeName(Token word, string question, SearchSnapshot snapshot) =>
        IsCapitalised(word, question)
        || (!EnglishWords.Instance.IsCommon(word.Text) && (EnglishWords.Instance.IsName(word.Text) || !IsKnown(word, snapshot)));

    // "Maria Lopez": two unknown words side by side, both written as names.
    private static bool IsFullName(List<Token> words, int last, string question, SearchSnapshot snapshot) =>
        last > 0 && words.Skip(last - 1).Take(2).All(word => IsCapitalised(word, question) && !IsKnown(word, snapshot));

    private static bool IsKnown(Token word, SearchSnapshot snapshot) =>
        snapshot.Lexicon.Knows(word.Stem) || snapshot.Lexicon.FillerAt([word], 0) > 0 || snapshot.Vocabulary.WithStem(word.Stem).Count > 0;

    private static bool IsCapitalised(Token word, string question) =>
        char.IsUpper(question[word.Start]) && question.AsSpan(word.Start, word.Length).ContainsAnyInRange('a', 'z');
}
