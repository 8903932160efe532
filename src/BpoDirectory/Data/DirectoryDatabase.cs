using BpoDirectory.Data.PostgreSql;
using BpoDirectory.Data.Queries;
using BpoDirectory.Data.Sqlite;

namespace BpoDirectory.Data;

/// <summary>The database cannot be used; the message names it and says what to do, in one line.</summary>
public sealed class DatabaseUnusableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The database that the directory is kept in: how it is opened, read, watched and tried.</summary>
public abstract class DirectoryDatabase
{
    /// <summary>Creates the database or brings its schema up to date, and looks before it touches.</summary>
    /// <param name="beforeMigration">What is done with a database that is there before it is migrated, such as backing it up.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DatabaseUnusableException">
    /// It is from a newer version, is not a sound database, or cannot be read or written.
    /// </exception>
    public abstract Task OpenAsync(Func<Task>? beforeMigration = null, CancellationToken cancellation = default);

    /// <summary>Takes the database for this program alone, which serves it, until the process ends.</summary>
    /// <exception cref="DatabaseUnusableException">Another program has it.</exception>
    public abstract Task ClaimAsync();

    /// <summary>Writes as a save does, without changing anything.</summary>
    /// <exception cref="DatabaseUnusableException">The database cannot be written.</exception>
    public abstract Task TryAsync(WriteGate gate, CancellationToken cancellation);

    /// <summary>What went wrong with the database, and what to do, in one line; null when the error is not of the database.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="file">The file of a database that is one.</param>
    public static string? Explain(Exception error, string file) =>
        SqliteFailure.Explain(error, file) ?? PostgreSqlFailure.Explain(error)
            ?? (error.InnerException is { } cause ? Explain(cause, file) : null);

    /// <summary>Whether the database is in the way, rather than what was asked of it.</summary>
    public static bool CannotBeUsed(Exception error) =>
        SqliteFailure.CannotBeUsed(error) || PostgreSqlFailure.CannotBeUsed(error)
            || (error.InnerException is { } cause && CannotBeUsed(cause));

    /// <summary>A new connection for <see cref="PreparedReads"/>.</summary>
    internal abstract ReadSession OpenToRead();

    /// <summary>Begins to watch for what other programs change.</summary>
    internal abstract IChangesByOthers WatchOthers();
}

/// <summary>What programs other than this one change in the database.</summary>
internal interface IChangesByOthers : IDisposable
{
    /// <summary>Whether something was changed since the last look.</summary>
    bool Look();

    /// <summary>Passes over what this program itself has just committed.</summary>
    void Skip();
}
