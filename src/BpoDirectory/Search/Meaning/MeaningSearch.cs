namespace BpoDirectory.Search.Meaning;

/// <summary>Finds departments by what a question means, once the passages' vectors are there.</summary>
public sealed class MeaningSearch(SentenceEncoder encoder)
{
    private volatile MeaningIndex? _index;

    /// <summary>The departments near a question, nearest first; none when it is about something else, or meaning is off or busy.</summary>
    internal List<MeaningHit> Find(string question) =>
        _index is { } index && encoder.TryEncode(question) is { } vector ? index.Find(vector) : [];

    /// <summary>Searches in these passages from now on.</summary>
    internal void Use(MeaningIndex index) => _index = index;
}
