using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>
/// Spells a question anew that has words of no language: by the catalog (<see cref="SpellingCorrector"/>), by their sound, as two words
/// written as one, or by the words of English, which may say what the catalog says in others.
/// </summary>
internal sealed class Respelling(Lexicon lexicon, Vocabulary vocabulary, SpellingCorrector corrector, PrefixExpander unfinished)
{
    private const int ShortestPart = 4;

    // Four letters that are no word are an abbreviation as often as a misspelling.
    private const int ShortestByEnglish = 5;

    /// <summary>The question with these words as they were probably meant; null where there are none, or nothing is near them.</summary>
    public string? Respell(string question)
    {
        var words = lexicon.Tokenizer.Tokenize(question);
        string? respelt = null;
        for (var place = words.Count - 1; place >= 0; place--)
        {
            var word = words[place];
            if ((place == words.Count - 1 && IsUnfinished(word)) || IsKnown(word.Text) || IsWrittenAsName(word, question)
                || Meant(word) is not { } meant)
                continue;
            respelt = (respelt ?? question).Remove(word.Start, word.Length).Insert(word.Start, meant);
        }
        return respelt;
    }

    private bool IsUnfinished(Token word) => vocabulary.StartingWith(word.Text, 1).Count > 0 || unfinished.LongerThan(word).Count > 0;

    private bool IsKnown(string word) =>
        word.Length < SpellingCorrector.ShortestWord || word.AsSpan().ContainsAnyInRange('0', '9') || vocabulary.DepartmentsWith(word) > 0
        || EnglishWords.Instance.Knows(word) || EnglishWords.Instance.IsName(word)
        || (lexicon.Knows(EnglishStemmer.Stem(word)) && vocabulary.WithStem(EnglishStemmer.Stem(word)).Count == 0);

    // "for Talvera", "SCADA systems": a name within a sentence, or an abbreviation anywhere.
    private static bool IsWrittenAsName(Token word, string question) =>
        question.Any(char.IsLower) && char.IsUpper(question[word.Start])
        && (word.Start > 0 || !question.Skip(word.Start).Take(word.Length).Any(char.IsLower));

    private string? Meant(Token word) =>
        Nearest(word.Text, vocabulary.WithStem(word.Stem)) ?? corrector.Correct(word) ?? Apart(word.Text) ?? English(word.Text);

    // "projectplaning": two words of the catalog, of which one may be misspelt.
    private string? Apart(string word)
    {
        for (var at = ShortestPart; at <= word.Length - ShortestPart; at++)
        {
            var (head, tail) = (word[..at], word[at..]);
            if (vocabulary.DepartmentsWith(head) > 0 && Part(tail) is { } end)
                return $"{head} {end}";
            if (vocabulary.DepartmentsWith(tail) > 0 && Part(head) is { } start)
                return $"{start} {tail}";
        }
        return null;
    }

    private string? Part(string word) => vocabulary.DepartmentsWith(word) > 0
        ? word
        : vocabulary.Near(word, 1, 0).Select(near => near.Word).MaxBy(vocabulary.DepartmentsWith);

    private string? Nearest(string word, IEnumerable<string> others)
    {
        var most = word.Length < SpellingCorrector.ShortestWordWithTwoEdits ? 1 : 2;
        return others
            .Select(other => (Word: other, Edits: EditDistance.Between(word, other, most)))
            .Where(other => other.Edits <= most)
            .OrderBy(other => other.Edits)
            .ThenByDescending(other => vocabulary.DepartmentsWith(other.Word))
            .ThenByDescending(other => EnglishWords.Instance.IsCommon(other.Word))
            .FirstOrDefault().Word;
    }

    private string? English(string word) => word.Length < ShortestByEnglish
        ? null
        : EnglishSound.Alike(word).FirstOrDefault() ?? Nearest(word, EnglishWords.Instance.BeginningWith(word[0]));
}
