using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Search.Ranking;

/// <summary>A <see cref="Expansion"/> whose words are numbers of the index.</summary>
/// <param name="First">The first term it stands for.</param>
/// <param name="Count">How many terms it stands for.</param>
/// <param name="Phrase">The words to meet, one after the other; at each place any of the given forms.</param>
/// <param name="Quality">1 for the very word, less the farther the expansion is from it.</param>
internal sealed record IndexedExpansion(int First, int Count, int[][] Phrase, double Quality)
{
    /// <summary>The expansions of a question.</summary>
    public static IndexedExpansion[] From(Interpretation question, Vocabulary vocabulary) =>
    [
        .. question.Expansions.Select(expansion => new IndexedExpansion(
            expansion.First, expansion.Count, Array.ConvertAll(expansion.Phrase, forms => Array.ConvertAll(forms, vocabulary.NumberOf)),
            expansion.Quality)),
    ];

    /// <summary>Whether it stands for this term, among others.</summary>
    public bool Covers(int term) => First <= term && term < First + Count;
}
