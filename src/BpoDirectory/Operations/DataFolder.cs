namespace BpoDirectory.Operations;

/// <summary>Where the program keeps what must survive it: the database, and logs, keys and backups beside it.</summary>
/// <param name="Path">Full path of the folder.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The part of the configuration that is about this folder.</summary>
    public const string Section = "Data";

    /// <summary>The configuration key that moves the folder; relative paths start at the program's content root.</summary>
    public const string Key = "Data:Directory";

    /// <summary>The folder when nothing else is configured. Not "data": file systems that ignore case would take it for the source folder.</summary>
    public const string Default = "directory-data";

    public string DatabaseFile => System.IO.Path.Combine(Path, "directory.db");

    /// <summary>What cookies are encrypted with: whoever can read it can pretend to be anybody.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>Creates the configured folder where it does not exist, for this user alone.</summary>
    /// <exception cref="SettingException">It cannot be a folder or cannot be made, or the section holds an unknown key.</exception>
    public static DataFolder Open(IConfiguration configuration, string contentRoot)
    {
        var unknown = configuration.GetSection(Section).GetChildren()
            .FirstOrDefault(setting => !setting.Path.Equals(Key, StringComparison.OrdinalIgnoreCase));
        if (unknown is not null)
            throw new SettingException($"{unknown.Path} is not a setting of this program. Allowed under {Section}: {Key}, the path of the data folder.");

        var configured = configuration[Key] ?? Default;
        try
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(configured, "path");
            var folder = new DataFolder(System.IO.Path.GetFullPath(configured, contentRoot));
            CreatePrivate(folder.Path);
            Directory.CreateDirectory(folder.Logs);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = error.Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw new SettingException($"{Key} is “{configured}”, which cannot be used ({reason}). Allowed: the path of a folder that this user may create and write.", error);
        }
    }

    // Password hashes and the keys of the cookies are in it. A folder that exists already is its owner's to arrange.
    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
