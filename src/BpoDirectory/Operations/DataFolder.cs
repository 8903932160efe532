namespace BpoDirectory.Operations;

/// <summary>Where the program keeps what must survive it: the database, and logs, keys and backups beside it.</summary>
/// <param name="Path">Full path of the folder.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The configuration key that moves the folder; relative paths start at the program's content root.</summary>
    public const string Key = "Data:Directory";

    /// <summary>The folder when nothing else is configured. Not "data": file systems that ignore case would take it for the source folder.</summary>
    public const string Default = "directory-data";

    public string DatabaseFile => System.IO.Path.Combine(Path, "directory.db");

    public string Logs => System.IO.Path.Combine(Path, "logs");
}
