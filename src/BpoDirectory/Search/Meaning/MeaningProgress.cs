namespace BpoDirectory.Search.Meaning;

/// <summary>How far the vectors of all texts are computed.</summary>
public sealed class MeaningProgress
{
    private volatile State? _current;

    /// <summary>Raised when <see cref="Current"/> has changed, on the thread that computes.</summary>
    public event Action? Changed;

    /// <summary>How many texts are ready of how many; null while nothing is computed that takes a while.</summary>
    public State? Current => _current;

    /// <summary>Tells how many texts are ready of how many.</summary>
    public void Report(int ready, int total) => Set(new State(ready, total));

    /// <summary>Tells that nothing is computed any more.</summary>
    public void End() => Set(null);

    private void Set(State? state)
    {
        if (state == _current)
            return;
        _current = state;
        Changed?.Invoke();
    }

    /// <summary>How far it is.</summary>
    /// <param name="Ready">Texts whose vector is known.</param>
    /// <param name="Total">All texts.</param>
    public sealed record State(int Ready, int Total);
}
