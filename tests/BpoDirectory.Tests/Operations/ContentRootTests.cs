using System.Text.Json;

namespace BpoDirectory.Tests.Operations;

public sealed class ContentRootTests : IDisposable
{
    private const string Database = "directory-data/directory.db";

    private const string Icon = "wwwroot/favicon.svg";

    private readonly TestFolder _program = new();
    private readonly TestFolder _elsewhere = new();

    public void Dispose()
    {
        _program.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task Published_program_started_from_elsewhere_finds_its_files_and_its_data()
    {
        Publish();

        using var program = ProgramProcess.StartElsewhere(_program.Path, _elsewhere.Path);

        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Source, Icon)), await client.GetStringAsync("/favicon.svg"));
        Assert.True(File.Exists(_program.File(Database)));
        Assert.Empty(Directory.GetFileSystemEntries(_elsewhere.Path));
    }

    [Fact]
    public async Task Configured_content_root_comes_first()
    {
        Publish();

        using var program = ProgramProcess.StartElsewhere(_program.Path, _program.Path, ("ASPNETCORE_CONTENTROOT", _elsewhere.Path));

        await program.AddressAsync();
        Assert.True(File.Exists(_elsewhere.File(Database)));
        Assert.False(Directory.Exists(_program.File("directory-data")));
    }

    [Fact]
    public async Task Program_that_is_built_only_takes_the_folder_it_is_started_from()
    {
        Copy();

        using var program = ProgramProcess.StartElsewhere(_program.Path, _elsewhere.Path);

        await program.AddressAsync();
        Assert.True(File.Exists(_elsewhere.File(Database)));
    }

    private static string Source =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory,
            "MvcTestingAppManifest.json")))!
        .Single(root => root.Key.StartsWith("BpoDirectory,", StringComparison.Ordinal)).Value;

    // As publishing leaves it: the static files lie beside the program, and nothing says that they are anywhere else.
    private void Publish()
    {
        Copy();
        File.Delete(_program.File("BpoDirectory.staticwebassets.runtime.json"));
        Directory.CreateDirectory(_program.File("wwwroot"));
        File.Copy(Path.Combine(Source, Icon), _program.File(Icon));
    }

    // The program is where its own file is, links followed: that one is copied.
    private void Copy()
    {
        foreach (var file in Directory.GetFileSystemEntries(AppContext.BaseDirectory))
        {
            var name = Path.GetFileName(file);
            if (name == "BpoDirectory.dll")
                File.Copy(file, _program.File(name));
            else
                File.CreateSymbolicLink(_program.File(name), file);
        }
    }
}
