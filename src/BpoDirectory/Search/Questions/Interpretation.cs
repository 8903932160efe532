using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>A question, understood.</summary>
/// <param name="Terms">What it is about, word by word, without filler; at most <see cref="QueryText.MostWords"/>.</param>
/// <param name="Expansions">Every way in which terms can be met in a text.</param>
/// <param name="SynonymTargets">What synonym sets point at.</param>
/// <param name="Corrected">The question with its evident misspellings corrected, or null when there are none.</param>
public sealed record Interpretation(
    IReadOnlyList<QueryTerm> Terms, IReadOnlyList<Expansion> Expansions, IReadOnlyList<SynonymTarget> SynonymTargets, string? Corrected)
{
    public static Interpretation Nothing { get; } = new([], [], [], null);

    /// <summary>The weight of all terms together.</summary>
    public double Weight { get; } = Terms.Sum(term => term.Weight);

    private readonly int _context = Terms.Index().Where(term => term.Item.IsContext).Sum(term => 1 << term.Index);

    private readonly double _subject = Terms.Where(term => !term.IsContext).Sum(term => term.Weight);

    /// <summary>Whether these terms, one bit each, can be enough of the question: context left aside, they are half of it.</summary>
    public bool IsCoveredBy(int terms) => terms != 0 && WeightOf(terms) >= RankingWeights.LeastCoverage * _subject;

    /// <summary>Whether these terms of one department are enough of the question.</summary>
    /// <param name="terms">All that it covers.</param>
    /// <param name="atOnce">The most, by weight, that one of its passages covers.</param>
    /// <param name="named">The most that are all the words of one of its names or functions; 0 where there is no such.</param>
    public bool IsCoveredBy(int terms, int atOnce, int named)
    {
        var all = (1 << Terms.Count) - 1;
        return terms == all || (named != 0 && (named | _context) == all)
            || (WeightOf(terms) >= RankingWeights.LeastCoverage * Weight
                && (named != 0 || WeightOf(atOnce) >= RankingWeights.LeastPassageCoverage * Weight));
    }

    /// <summary>The weight of these terms, one bit each.</summary>
    public double WeightOf(int terms)
    {
        var covered = 0.0;
        for (var i = 0; i < Terms.Count; i++)
            if ((terms & (1 << i)) != 0)
                covered += Terms[i].Weight;
        return covered;
    }
}

/// <summary>A word of a question that says what it is about.</summary>
/// <param name="Token">The word, corrected where it was misspelt.</param>
/// <param name="Weight">How much it tells: rare words tell more than frequent ones.</param>
public sealed record QueryTerm(Token Token, double Weight)
{
    /// <summary>
    /// Whether it says where, for whom or which number, and nothing of the subject: "payroll in Germany", "invoice 4711".
    /// </summary>
    public bool IsContext { get; init; }
}

/// <summary>One way in which one or more neighbouring terms can be met: a word form, a prefix, a synonym, a compound.</summary>
/// <param name="First">The first term it stands for.</param>
/// <param name="Count">How many terms it stands for.</param>
/// <param name="Phrase">The words to meet, one after the other; at each place any of the given forms.</param>
/// <param name="Quality">1 for the very word, less the farther the expansion is from it.</param>
public sealed record Expansion(int First, int Count, string[][] Phrase, double Quality);

/// <summary>A department or function that a synonym set points at, for the terms that are its members.</summary>
public sealed record SynonymTarget(int First, int Count, int? DepartmentId, int? FunctionId, string Name);
