namespace BpoDirectory.Operations;

/// <summary>What the program is asked to do by its arguments.</summary>
/// <param name="Command">The command; null when the program is to serve.</param>
/// <param name="Settings">The arguments that set something: for the command, or for the program.</param>
/// <param name="Flags">The arguments that say all by being there.</param>
public sealed record CommandLine(string? Command, string[] Settings, string[] Flags)
{
    /// <summary>Prints a link that creates the first administrator.</summary>
    public const string SetUpLink = "setup-link";

    /// <summary>Creates an administrator.</summary>
    public const string CreateAdministrator = "admin create";

    /// <summary>Creates an access token.</summary>
    public const string CreateToken = "token create";

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
        BpoDirectory.dll export FILE [--kind functions] [--filter "office=back&sort=updated"] [--columns name,office] [--format csv|xlsx|json]
            Writes departments, or functions, to a table; the filter is that of the list's address.
        BpoDirectory.dll export --everything FILE [--revisions]
            Writes the whole directory to one JSON file, without accounts; with the history of every entry on request.
        BpoDirectory.dll import-everything FILE --user NAME
            Takes such a file over, all of it or nothing, in the name of an administrator.
        Commands take the same settings as the program, and work beside it.
        """;

    private static readonly string[] KnownCommands = [SetUpLink, CreateAdministrator, CreateToken, Export, ImportEverything];
    private static readonly string[] OfFiles = [Export, ImportEverything];
    private static readonly string[] KnownFlags = [PasswordFlag, HelpFlag, EverythingFlag, RevisionsFlag];

    /// <summary>The file that the command reads or writes; null where none is named.</summary>
    public string? File { get; private init; }

    /// <summary>Whether it is only asked what it can do.</summary>
    public bool IsForHelp => Flags.Contains(HelpFlag);

    /// <summary>Tells the arguments apart.</summary>
    /// <exception cref="SettingException">There is no such command, or the last setting has no value.</exception>
    public static CommandLine Parse(string[] args)
    {
        var flags = args.Where(KnownFlags.Contains).ToArray();
        var others = args.Where(arg => !KnownFlags.Contains(arg)).ToArray();
        var words = Words(others).ToArray();
        var file = words is [var first, var second] && OfFiles.Contains(first) ? second : null;
        var command = file is null ? string.Join(' ', words) : words[0];
        if (command.Length > 0 && !KnownCommands.Contains(command))
            throw new SettingException($"“{command}” is no command of this program. Allowed: {string.Join(", ", KnownCommands)}, or no command, to serve. {HelpFlag} says more.");
        return new CommandLine(command.Length > 0 ? command : null, [.. others.Where(arg => arg != file)], flags) { File = file };
    }

    /// <summary>A setting of the command.</summary>
    /// <exception cref="SettingException">It is not there.</exception>
    public string Require(string key) => Find(key) ?? throw new SettingException($"“{Command}” needs --{key}. {HelpFlag} says more.");

    /// <summary>A setting of the command; null where it is not there.</summary>
    public string? Find(string key) => new ConfigurationBuilder().AddCommandLine(Settings).Build()[key] is { Length: > 0 } value ? value : null;

    /// <summary>The file of the command.</summary>
    /// <exception cref="SettingException">None is named.</exception>
    public string RequireFile() => File ?? throw new SettingException($"“{Command}” needs a file. {HelpFlag} says more.");

    // As the framework reads settings: --key=value, --key value, /key value and key=value. Of a command with a file, /key is the file.
    private static IEnumerable<string> Words(string[] args)
    {
        var hasFile = args is [var command, ..] && OfFiles.Contains(command);
        for (var at = 0; at < args.Length; at++)
            if (args[at].Contains('='))
                continue;
            else if (!args[at].StartsWith("--", StringComparison.Ordinal) && (hasFile || !args[at].StartsWith('/')))
                yield return args[at];
            else if (++at == args.Length)
                throw new SettingException($"“{args[^1]}” is no command of this program, and a setting needs a value. {HelpFlag} says more.");
    }
}
