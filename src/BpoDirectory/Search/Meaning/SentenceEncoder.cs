using Microsoft.ML.OnnxRuntime;

namespace BpoDirectory.Search.Meaning;

/// <summary>
/// Holds the model while it is used: loads it when a text is to be encoded, and lets it go when none was for an hour. At most two
/// texts are encoded at once, and a question that would wait behind many others is answered without.
/// </summary>
public sealed class SentenceEncoder(TimeProvider clock, ILogger<SentenceEncoder> log) : IDisposable
{
    private const int MostAtOnce = 2;
    private const int MostWaiting = 32;

    private static readonly TimeSpan LongestIdle = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly Lock _loading = new();
    private volatile SentenceModel? _model;
    private long _lastUsed;
    private int _waiting;
    private bool _cannotLoad;
    private int _isLoading;

    /// <summary>
    /// Encodes a question; null where the model cannot be had at once, or is asked by too many. One that was let go is loaded
    /// again meanwhile, for the questions that follow.
    /// </summary>
    internal SentenceVector? TryEncode(string question)
    {
        if (_model is null)
        {
            LoadInBackground();
            return null;
        }
        try
        {
            return Interlocked.Increment(ref _waiting) <= MostWaiting + MostAtOnce ? Encode(question) : null;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Encodes a text, loading the model if need be; null where it cannot be loaded.</summary>
    internal SentenceVector? Encode(string text)
    {
        _turns.Wait();
        try
        {
            _lastUsed = clock.GetTimestamp();
            return Model() is { } model ? SentenceVector.Round(model.Embed(text)) : null;
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Lets the model go if nothing was encoded for an hour; the next text loads it again.</summary>
    internal void ReleaseIfIdle()
    {
        if (_model is null || clock.GetElapsedTime(_lastUsed) < LongestIdle)
            return;
        Release();
        log.LogInformation("The model {Model} was not used for an hour and is let go", SentenceModel.Name);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Release();
        _turns.Dispose();
    }

    private void LoadInBackground()
    {
        if (_cannotLoad || Interlocked.Exchange(ref _isLoading, 1) == 1)
            return;
        _ = Task.Run(() =>
        {
            try
            {
                Encode("");
            }
            finally
            {
                Volatile.Write(ref _isLoading, 0);
            }
        });
    }

    private SentenceModel? Model()
    {
        lock (_loading)
        {
            if (_model is not null || _cannotLoad)
                return _model;
            try
            {
                _model = SentenceModel.Load();
                log.LogInformation("Questions are understood by their meaning, with the model {Model}", SentenceModel.Name);
            }
            catch (Exception error) when (error
                is IOException or UnauthorizedAccessException or OnnxRuntimeException or DllNotFoundException or TypeInitializationException)
            {
                _cannotLoad = true;
                log.LogWarning(
                    error, "The model {Model} cannot be loaded: questions are answered by their words alone", SentenceModel.Name);
            }
            return _model;
        }
    }

    // Waits for whoever is encoding.
    private void Release()
    {
        for (var turn = 0; turn < MostAtOnce; turn++)
            _turns.Wait();
        _model?.Dispose();
        _model = null;
        _turns.Release(MostAtOnce);
    }
}
