namespace BpoDirectory.Search;

/// <summary>How well a department answers a question, and its best reason.</summary>
/// <param name="Value">Larger is better; 0 is no answer.</param>
/// <param name="Best">The passage that answers best.</param>
/// <param name="Highlights">The words of that passage that answer.</param>
public sealed record Score(double Value, Passage Best, IReadOnlyList<TextRange> Highlights);

/// <summary>
/// Ranks departments by their passages: a passage answers well when it covers what the question is about, says little
/// else, and stands in a weighty part of the department. All numbers here are ratios, chosen on questions with known answers.
/// </summary>
public static class Ranking
{
    /// <summary>The least part of a question, by weight, that a department must cover to be an answer.</summary>
    public const double LeastCoverage = 0.5;

    /// <summary>How much the rest of the department counts beside its best passage.</summary>
    private const double Elsewhere = 0.3;

    /// <summary>Scores one department; null when it is no answer.</summary>
    public static Score? Rate(Interpretation question, int departmentId, IReadOnlyList<Passage> passages)
    {
        var terms = question.Terms;
        var met = new double[terms.Count];
        var anywhere = new double[terms.Count];
        var covered = new double[terms.Count];
        (Passage Passage, double Value, List<TextRange> Highlights)? best = null;
        foreach (var passage in passages)
        {
            Array.Clear(met);
            var words = Meet(question, passage, met);
            if (words.Count == 0 && !Array.Exists(met, quality => quality > 0))
                continue;

            var weight = Weight(passage);
            for (var i = 0; i < terms.Count; i++)
            {
                anywhere[i] = Math.Max(anywhere[i], met[i] * weight);
                covered[i] = Math.Max(covered[i], met[i]);
            }
            var value = weight * Fit(question, passage, met, words);
            if (best is null || value > best.Value.Value)
                best = (passage, value, Ranges(passage, words));
        }

        var pointed = PointedAt(question, departmentId, covered);
        if (best is null || Share(question, covered, quality => quality > 0 ? 1 : 0) < LeastCoverage)
            return null;
        return new Score(Math.Max(best.Value.Value, pointed) + (Elsewhere * Share(question, anywhere, quality => quality)), best.Value.Passage, best.Value.Highlights);
    }

    private static double Weight(Passage passage) => passage.Field switch
    {
        MatchField.Name => 1.4,
        MatchField.Alias => 1.1,
        MatchField.Function => (passage.Lead == 0 ? 1 : 0.95) * (1 - (0.12 * Math.Min(passage.OwnerRank - 1, 3))),
        MatchField.Responsibility => 0.6,
        MatchField.ServiceLine => 0.5,
        MatchField.Type => 0.5,
        MatchField.Summary => 0.4,
        _ => 0.25,
    };

    // Which of the passage's words meet which terms, and how well.
    private static HashSet<int> Meet(Interpretation question, Passage passage, double[] met)
    {
        var words = new HashSet<int>();
        foreach (var reading in question.Readings)
        {
            for (var at = 0; at + reading.Phrase.Length <= passage.Words.Count; at++)
            {
                if (!IsAt(reading, passage.Words, at))
                    continue;
                for (var term = reading.First; term < reading.First + reading.Count; term++)
                    met[term] = Math.Max(met[term], reading.Quality);
                for (var word = at; word < at + reading.Phrase.Length; word++)
                    words.Add(word);
            }
        }
        foreach (var signpost in question.Signposts.Where(signpost => signpost.FunctionId is not null && signpost.FunctionId == passage.FunctionId))
            for (var term = signpost.First; term < signpost.First + signpost.Count; term++)
                met[term] = Math.Max(met[term], Quality.Signpost);
        return words;
    }

    private static bool IsAt(Reading reading, IReadOnlyList<Word> words, int at)
    {
        for (var i = 0; i < reading.Phrase.Length; i++)
            if (Array.IndexOf(reading.Phrase[i], words[at + i].Text) < 0)
                return false;
        return true;
    }

    // Coverage of the question, and of the passage by the question: "payroll" fits "Payroll" better than a sentence with it.
    private static double Fit(Interpretation question, Passage passage, double[] met, HashSet<int> words)
    {
        var coverage = Share(question, met, quality => quality);
        var precision = passage.Words.Count == 0 ? 0 : (double)words.Count / passage.Words.Count;
        return coverage * coverage * (0.7 + (0.3 * precision));
    }

    private static double PointedAt(Interpretation question, int departmentId, double[] covered)
    {
        var met = new double[covered.Length];
        foreach (var signpost in question.Signposts.Where(signpost => signpost.DepartmentId == departmentId && signpost.FunctionId is null))
            for (var term = signpost.First; term < signpost.First + signpost.Count; term++)
                met[term] = covered[term] = Math.Max(covered[term], Quality.Signpost);
        var coverage = Share(question, met, quality => quality);
        return coverage * coverage;
    }

    private static double Share(Interpretation question, double[] met, Func<double, double> value)
    {
        var sum = 0.0;
        for (var i = 0; i < met.Length; i++)
            sum += question.Terms[i].Weight * value(met[i]);
        return question.Weight > 0 ? sum / question.Weight : 0;
    }

    private static List<TextRange> Ranges(Passage passage, HashSet<int> words) =>
        [.. words.Order().Select(i => new TextRange(passage.Words[i].Start, passage.Words[i].Length))];
}
