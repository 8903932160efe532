using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;

namespace BpoDirectory.Data.Queries;

/// <summary>
/// Reading connections with prepared commands, for the paths that readers wait on: SQL text is compiled once for each
/// connection, about half the cost of a small query. Everything else reads through <see cref="DirectoryDbContext"/>.
/// No more of them run at once than the machine can work at, and a few for those that take long: reads never wait for
/// anything but the processor, and each keeps several megabytes.
/// </summary>
public sealed class PreparedReads(DirectoryDatabase database) : IDisposable
{
    /// <summary>How many reads run at once; further ones wait for their turn.</summary>
    public static readonly int MostAtOnce = Math.Min((2 * Environment.ProcessorCount) + 1, 16);

    private readonly SemaphoreSlim _turns = new(MostAtOnce);

    // The one used last comes first: it has most of what is needed in its cache.
    private readonly ConcurrentStack<ReadSession> _idle = [];
    private volatile bool _disposed;

    /// <summary>
    /// Runs a read on a connection of its own; all its queries see one state of the database. It must not begin another read.
    /// </summary>
    public T Read<T>(Func<ReadSession, T> read)
    {
        var session = Rent();
        try
        {
            return session.InOneState(read);
        }
        finally
        {
            Return(session);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _disposed = true;
        DisposeIdle();
        _turns.Dispose();
    }

    private ReadSession Rent()
    {
        _turns.Wait();
        if (_idle.TryPop(out var idle))
            return idle;
        try
        {
            return database.OpenToRead();
        }
        catch
        {
            _turns.Release();
            throw;
        }
    }

    private void Return(ReadSession session)
    {
        // One that was cut off is of no use to the next read.
        if (session.IsOpen)
            _idle.Push(session);
        else
            session.Dispose();
        if (_disposed)
            DisposeIdle();
        else
            _turns.Release();
    }

    private void DisposeIdle()
    {
        while (_idle.TryPop(out var session))
            session.Dispose();
    }
}

/// <summary>A reading connection and its prepared commands; used by one read at a time.</summary>
public abstract class ReadSession(DbConnection connection, SqlDialect dialect) : PreparedCommands(connection, dialect)
{
    /// <summary>Whether more can be asked on it.</summary>
    internal bool IsOpen => Connection.State == ConnectionState.Open;

    /// <summary>Runs a part of a read that can take long and can be done without; it is interrupted when its time is over.</summary>
    /// <returns>Whether the part came to its end.</returns>
    public abstract bool TryWithin(TimeSpan longest, Action part);

    internal T InOneState<T>(Func<ReadSession, T> read)
    {
        Execute(Dialect.BeginRead);
        try
        {
            return read(this);
        }
        finally
        {
            if (IsOpen)
                Execute("COMMIT");
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Connection.Dispose();
    }
}
