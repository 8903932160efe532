using System.Text.RegularExpressions;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>A question without what it says beside its subject.</summary>
/// <param name="Subject">The question with that taken out; the whole question where nothing else is left.</param>
/// <param name="Ignored">What was taken out, as typed: "Manila office", "Friday 5 pm".</param>
/// <param name="HasKnownWord">
/// Whether the subject has any word of the catalog or of English: a model finds a meaning in "qwrtplkj" too.
/// </param>
internal sealed partial record QuestionContext(string Subject, IReadOnlyList<string> Ignored, bool HasKnownWord)
{
    private const int ShortestSubject = 3;
    private const int LongestAcronym = 5;
    private const char Named = '\u0001';

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Words = new(() =>
        EmbeddedWordLists.Lists("context.yaml")
            .ToDictionary(list => list.Key, list => list.Value.ToHashSet(StringComparer.OrdinalIgnoreCase)));

    /// <summary>
    /// Takes out names that the catalog does not know, times, numbers and urgency, each with the preposition before it: "payroll
    /// for our Manila office by Friday" is a question about payroll.
    /// </summary>
    public static QuestionContext From(string question, SearchSnapshot snapshot)
    {
        var words = Word().Matches(question).Select(match => new QuestionWord(match.Value, match.Index)).ToList();
        var isBeside = words.Select((_, place) => IsBeside(words, place, snapshot)).ToArray();
        TakeNeighbours(words, isBeside);
        var left = words.Where((word, place) => !isBeside[place] && !Is("prepositions", word) && !Is("determiners", word));
        if (!isBeside.Contains(true) || left.Sum(word => word.Text.Length) < ShortestSubject)
            return new QuestionContext(question, [], HasKnownWordIn(question, snapshot));

        var (subject, ignored) = (new List<string>(), new List<List<QuestionWord>>());
        for (var place = 0; place < words.Count; place++)
        {
            if (!isBeside[place])
                subject.Add(words[place].Text);
            else if (place > 0 && isBeside[place - 1])
                ignored[^1].Add(words[place]);
            else
                ignored.Add([words[place]]);
        }
        var text = string.Join(' ', subject);
        return new QuestionContext(text, [.. ignored.Select(Shown).Where(aside => aside.Length > 0)], HasKnownWordIn(text, snapshot));
    }

    /// <summary>
    /// A question without parts of it that name something, and without what joins these on: “payroll for our Berlin office” is “payroll”.
    /// </summary>
    public static string Without(string question, IReadOnlyList<NamedInQuestion> parts)
    {
        var marked = parts.OrderByDescending(part => part.Start)
            .Aggregate(question, (text, part) => text.Remove(part.Start, part.Length).Insert(part.Start, $" {Named} "));
        var words = WordOrNamed().Matches(marked).Select(match => new QuestionWord(match.Value, match.Index)).ToList();
        var isBeside = words.Select(word => word.Text is [Named]).ToArray();
        foreach (var place in Enumerable.Range(0, words.Count).Where(place => isBeside[place]).ToList())
        {
            for (var next = place + 1; next < words.Count && Is("placed", words[next]); next++)
                isBeside[next] = true;
            for (var before = place - 1; before >= 0
                && (Is("joined", words[before]) || Is("determiners", words[before]) || Is("prepositions", words[before])); before--)
                isBeside[before] = true;
        }
        return string.Join(' ', words.Where((_, place) => !isBeside[place]).Select(word => word.Text));
    }

    private static bool HasKnownWordIn(string text, SearchSnapshot snapshot) => snapshot.Lexicon.Tokenizer.Tokenize(text)
        .Exists(word => EnglishWords.Instance.Knows(word.Text) || snapshot.Lexicon.Knows(word.Stem)
            || snapshot.Vocabulary.WithStem(word.Stem).Count > 0);

