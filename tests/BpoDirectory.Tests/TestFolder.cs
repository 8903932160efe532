namespace BpoDirectory.Tests;

/// <summary>A folder of a test's own, gone with it.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bpo-directory-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    // The web application factory disposes twice.
    public void Dispose()
    {
        if (!Directory.Exists(Path))
            return;
        Directory.Delete(Path, recursive: true);
        if (TestServer.IsThere)
            TestServer.Remove(Path);
    }
}
