using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Suggestions;

/// <summary>Holds the names of one state of the catalog, read when they are first asked for, and then from what was known before.</summary>
internal sealed class NameIndexLoader
{
    // With more changes than this, reading everything again costs no more.
    private const int MostChanges = 2_000;

    private readonly Lock _reading = new();
    private readonly Tokenizer _tokenizer;
    private readonly HashSet<int> _changed;
    private readonly bool _areFunctionsChanged;
    private NameIndex? _before;
    private NameIndex? _now;

    /// <summary>An index of which nothing is known yet.</summary>
    public NameIndexLoader(Tokenizer tokenizer)
        : this(tokenizer, null, [], false)
    {
    }

    private NameIndexLoader(Tokenizer tokenizer, NameIndex? before, HashSet<int> changed, bool areFunctionsChanged) =>
        (_tokenizer, _before, _changed, _areFunctionsChanged) = (tokenizer, before, changed, areFunctionsChanged);

    /// <summary>The index; whoever asks first waits until they are read.</summary>
    public NameIndex Get(SearchReader reader)
    {
        lock (_reading)
        {
            _now ??= _before is null ? NameIndex.Read(reader, _tokenizer) : _before.With(reader, _changed, _areFunctionsChanged);
            _before = null;
            return _now;
        }
    }

    /// <summary>The index after changes of these departments and, with <paramref name="isShared"/>, of functions.</summary>
    public NameIndexLoader With(IReadOnlySet<int> departments, bool isShared, Tokenizer tokenizer)
    {
        lock (_reading)
        {
            HashSet<int> changed = _now is null ? [.. _changed, .. departments] : [.. departments];
            return (_now ?? _before) is { } known && tokenizer == _tokenizer && changed.Count <= MostChanges
                ? new NameIndexLoader(tokenizer, known, changed, isShared || (_now is null && _areFunctionsChanged))
                : new NameIndexLoader(tokenizer);
        }
    }
}
