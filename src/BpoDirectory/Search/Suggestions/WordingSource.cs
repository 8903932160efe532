using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Suggestions;

/// <summary>Holds the wordings of one state of the catalog, read when they are first asked for, and then from what was known before.</summary>
internal sealed class WordingSource
{
    // With more changes than this, reading everything anew is no dearer.
    private const int MostChanges = 2_000;

    private readonly Lock _reading = new();
    private readonly WordSplitter _splitter;
    private readonly HashSet<int> _changed;
    private readonly bool _areFunctionsChanged;
    private Wordings? _before;
    private Wordings? _now;

    /// <summary>Wordings of which nothing is known yet.</summary>
    public WordingSource(WordSplitter splitter)
        : this(splitter, null, [], false)
    {
    }

    private WordingSource(WordSplitter splitter, Wordings? before, HashSet<int> changed, bool areFunctionsChanged) =>
        (_splitter, _before, _changed, _areFunctionsChanged) = (splitter, before, changed, areFunctionsChanged);

    /// <summary>The wordings; whoever asks first waits until they are read.</summary>
    public Wordings Get(ReadSession session)
    {
        lock (_reading)
        {
            _now ??= _before is null ? Wordings.Read(session, _splitter) : _before.With(session, _changed, _areFunctionsChanged);
            _before = null;
            return _now;
        }
    }

    /// <summary>The wordings after changes of these departments and, with <paramref name="isShared"/>, of functions.</summary>
    public WordingSource With(IReadOnlySet<int> departments, bool isShared, WordSplitter splitter)
    {
        lock (_reading)
        {
            HashSet<int> changed = _now is null ? [.. _changed, .. departments] : [.. departments];
            return (_now ?? _before) is { } known && splitter == _splitter && changed.Count <= MostChanges
                ? new WordingSource(splitter, known, changed, isShared || (_now is null && _areFunctionsChanged))
                : new WordingSource(splitter);
        }
    }
}
