using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;

namespace BpoDirectory.Operations.Backups;

/// <summary>What whoever runs the program does with backups on the command line.</summary>
public static class BackupCommands
{
    /// <summary>Whether the command is one of these.</summary>
    public static bool Has(CommandLine line) => line.Command is CommandLine.Backup or CommandLine.Restore;

    /// <summary>Runs the command and says what it did.</summary>
    /// <param name="line">The command with its file.</param>
    /// <param name="database">Where the directory is kept.</param>
    /// <param name="data">The data folder; for a restore, claimed by this process.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="SettingException">A file is missing, in the way or not what it should be; nothing was changed.</exception>
    /// <exception cref="DatabaseUnusableException">A file cannot be read or written; nothing was changed.</exception>
    public static async Task<int> RunAsync(CommandLine line, DatabaseSetting database, DataFolder data, DateTime now)
    {
        if (database.IsOnServer)
            throw new SettingException("The directory is kept in PostgreSQL. Back it up with pg_dump, and restore it with pg_restore.");
        try
        {
            foreach (var said in line.Command == CommandLine.Backup ? Backup(line.File!, data) : Restore(line.File!, data, now))
                await Console.Out.WriteLineAsync(said);
            return 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{line.File}: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Nothing was changed.", error);
        }
    }

    private static IEnumerable<string> Backup(string file, DataFolder data)
    {
        if (!File.Exists(data.DatabaseFile))
            throw new SettingException($"There is no database {data.DatabaseFile} to back up. Name its folder with --{DataFolder.Key}.");
        if (Path.Exists(file))
            throw new SettingException($"{file} is there already, and nothing is overwritten. Name a new file, or move that one away.");
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new SettingException($"There is no folder {Path.GetDirectoryName(file)} for the backup. Create it first.");
        DatabaseCopy.Make(data.DatabaseFile, file);
        yield return $"Backed up {data.DatabaseFile} into {file} ({Size(file)}), and checked it: it is sound.";
        yield return $"Keep {data.Keys} too: without it everybody has to sign in again after a restore.";
    }

    private static IEnumerable<string> Restore(string file, DataFolder data, DateTime now)
    {
        if (!File.Exists(file))
            throw new SettingException($"There is no file {file}.");
        if (Path.GetFullPath(file) == data.DatabaseFile)
            throw new SettingException($"{file} is the database itself. Name a backup.");
        var state = DatabaseCopy.Inspect(file);
        if (Refusal(file, state) is { } reason)
            throw new SettingException($"{reason} Nothing was changed.");
        var kept = Path.Combine(data.Path, $"directory-replaced-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db");
        var wasThere = DatabaseCopy.Replace(file, data.DatabaseFile, kept);
        yield return $"Restored {data.DatabaseFile} from {file} ({Size(file)}), which was checked: it is sound.";
        yield return wasThere
            ? $"The database that was there is now {kept}: “restore {kept}” brings it back."
            : "There was no database before.";
        if (!state.IsUpToDate)
            yield return "It is from an earlier version: the next start brings it up to date.";
        yield return "Start the program again.";
    }

    private static string? Refusal(string file, DatabaseState state) => state.Condition switch
    {
        DatabaseCondition.Sound => null,
        DatabaseCondition.Damaged => $"{file} is damaged ({state.Detail}). Choose another backup.",
        DatabaseCondition.Newer =>
            $"{file} comes from a newer version of BpoDirectory (it has {state.Detail}). Restore it with that version.",
        DatabaseCondition.BeforeFirstRelease =>
            $"{file} was made before the first release of BpoDirectory (it has {state.Detail}) and cannot be brought up to date.",
        _ => $"{file} is not a database of BpoDirectory.",
    };

    private static string Size(string file) => Backups.Backup.FormatSize(new FileInfo(file).Length);
}