    private static bool IsBeside(List<QuestionWord> words, int place, SearchSnapshot snapshot)
    {
        var word = words[place];
        if (Is("asides", word))
            return true;
        if (word.IsNumber)
            return words.Count > 1;
        if (place > 0 && Is("times", word))
            return !Is("capitalised", word) || char.IsUpper(word.Text[0])
                || Is("ordinals", words[place - 1]) || Is("prepositions", words[place - 1]);
        return IsUnknownName(words, place, snapshot);
    }

    private static bool IsUnknownName(List<QuestionWord> words, int place, SearchSnapshot snapshot)
    {
        var word = words[place];
        var tokens = snapshot.Lexicon.Tokenizer.Tokenize(word.WithoutPossessive);
        if (tokens.Count == 0
            || tokens.Exists(token => snapshot.Lexicon.Knows(token.Stem) || snapshot.Vocabulary.WithStem(token.Stem).Count > 0
                || snapshot.Vocabulary.WrittenApart(token.Text) is not null))
            return false;
        var isShouted = !words.Exists(other => other.Text.Any(char.IsLower));
        var isCapitalised = char.IsUpper(word.Text[0]) && !isShouted && place > 0 && !word.IsAcronym;
        var before = place > 0 ? words[place - 1] : null;
        // "The capital of France" is not about capital.
        if (before?.Text is "of")
            return false;
        if (isCapitalised)
            return true;
        return before is not null && tokens.TrueForAll(token => EnglishWords.Instance.IsName(token.Text)
            ? Is("prepositions", before) || Is("determiners", before)
            : !EnglishWords.Instance.Knows(token.Text) && Is("beneficiaries", before));
    }

    // "for the Kestrel Bank account": the rest of the name, what the name stands before, and how it is joined on.
    private static void TakeNeighbours(List<QuestionWord> words, bool[] isBeside)
    {
        for (var place = 0; place < words.Count; place++)
        {
            if (!isBeside[place])
                continue;
            var next = place + 1;
            while (next < words.Count
                && (isBeside[next] || IsPartOfName(words, next) || Is("times", words[next])
                    || Is(words[next - 1].IsNumber ? "units" : "named", words[next])))
                isBeside[next++] = true;
            var before = place - 1;
            while (before >= 0 && !isBeside[before]
                && (IsPartOfName(words, before) || Is("determiners", words[before]) || Is("ordinals", words[before])))
                isBeside[before--] = true;
            while (before >= 0 && !isBeside[before] && Is("prepositions", words[before]))
                isBeside[before--] = true;
            place = next - 1;
        }
    }

    // A known word written as a name beside one that is: "Kestrel Bank", "Delta Bank".
    private static bool IsPartOfName(List<QuestionWord> words, int place) =>
        place > 0 && char.IsUpper(words[place].Text[0]) && !words[place].IsAcronym
        && words.Exists(word => char.IsLower(word.Text[0]));

    private static string Shown(List<QuestionWord> words) =>
        string.Join(' ', words.SkipWhile(word => Is("prepositions", word) || Is("determiners", word)).Select(word => word.Text));

    private static bool Is(string list, QuestionWord word) => Words.Value[list].Contains(word.WithoutPossessive);

    [GeneratedRegex(@"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’&.,/-]*[\p{L}\p{M}\p{N}])?")]
    private static partial Regex Word();

    [GeneratedRegex(@"\u0001|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’&.,/-]*[\p{L}\p{M}\p{N}])?")]
    private static partial Regex WordOrNamed();

    private sealed record QuestionWord(string Text, int Start)
    {
        public string WithoutPossessive =>
            Text.EndsWith("'s", StringComparison.Ordinal) || Text.EndsWith("’s", StringComparison.Ordinal) ? Text[..^2] : Text;

        public bool IsNumber => char.IsAsciiDigit(Text[0]);

        // "HR", "VAT" and "NDA" are subjects.
        public bool IsAcronym => Text.Length <= LongestAcronym && Text.All(letter => char.IsUpper(letter) || letter == '&');
    }
}
