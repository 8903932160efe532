using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Search.Ranking;

/// <summary>
/// Adds up, for every department, what its words count for the terms of a question. Plain arrays over all departments,
/// because a frequent word touches tens of thousands of them; they are kept from question to question, and only what a
/// question touched is cleared behind it.
/// </summary>
internal sealed class ScoreAccumulator(int size)
{
    private readonly float[] _sum = new float[size];
    private readonly float[] _best = new float[size];
    private readonly ushort[] _terms = new ushort[size];
    private readonly int[] _touched = new int[size];
    private readonly int[] _met = new int[size];
    private readonly ulong[] _ranks = new ulong[size];
    private readonly float[] _values = new float[FieldWeights.Classes + 1];
    private int _touchedCount;
    private int _metCount;
    private PhraseAccumulator? _phrase;

    /// <summary>How many positions there is room for.</summary>
    public int Size => size;

    /// <summary>
    /// Counts for the present term the departments that have every part of a phrase; of several ways to meet a term the best counts.
    /// </summary>
    public void Meet(Postings postings, int[][] phrase, double quality)
    {
        for (var fieldClass = 1; fieldClass <= FieldWeights.Classes; fieldClass++)
            _values[fieldClass] = (float)(quality * FieldWeights.Weight(fieldClass));
        if (phrase.Length > 1)
        {
            (_phrase ??= new PhraseAccumulator(size))
                .Meet(postings, phrase, (position, fieldClass) => Count(position, _values[fieldClass]));
            return;
        }
        foreach (var word in phrase[0])
            for (var posting = postings.For(word); posting.Next();)
                Count(posting.Position, _values[posting.FieldClass]);
    }

    /// <summary>Counts one department for the present term.</summary>
    public void Meet(int position, int fieldClass, double quality) => Count(position, (float)(quality * FieldWeights.Weight(fieldClass)));

    /// <summary>Adds what was met for the present term, and begins the next one.</summary>
    public void CloseTerm(int term, double weight)
    {
        var bit = (ushort)(1 << term);
        foreach (var position in _met.AsSpan(0, _metCount))
        {
            if (_terms[position] == 0)
                _touched[_touchedCount++] = position;
            _terms[position] |= bit;
            _sum[position] += (float)weight * _best[position];
            _best[position] = 0;
        }
        _metCount = 0;
    }

    /// <summary>Ranks the departments that cover enough of the question; then the next question can begin.</summary>
    /// <param name="question">The question.</param>
    /// <param name="departments">Where the order of names is from, which decides between equals.</param>
    /// <param name="found">Gets the departments.</param>
    /// <returns>Their ranks, valid until the next question is asked.</returns>
    public ReadOnlyMemory<ulong> Rank(Interpretation question, FacetIndex departments, PositionSet found)
    {
        var count = 0;
        // Few sets of terms occur among many departments: whether a set is enough is asked once.
        var (lastTerms, isEnough) = (0, false);
        foreach (var position in _touched.AsSpan(0, _touchedCount))
        {
            if (_terms[position] != lastTerms)
                (lastTerms, isEnough) = (_terms[position], question.IsCoveredBy(_terms[position]));
            var name = departments.RankOf(position);
            if (isEnough && name >= 0)
            {
                found.Add(position);
                _ranks[count++] = Candidates.Rank(_sum[position], name);
            }
            (_sum[position], _terms[position]) = (0, 0);
        }
        _touchedCount = 0;
        return _ranks.AsMemory(0, count);
    }

    private void Count(int position, float value)
    {
        if (_best[position] == 0)
            _met[_metCount++] = position;
        if (_best[position] < value)
            _best[position] = value;
    }
}
