namespace BpoDirectory.Data;

/// <summary>
/// Tells everything that keeps copies of the catalog when they are out of date: at once after a write of this program,
/// within <see cref="LookEvery"/> after a change by another one was noticed.
/// </summary>
public sealed class CatalogVersion : IDisposable
{
    /// <summary>How often the database is looked at for changes by other programs, in milliseconds.</summary>
    public const int LookEvery = 2;

    private readonly WriteGate _gate;
    private readonly Lock _looking = new();
    private readonly DirectoryDatabase _database;
    private IChangesByOthers? _others;
    private long _lookedAt;
    private long _current = 1;

    /// <summary>Watches the database that <paramref name="gate"/> writes to.</summary>
    public CatalogVersion(DirectoryDatabase database, WriteGate gate)
    {
        (_database, _gate) = (database, gate);
        gate.Begun += OnBegun;
        gate.Committed += OnCommitted;
    }

    /// <summary>Raised before <see cref="Current"/> changes.</summary>
    public event Action<CatalogChange>? Changed;

    /// <summary>A number that is another one after each change that readers can see.</summary>
    public long Current
    {
        get
        {
            // During a write of this program its own commit could be taken for a change by another one.
            if (Environment.TickCount64 - Volatile.Read(ref _lookedAt) >= LookEvery && !_gate.IsWriting && _looking.TryEnter())
            {
                try
                {
                    LookForOthers();
                }
                finally
                {
                    _looking.Exit();
                }
            }
            return Volatile.Read(ref _current);
        }
    }

    private IChangesByOthers Others => _others ??= _database.WatchOthers();

    /// <inheritdoc />
    public void Dispose()
    {
        _gate.Begun -= OnBegun;
        _gate.Committed -= OnCommitted;
        _others?.Dispose();
    }

    // The last moment to tell changes by other programs from the one that begins.
    private void OnBegun()
    {
        lock (_looking)
            LookForOthers();
    }

    private void OnCommitted(CatalogChange change)
    {
        lock (_looking)
        {
            Others.Skip();
            if (change.IsAny)
                Advance(change);
        }
    }

    private void LookForOthers()
    {
        var isChanged = Others.Look();
        Volatile.Write(ref _lookedAt, Environment.TickCount64);
        if (isChanged)
            Advance(CatalogChange.Everything);
    }

    private void Advance(CatalogChange change)
    {
        Changed?.Invoke(change);
        Interlocked.Increment(ref _current);
    }
}
