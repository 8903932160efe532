using BpoDirectory.Data;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Search.Index;

/// <summary>
/// Keeps what search knows of the catalog, and brings it up to date after every change, by as little as the change asks for.
/// </summary>
public sealed class SearchState : IDisposable
{
    private readonly SearchDatabase _database;
    private readonly CatalogVersion _version;
    private readonly TimeProvider _clock;
    private readonly Lock _updating = new();
    private volatile Known? _known;
    private HashSet<int> _changed = [];
    private bool _isSharedChanged;
    private bool _isEverythingChanged;
    private long _changedAt;

    public SearchState(SearchDatabase database, CatalogVersion version, DirectoryMetrics metrics, TimeProvider clock)
    {
        (_database, _version, _clock) = (database, version, clock);
        version.Changed += OnChanged;
        metrics.WatchIndex(OldestChange);
    }

    /// <summary>What is known of the catalog as it is now. Whoever asks first after the start waits until everything is read.</summary>
    public SearchSnapshot Current
    {
        get
        {
            var version = _version.Current;
            return _known is { } known && known.Version == version ? known.Snapshot : Update();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _version.Changed -= OnChanged;

    private SearchSnapshot Update()
    {
        lock (_updating)
        {
            var version = _version.Current;
            if (_known is { } known && known.Version == version)
                return known.Snapshot;

            var snapshot = _database.Read(reader => _known is null || _isEverythingChanged
                ? SearchSnapshot.Read(reader)
                : _known.Snapshot.With(reader, _changed, _isSharedChanged));
            (_changed, _isSharedChanged, _isEverythingChanged) = ([], false, false);
            Volatile.Write(ref _changedAt, 0);
            _known = new Known(version, snapshot);
            return snapshot;
        }
    }

    // The write gate is closed here: a reader may be updating, but no further change can come in between.
    private void OnChanged(CatalogChange change)
    {
        lock (_updating)
        {
            if (_changedAt == 0)
                Volatile.Write(ref _changedAt, _clock.GetUtcNow().UtcTicks);
            _changed.UnionWith(change.Departments);
            _isSharedChanged |= change.IsWide;
            _isEverythingChanged |= change == CatalogChange.Everything;
        }
    }

    // Asked for at any time: it must not wait for an update.
    private DateTimeOffset? OldestChange() =>
        Volatile.Read(ref _changedAt) is not 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private sealed record Known(long Version, SearchSnapshot Snapshot);
}
