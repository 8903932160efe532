namespace BpoDirectory.Operations;

/// <summary>What the program is asked to do by its arguments.</summary>
/// <param name="Command">The command; null when the program is to serve.</param>
/// <param name="Settings">The arguments that set something: for the command, or for the program.</param>
/// <param name="Flags">The arguments that say all by being there.</param>
public sealed record CommandLine(string? Command, string[] Settings, string[] Flags)
{
    /// <summary>Makes a backup of the database.</summary>
    public const string Backup = "backup";

    /// <summary>Puts a backup in the place of the database.</summary>
    public const string Restore = "restore";

    /// <summary>Prints a link that creates the first administrator.</summary>
    public const string SetUpLink = "setup-link";

    /// <summary>Asks whether the program is ready.</summary>
    public const string Health = "health";

    /// <summary>Creates an administrator.</summary>
    public const string CreateAdministrator = "admin create";

    /// <summary>Creates an access token.</summary>
    public const string CreateToken = "token create";

    /// <summary>Imports a table of departments or functions.</summary>
    public const string Import = "import";

    /// <summary>Only compares the table with the directory.</summary>
    public const string DryRunFlag = "--dry-run";

    /// <summary>Puts letters right that were read in a wrong encoding before.</summary>
    public const string RepairFlag = "--repair-letters";

    /// <summary>Writes departments, functions or everything to a file.</summary>
    public const string Export = "export";

    /// <summary>Takes over what <see cref="Export"/> wrote with <see cref="EverythingFlag"/>.</summary>
    public const string ImportEverything = "import-everything";

    /// <summary>Exports the whole directory.</summary>
    public const string EverythingFlag = "--everything";

    /// <summary>Exports the revisions of everything too.</summary>
    public const string RevisionsFlag = "--revisions";

    /// <summary>Says that the password is read from the standard input.</summary>
    public const string PasswordFlag = "--password-stdin";

    /// <summary>Asks for <see cref="Help"/>.</summary>
    public const string HelpFlag = "--help";

    /// <summary>What the program can be asked to do.</summary>
    public const string Help =
        """
        BpoDirectory.dll [settings]
            Serves the directory. Settings are named in docs/operations.md: --urls http://localhost:5080, --Data:Directory /path
        BpoDirectory.dll setup-link
            Prints a link that creates the first administrator.
        BpoDirectory.dll admin create --user NAME --name "DISPLAY NAME" --password-stdin
            Creates an administrator, whose password is the first line of the standard input.
        BpoDirectory.dll token create --user NAME --name "WHAT FOR" --days N
            Prints a new access token of an account, and nothing else.
        BpoDirectory.dll health
            Asks the running program whether it is ready: exit code 0 when it is, else 1.
        BpoDirectory.dll backup FILE
            Writes the database as it is now into a new file, and checks it. The program may be running.
        BpoDirectory.dll restore FILE
            Puts a backup in the place of the database, which is kept beside it. The program must not be running. A file that is damaged,
            of another program or of a newer version is refused.
        BpoDirectory.dll export FILE [--kind functions] [--filter "office=back&sort=updated"] [--columns name,office] [--format csv|xlsx|json]
            Writes departments, or functions, to a table; the filter is that of the list's address.
        BpoDirectory.dll export --everything FILE [--revisions]
            Writes the whole directory to one JSON file, without accounts; with the history of every entry on request.
        BpoDirectory.dll import FILE --user NAME [--kind functions] [--dry-run] [--office back] [--columns 2=name,3=summary] [--sheet NAME]
                [--encoding windows-1251] [--repair-letters]
            Imports a table (CSV, Excel, JSON) of departments or functions, credited to an editor: its right rows, all or nothing. Exit code 0
            when all rows are right, 2 when some are wrong. --office, --summary, --officeBasis and --officeReason are for new departments of
            which the table does not say it.
        BpoDirectory.dll import-everything FILE --user NAME
            Takes such a file over, all of it or nothing, in the name of an administrator.
        Commands take the same settings as the program (--Data:Directory /path) and, where nothing else is said, work beside it. They
        end with 0 when it is done, else with 1 and a line that says why nothing was changed.
        """;

    private static readonly string[] KnownCommands =
        [SetUpLink, Health, CreateAdministrator, CreateToken, Backup, Restore, Export, Import, ImportEverything];
    private static readonly string[] FileCommands = [Backup, Restore, Export, Import, ImportEverything];
    private static readonly string[] KnownFlags = [PasswordFlag, HelpFlag, EverythingFlag, RevisionsFlag, DryRunFlag, RepairFlag];

    /// <summary>The file that the command is about; null when it is about none.</summary>
    public string? File { get; init; }

    /// <summary>Whether it is only asked what it can do.</summary>
    public bool IsForHelp => Flags.Contains(HelpFlag);

    /// <summary>Tells the arguments apart.</summary>
    /// <exception cref="SettingException">There is no such command, or the last setting has no value.</exception>
    public static CommandLine Parse(string[] args)
    {
        var flags = args.Where(KnownFlags.Contains).ToArray();
        var others = args.Where(arg => !KnownFlags.Contains(arg)).ToArray();
        if (!flags.Contains(HelpFlag) && WithFile(others) is { } line)
            return line with { Flags = flags };
        var command = string.Join(' ', Words(others));
        if (command.Length > 0 && !KnownCommands.Contains(command))
            throw new SettingException($"“{command}” is no command of this program. Allowed: {string.Join(", ", KnownCommands)}, or no command, to serve. {HelpFlag} says more.");
        return new CommandLine(command.Length > 0 ? command : null, others, flags);
    }

    /// <summary>A setting of the command.</summary>
    /// <exception cref="SettingException">It is not there.</exception>
    public string Require(string key) => Find(key) ?? throw new SettingException($"“{Command}” needs --{key}. {HelpFlag} says more.");

    /// <summary>A setting of the command; null where it is not there.</summary>
    public string? Find(string key) =>
        new ConfigurationBuilder().AddCommandLine(Settings).Build()[key] is { Length: > 0 } value ? value : null;

    // The file stands right after the command, or last, behind settings; there it counts whatever it begins with or contains.
    private static CommandLine? WithFile(string[] args)
    {
        for (var at = 0; at < args.Length; at++)
            if (FileCommands.Contains(args[at]))
            {
                var rest = args[(at + 1)..];
                var file = rest is [var next, ..] && !IsKey(next) ? 0 : rest.Length - 1;
                string[] settings = rest.Length == 0 ? [] : [.. args[..at], .. rest[..file], .. rest[(file + 1)..]];
                if (rest.Length == 0 || IsKey(rest[file]) || settings is [.., var last] && IsKey(last) && !last.Contains('=')
                    || Words(settings).Any())
                    throw new SettingException($"“{args[at]}” needs the path of one file, and nothing but settings beside it. {HelpFlag} says more.");
                return new CommandLine(args[at], settings, []) { File = Path.GetFullPath(rest[file]) };
            }
            else if (!args[at].Contains('=') && (IsKey(args[at]) || args[at].StartsWith('/')))
                at++;
        return null;
    }

    private static bool IsKey(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    // As the framework reads settings: --key=value, --key value, /key value and key=value.
    private static IEnumerable<string> Words(string[] args)
    {
        for (var at = 0; at < args.Length; at++)
            if (args[at].Contains('='))
                continue;
            else if (!args[at].StartsWith("--", StringComparison.Ordinal) && !args[at].StartsWith('/'))
                yield return args[at];
            else if (++at == args.Length)
                throw new SettingException($"“{args[^1]}” is no command of this program, and a setting needs a value. {HelpFlag} says more.");
    }
}
