using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Search.Ranking;

/// <summary>A <see cref="Reading"/> whose words are numbers of the index.</summary>
/// <param name="First">The first term it stands for.</param>
/// <param name="Count">How many terms it stands for.</param>
/// <param name="Phrase">The words to meet, one after the other; at each place any of the given forms.</param>
/// <param name="Quality">1 for the very word, less the farther the reading is from it.</param>
internal sealed record WordReading(int First, int Count, int[][] Phrase, double Quality)
{
    /// <summary>The readings of a question.</summary>
    public static WordReading[] Of(Interpretation question, Vocabulary vocabulary) =>
    [
        .. question.Readings.Select(reading => new WordReading(
            reading.First, reading.Count, Array.ConvertAll(reading.Phrase, forms => Array.ConvertAll(forms, vocabulary.NumberOf)), reading.Quality)),
    ];

    /// <summary>Whether it stands for this term, among others.</summary>
    public bool Covers(int term) => First <= term && term < First + Count;
}
