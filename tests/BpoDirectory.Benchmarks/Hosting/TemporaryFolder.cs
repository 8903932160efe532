using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Hosting;

/// <summary>A folder that is gone when the measurement is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bpo-bench-");

    public string Path => _folder.FullName;

    /// <summary>Where the program looks for its database in this folder.</summary>
    public string Database => File("directory.db");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A folder with a copy of a database, to be changed at will.</summary>
    public static TemporaryFolder With(string database)
    {
        var folder = new TemporaryFolder();
        System.IO.File.Copy(database, folder.Database);
        return folder;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
