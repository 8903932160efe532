using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>What search keeps in memory between questions; read anew after every committed change.</summary>
public sealed class SearchState : IDisposable
{
    private readonly IDbContextFactory<DirectoryDbContext> _contexts;
    private readonly WriteGate _gate;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private int _generation;
    private volatile KnownAt? _current;

    public SearchState(IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate)
    {
        (_contexts, _gate) = (contexts, gate);
        gate.Committed += Outdate;
    }

    /// <summary>The present knowledge of the catalog's words.</summary>
    public async Task<Knowledge> KnowledgeAsync(CancellationToken cancellation)
    {
        if (_current is { } known && known.Generation == Volatile.Read(ref _generation))
            return known.Knowledge;

        await _reading.WaitAsync(cancellation);
        try
        {
            var generation = Volatile.Read(ref _generation);
            if (_current is { } read && read.Generation == generation)
                return read.Knowledge;
            await using var db = await _contexts.CreateDbContextAsync(cancellation);
            var knowledge = await Knowledge.ReadAsync(db, cancellation);
            _current = new KnownAt(generation, knowledge);
            return knowledge;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _gate.Committed -= Outdate;
        _reading.Dispose();
    }

    private void Outdate() => Interlocked.Increment(ref _generation);

    private sealed record KnownAt(int Generation, Knowledge Knowledge);
}
