namespace BpoDirectory.Search;

/// <summary>Offers wordings that do have answers, close to a question that has none.</summary>
public static class Suggestions
{
    /// <summary>Most wordings offered.</summary>
    public const int Most = 5;

    // Below this likeness, by shared letter triples, two wordings have nothing to do with each other.
    private const double LeastLikeness = 0.3;

    /// <summary>The wordings closest to the question, closest first.</summary>
    public static IReadOnlyList<string> For(string question, Knowledge knowledge)
    {
        var subject = knowledge.Lexicon.Splitter.Split(question)
            .Where(word => word.Text.Length >= 3 && knowledge.Lexicon.FillerAt([word], 0) == 0)
            .Select(word => Triples(word.Text))
            .ToList();
        if (subject.Count == 0)
            return [];
        return [.. knowledge.Wordings
            .Select(wording => (Wording: wording, Likeness: Likeness(subject, knowledge.Lexicon.Splitter.Split(wording))))
            .Where(candidate => candidate.Likeness >= LeastLikeness)
            .OrderByDescending(candidate => candidate.Likeness)
            .ThenBy(candidate => candidate.Wording.Length)
            .ThenBy(candidate => candidate.Wording, StringComparer.Ordinal)
            .Select(candidate => candidate.Wording)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most)];
    }

    // The likeness of the best pair of words, and a little for the others: one shared word is a reason to offer a wording.
    private static double Likeness(List<HashSet<string>> subject, List<Word> wording)
    {
        var best = subject.Select(word => wording.Max(other => Dice(word, Triples(other.Text)))).ToList();
        return best.Count == 0 ? 0 : best.Max() + (0.1 * best.Sum());
    }

    private static double Dice(HashSet<string> left, HashSet<string> right) =>
        2.0 * left.Count(right.Contains) / (left.Count + right.Count);

    private static HashSet<string> Triples(string word)
    {
        var padded = $" {word} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(i => padded.Substring(i, 3))];
    }
}
