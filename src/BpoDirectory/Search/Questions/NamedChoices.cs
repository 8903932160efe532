using BpoDirectory.Data;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>What a question may name to be narrowed to it: “Berlin” stands for every site in that city.</summary>
/// <param name="Facet">What it narrows by.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Values">The values of the facet that it stands for.</param>
public sealed record NamedChoice(Facet Facet, string Name, IReadOnlyList<string> Values);

/// <summary>A named choice that was found in a question.</summary>
/// <param name="Choice">What is named.</param>
/// <param name="Start">Where the name begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is there.</param>
internal sealed record NamedInQuestion(NamedChoice Choice, int Start, int Length);

/// <summary>Finds what questions name that departments can be narrowed by.</summary>
internal sealed class NamedChoices
{
    private static readonly HashSet<string> Places = ["in", "at", "speak", "speaks", "speaking"];
    private static readonly HashSet<string> Behind = ["office", "site", "speaking", "speaker", "speakers"];

    private readonly Dictionary<string, List<(string[] Words, NamedChoice Choice)>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Tokenizer _tokenizer;

    /// <summary>Choices that are called what they say; what several are called stands for all of them.</summary>
    /// <param name="choices">What can be named.</param>
    /// <param name="tokenizer">Splits names and questions.</param>
    public NamedChoices(IEnumerable<NamedChoice> choices, Tokenizer tokenizer)
    {
        _tokenizer = tokenizer;
        var named = choices.Select(choice => (Words: WordsOf(choice.Name), Choice: choice)).Where(named => named.Words.Length > 0);
        foreach (var same in named.GroupBy(named => (named.Choice.Facet, string.Join(' ', named.Words))))
        {
            var (words, first) = same.First();
            var together = first with { Values = [.. same.SelectMany(one => one.Choice.Values).Distinct()] };
            if (!_byFirstWord.TryGetValue(words[0], out var list))
                _byFirstWord[words[0]] = list = [];
            list.Add((words, together));
        }
        foreach (var list in _byFirstWord.Values)
            list.Sort((one, other) => (other.Words.Length, one.Choice.Facet).CompareTo((one.Words.Length, other.Choice.Facet)));
    }

    /// <summary>What a question names, in order; the longest name counts where several fit, then the order of facets.</summary>
    public List<NamedInQuestion> FindIn(string question, SearchSnapshot snapshot, Audience audience)
    {
        var found = new List<NamedInQuestion>();
        if (_byFirstWord.Count == 0)
            return found;
        var words = _tokenizer.Tokenize(question);
        for (var at = 0; at < words.Count;)
        {
            if (At(words, at, audience) is { } named && IsMeant(question, words, at, named, snapshot))
            {
                var last = words[at + named.Words.Length - 1];
                found.Add(new NamedInQuestion(named.Choice, words[at].Start, last.Start + last.Length - words[at].Start));
                at += named.Words.Length;
            }
            else
            {
                at++;
            }
        }
        return found;
    }

    private (string[] Words, NamedChoice Choice)? At(List<Token> words, int at, Audience audience)
    {
        foreach (var named in _byFirstWord.GetValueOrDefault(words[at].Text) ?? [])
            if ((named.Choice.Facet != Facet.Client || audience.SeesClients) && at + named.Words.Length <= words.Count
                && named.Words.Index().All(word => words[at + word.Index].Text == word.Item))
                return named;
        return null;
    }

    // A word of the language or of the catalog that is a name besides, such as Reading or Mobile, has to be written as a name: with a
    // capital, unless the whole question is in capitals, or behind "in" and "at".
    private static bool IsMeant(
        string question, List<Token> words, int at, (string[] Words, NamedChoice Choice) named, SearchSnapshot snapshot)
    {
        var count = named.Words.Length;
        if (count == words.Count || count > 1 || !IsOrdinary(words, at, snapshot))
            return true;
        var isCapitalised = char.IsUpper(question[words[at].Start]) && question.Any(char.IsLower)
            && (at > 0 || named.Choice.Facet == Facet.Language);
        return isCapitalised || (at > 0 && Places.Contains(words[at - 1].Text))
            || (at + 1 < words.Count && Behind.Contains(words[at + 1].Text));
    }

    private static bool IsOrdinary(List<Token> words, int at, SearchSnapshot snapshot) =>
        snapshot.Lexicon.FillerAt([words[at]], 0) > 0
        || (!EnglishWords.Instance.IsName(words[at].Text)
            && (EnglishWords.Instance.Knows(words[at].Text) || snapshot.Vocabulary.DepartmentsWith(words[at].Text) > 0
                || snapshot.Lexicon.Knows(words[at].Stem)));

    private string[] WordsOf(string name) => [.. _tokenizer.Tokenize(name).Select(token => token.Text)];
}
