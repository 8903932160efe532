namespace BpoDirectory.Tests;

/// <summary>A database as it was left, for others to start as copies of it.</summary>
internal sealed class DatabaseTemplate : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly bool _isOnServer;

    private DatabaseTemplate(bool isOnServer)
    {
        _isOnServer = isOnServer;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>The database after <paramref name="work"/>.</summary>
    public static async Task<DatabaseTemplate> MakeAsync(bool isOnServer, Func<TestDatabase, Task> work)
    {
        var template = new DatabaseTemplate(isOnServer);
        await new TestDatabase(template._folder, isOnServer).CloseAfterAsync(work);
        return template;
    }

    /// <summary>Puts a copy of it into another folder.</summary>
    public void CopyTo(TestFolder folder)
    {
        if (_isOnServer)
            TestServer.Copy(_folder.Path, folder.Path);
        else
            File.Copy(_folder.File(TestDatabase.FileName), folder.File(TestDatabase.FileName));
    }

    public void Dispose() => _folder.Dispose();
}
