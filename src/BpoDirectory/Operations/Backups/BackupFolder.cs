using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;

namespace BpoDirectory.Operations.Backups;

/// <summary>A backup could not be made or read; the message says why, and what to do, in one line.</summary>
public sealed class BackupFailedException(string message, Exception cause) : RefusedException(message, cause);

/// <summary>Makes backups while the program serves, and keeps the latest of each kind.</summary>
public sealed class BackupFolder(BackupSettings settings, DataFolder data, TimeProvider clock, ILogger<BackupFolder> log) : IDisposable
{
    // What was begun and never ended is nobody's after that.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Where they are.</summary>
    public string Path => settings.Folder;

    /// <summary>All of them, the latest first.</summary>
    public IReadOnlyList<Backup> List() => Directory.Exists(Path)
        ? [.. new DirectoryInfo(Path).EnumerateFiles("*.db").Select(Backup.From).OfType<Backup>()
            .OrderByDescending(backup => backup.MadeAt)]
        : [];

    /// <summary>The file of a backup; null when there is none of that name.</summary>
    public string? Find(string name) => List().FirstOrDefault(backup => backup.Name == name) is { } backup ? FileOf(backup) : null;

    /// <summary>Copies the database as it is now and checks the copy; then removes what is more than is to be kept of this kind.</summary>
    /// <exception cref="BackupFailedException">It could not be made.</exception>
    public async Task<Backup> MakeAsync(BackupKind kind, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // SQLite works on the thread that calls it, which may be one of a page.
            return await Task.Run(() => Make(kind), cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DatabaseUnusableException)
        {
            throw new BackupFailedException(
                $"The database could not be backed up into {Path} ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')}). Make room there and let this user write it.", error);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads all of a backup; null when there is none of that name.</summary>
    /// <exception cref="BackupFailedException">It cannot be read.</exception>
    public async Task<DatabaseState?> CheckAsync(string name)
    {
        if (Find(name) is not { } file)
            return null;
        try
        {
            return await Task.Run(() => DatabaseCopy.Inspect(file));
        }
        catch (DatabaseUnusableException error)
        {
            throw new BackupFailedException(error.Message, error);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private Backup Make(BackupKind kind)
    {
        CreatePrivate();
        var now = clock.GetUtcNow().UtcDateTime;
        var file = FileOf(Backup.NameOf(kind, now));
        while (File.Exists(file))
            file = FileOf(Backup.NameOf(kind, now = now.AddSeconds(1)));
        DatabaseCopy.Make(data.DatabaseFile, file);
        var made = Backup.From(new FileInfo(file))!;
        log.LogInformation("Backed up the database into {File}, {Size} bytes", file, made.Size);
        try
        {
            Tidy(kind);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The backup is good all the same.
            log.LogWarning(error, "What is more than is to be kept could not be removed from {Folder}", Path);
        }
        return made;
    }

    private void Tidy(BackupKind kind)
    {
        // What is of the future was made while the clock was wrong: it is none of the latest.
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var old in List().Where(backup => backup.Kind == kind && backup.MadeAt <= now).Skip(settings.Keep))
            File.Delete(FileOf(old));
        var unfinished = new DirectoryInfo(Path).EnumerateFiles($"*{DatabaseCopy.UnfinishedSuffix}");
        foreach (var part in unfinished.Where(part => now - part.LastWriteTimeUtc > Abandoned))
            part.Delete();
    }

    // Whoever reads a backup can read password hashes.
    private void CreatePrivate()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Path);
        else if (!Directory.Exists(Path))
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string FileOf(Backup backup) => FileOf(backup.Name);

    private string FileOf(string name) => System.IO.Path.Combine(Path, name);
}
