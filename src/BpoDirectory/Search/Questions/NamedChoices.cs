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
    private static readonly HashSet<string> Before = ["in", "at", "from", "for", "speak", "speaks", "speaking"];
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
            list.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length));
    }

    /// <summary>What a question names, in order, each facet at most once; the longest name counts where several fit.</summary>
    public List<NamedInQuestion> FindIn(string question, SearchSnapshot snapshot, Audience audience)
    {
        var found = new List<NamedInQuestion>();
        if (_byFirstWord.Count == 0)
            return found;
        var words = _tokenizer.Tokenize(question);
        for (var at = 0; at < words.Count;)
        {
            if (At(words, at, audience) is { } named && !found.Exists(other => other.Choice.Facet == named.Choice.Facet)
                && IsMeant(question, words, at, named, snapshot))
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

    // A word of the language or of the catalog that is a name besides, such as Reading or Mobile, has to be written as a name.
    private static bool IsMeant(string question, List<Token> words, int at, (string[] Words, NamedChoice Choice) named, SearchSnapshot snapshot)
    {
        var count = named.Words.Length;
        var isCapitalised = char.IsUpper(question[words[at].Start]) && (at > 0 || named.Choice.Facet == Facet.Language);
        return count > 1 || count == words.Count || !IsOrdinary(words[at], snapshot) || isCapitalised
            || (at > 0 && Before.Contains(words[at - 1].Text)) || (at + 1 < words.Count && Behind.Contains(words[at + 1].Text));
    }

    private static bool IsOrdinary(Token word, SearchSnapshot snapshot) => !EnglishWords.Instance.IsName(word.Text)
        && (EnglishWords.Instance.Knows(word.Text) || snapshot.Vocabulary.DepartmentsWith(word.Text) > 0 || snapshot.Lexicon.Knows(word.Stem));

    private string[] WordsOf(string name) => [.. _tokenizer.Tokenize(name).Select(token => token.Text)];
}
