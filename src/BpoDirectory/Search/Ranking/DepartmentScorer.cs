using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Search.Ranking;

/// <summary>How well a department answers a question, and its best reason.</summary>
/// <param name="Value">Larger is better.</param>
/// <param name="Best">The passage that answers best.</param>
/// <param name="Coverage">How much of the question that passage covers, by weight; 1 is all of it, word for word.</param>
internal sealed record Score(double Value, PassageKey Best, double Coverage);

/// <summary>
/// Ranks departments by their passages: a passage answers well when it covers what the question is about, says little
/// else, and is in an important place.
/// </summary>
internal sealed class DepartmentScorer(Interpretation question, PassageMatcher matcher)
{
    private readonly double[] _met = new double[question.Terms.Count];
    private readonly double[] _anywhere = new double[question.Terms.Count];
    private readonly double[] _covered = new double[question.Terms.Count];
    private int[] _words = [];
    private int _atOnce;
    private int _named;

    /// <summary>Scores one department by its packed passages; null when it is no answer.</summary>
    public Score? Rate(int departmentId, byte[]? passages)
    {
        Array.Clear(_anywhere);
        Array.Clear(_covered);
        (_atOnce, _named) = (0, 0);
        var best = new Answering(null, 0, 0);
        var isProse = false;
        var passage = new PassageCursor(passages);
        while (passage.Next(ref _words))
        {
            // Descriptions come last, and are looked into only when a word is met nowhere else.
            if (!isProse && passage.Key.Field == MatchField.Description)
            {
                if (!Array.Exists(_covered, quality => quality == 0))
                    break;
                isProse = true;
            }
            best = Better(best, passage);
        }

        var isTarget = TargetScore(departmentId);
        // A synonym set may point at a department that has none of its words: "P2P".
        if (isTarget > 0)
            best = best with { Passage = best.Passage ?? new PassageKey(MatchField.Name, 0, 0) };
        if (best.Passage is null || !question.IsCoveredBy(Terms(_covered), _atOnce, _named))
            return null;
        return new Score(
            Math.Max(best.Value, isTarget) + (RankingWeights.OtherPassages * Share(_anywhere)), best.Passage.Value, best.Coverage);
    }

    private Answering Better(Answering best, in PassageCursor passage)
    {
        var words = matcher.Meet(_words.AsSpan(0, passage.Count), passage.Key.FunctionId, _met);
        if (words < 0)
            return best;
        var weight = FieldWeights.Weight(passage.FieldClass);
        for (var term = 0; term < _met.Length; term++)
        {
            _anywhere[term] = Math.Max(_anywhere[term], _met[term] * weight);
            _covered[term] = Math.Max(_covered[term], _met[term]);
        }
        var terms = Terms(_met);
        _atOnce = Heavier(_atOnce, terms);
        if (words == passage.Count && passage.FieldClass <= FieldWeights.SharedFunction)
            _named = Heavier(_named, terms);
        var coverage = Share(_met);
        var value = weight * coverage * coverage * Fit(passage.Count, words);
        return value > best.Value ? new Answering(passage.Key, value, coverage) : best;
    }

    // How much of the passage the question covers: "payroll" fits "Payroll" better than a sentence with it.
    private static double Fit(int length, int words) =>
        RankingWeights.LeastFit + ((1 - RankingWeights.LeastFit) * words / Math.Max(length, 1));

    private double TargetScore(int departmentId)
    {
        var (covered, terms) = (0.0, 0);
        foreach (var target in question.SynonymTargets)
        {
            if (target.DepartmentId != departmentId || target.FunctionId is not null)
                continue;
            for (var term = target.First; term < target.First + target.Count; term++)
            {
                _covered[term] = Math.Max(_covered[term], RankingWeights.SynonymTarget);
                covered += question.Terms[term].Weight;
                terms |= 1 << term;
            }
        }
        _atOnce = Heavier(_atOnce, terms);
        var coverage = RankingWeights.SynonymTarget * Math.Min(1, covered / question.Weight);
        return coverage * coverage;
    }

    private int Heavier(int terms, int others) => question.WeightOf(others) > question.WeightOf(terms) ? others : terms;

    // One bit for each term that is met.
    private static int Terms(double[] qualities)
    {
        var terms = 0;
        for (var term = 0; term < qualities.Length; term++)
            if (qualities[term] > 0)
                terms |= 1 << term;
        return terms;
    }

    private double Share(double[] met)
    {
        var sum = 0.0;
        for (var term = 0; term < met.Length; term++)
            sum += question.Terms[term].Weight * met[term];
        return sum / question.Weight;
    }

    private readonly record struct Answering(PassageKey? Passage, double Value, double Coverage);
}
