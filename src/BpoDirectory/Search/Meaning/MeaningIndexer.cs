using BpoDirectory.Search.Storage;

namespace BpoDirectory.Search.Meaning;

/// <summary>Computes the vectors of all passages and stores them; what was computed before a sudden end is not computed again.</summary>
public sealed class MeaningIndexer(
    MeaningSearch search, SentenceEncoder encoder, SearchDatabase database, VectorStore store, MeaningProgress progress, TimeProvider clock,
    ILogger<MeaningIndexer> log)
{
    /// <summary>
    /// How many texts are compared at most. Beyond, departments answer by their names, functions and responsibilities only.
    /// </summary>
    internal const int MostTexts = 200_000;

    private const int TextsPerWrite = 64;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, SentenceVector> _vectors = [];

    /// <summary>Makes search by meaning know the catalog as it is now.</summary>
    public async Task UpdateAsync(CancellationToken cancellation)
    {
        var (passages, isShortened) = database.Read(reader => MeaningPassageReader.Read(reader, MostTexts));
        if (isShortened)
            log.LogWarning(
                "The catalog is large: questions are compared with names, functions and responsibilities only, {Count} passages",
                passages.Count);
        var texts = passages.Select(passage => passage.Text).Concat(OutsideSubjects.All).Distinct().ToList();
        database.Read(reader => VectorStore.ReadInto(reader, texts, _vectors));
        try
        {
            if (!await EncodeAsync([.. texts.Where(text => !_vectors.ContainsKey(text))], texts.Count, cancellation))
                return;
        }
        finally
        {
            progress.End();
        }
        foreach (var gone in _vectors.Keys.Except(texts).ToList())
            _vectors.Remove(gone);
        search.Use(new MeaningIndex(passages, _vectors, [.. OutsideSubjects.All.Select(subject => _vectors[subject])]));
    }

    private async Task<bool> EncodeAsync(List<string> texts, int total, CancellationToken cancellation)
    {
        // Loads the model even where every vector is stored: questions need it.
        if (encoder.Encode("") is null)
            return false;
        var (ready, reported) = (total - texts.Count, DateTimeOffset.MinValue);
        // What one edit asks for is done before anybody could read of it.
        var isLong = texts.Count > TextsPerWrite;
        foreach (var batch in texts.Chunk(TextsPerWrite))
        {
            Report();
            var encoded = await Task.Run(() => batch.Select(text => (Text: text, Vector: encoder.Encode(text))).ToList(), cancellation);
            foreach (var (text, vector) in encoded)
                _vectors[text] = vector ?? throw new InvalidOperationException("The model was let go while it was used.");
            await store.WriteAsync(batch.Select(text => (text, _vectors[text])), cancellation);
            ready += batch.Length;
        }
        Report();
        return true;

        void Report()
        {
            if (!isLong)
                return;
            progress.Report(ready, total);
            if (ready < total && clock.GetUtcNow() - reported < BetweenReports)
                return;
            log.LogInformation("Search by meaning: {Ready} of {Total} texts are ready", ready, total);
            reported = clock.GetUtcNow();
        }
    }
}
