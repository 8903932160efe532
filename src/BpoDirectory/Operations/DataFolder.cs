using System.Xml;
using System.Xml.Linq;

namespace BpoDirectory.Operations;

/// <summary>A part of the data folder cannot be used; the message names it and says what to do, in one line.</summary>
public sealed class DataFolderUnusableException(string message, Exception cause) : Exception(message, cause);

/// <summary>Where the program keeps what must survive it: the database, and logs, keys and backups beside it.</summary>
/// <param name="Path">Full path of the folder.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The part of the configuration that is about this folder.</summary>
    public const string Section = "Data";

    /// <summary>The configuration key that moves the folder; relative paths start at the program's content root.</summary>
    public const string Key = "Data:Directory";

    /// <summary>
    /// The folder when nothing else is configured. Not "data": file systems that ignore case would take it for the source folder.
    /// </summary>
    public const string Default = "directory-data";

    private const int ProbeSize = 64 * 1024;

    public string DatabaseFile => System.IO.Path.Combine(Path, "directory.db");

    /// <summary>What cookies are encrypted with: whoever can read it can pretend to be anybody.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>The files that editors prepare to import.</summary>
    public string Imports => System.IO.Path.Combine(Path, "imports");

    public string Logs => System.IO.Path.Combine(Path, "logs");

    // Empty, and left behind: whoever removed it at the end could remove the one that the next program holds already.
    private string LockFile => System.IO.Path.Combine(Path, "directory.lock");

    /// <summary>Creates the configured folder where it does not exist, for this user alone.</summary>
    /// <exception cref="SettingException">It cannot be a folder or cannot be made, or the section holds an unknown key.</exception>
    public static DataFolder Open(IConfiguration configuration, string contentRoot)
    {
        Setting.RefuseUnknown(configuration, Section, Key, DatabaseSettings.ProviderKey);
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
            throw new SettingException(
                $"{Key} is “{configured}”, which cannot be used ({Reason(error)}). Allowed: the path of a folder that this user may create and write.", error);
        }
    }

    /// <summary>
    /// Takes the folder for this program alone, until the answer is disposed or the process ends, in whatever way: the operating system
    /// lets go of the lock then.
    /// </summary>
    /// <exception cref="SettingException">Another program has it.</exception>
    public IDisposable Claim()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var advice = error is UnauthorizedAccessException ? "Let this user write into it" : "End the program that uses it";
            throw new SettingException(
                $"The data folder {Path} cannot be taken for this program alone ({Reason(error)}). {advice}, or set {Key} to another folder.", error);
        }
    }

    private static string Reason(Exception error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.');

    /// <summary>
    /// Tries every part beside the database for what it is used for: folders are listed and written into, keys are read, the log is opened.
    /// </summary>
    /// <exception cref="DataFolderUnusableException">One of them cannot be used.</exception>
    public void Try()
    {
        foreach (var folder in new[] { Path, Keys, Logs })
            Try("The folder", folder, ListAndWriteInto);
        foreach (var key in Directory.EnumerateFiles(Keys, "*.xml"))
            Try("The key", key, file => XElement.Load(file));
        if (Directory.EnumerateFiles(Logs, "*.json").Max(StringComparer.Ordinal) is { } latest)
            Try("The log", latest, file => File.OpenHandle(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose());
    }

    private static void Try(string what, string path, Action<string> use)
    {
        try
        {
            use(path);
        }
        // The last is how the framework tells that a file may not grow.
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or XmlException or ArgumentOutOfRangeException)
        {
            throw new DataFolderUnusableException(
                $"{what} {path} cannot be used ({Reason(error)}). Make room on its disk, let this user read and write it, or restore it from a backup.", error);
        }
    }

    // As much as a save may need.
    private static void ListAndWriteInto(string folder)
    {
        Directory.CreateDirectory(folder);
        _ = Directory.EnumerateFiles(folder).Any();
        using var file =
            File.OpenHandle(
                System.IO.Path.Combine(folder, "probe.tmp"), FileMode.Create, FileAccess.Write, options: FileOptions.DeleteOnClose);
        RandomAccess.Write(file, new byte[ProbeSize], 0);
        RandomAccess.FlushToDisk(file);
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
