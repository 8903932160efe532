namespace BpoDirectory.Search.Meaning;

/// <summary>Finds departments by what a question means, once the passages' vectors are there.</summary>
public sealed class MeaningSearch(SentenceEncoder encoder)
{
    private volatile MeaningIndex? _index;

    /// <summary>Whether there are passages to compare with.</summary>
    public bool IsReady => _index is not null;

    /// <summary>How near a question is to all departments; null when meaning is off, not ready yet or busy.</summary>
    internal Nearness? Compare(string question) =>
        _index is { } index && encoder.TryEncode(question) is { } vector ? index.Compare(vector) : null;

    /// <summary>Searches in these passages from now on.</summary>
    internal void Use(MeaningIndex index) => _index = index;
}
