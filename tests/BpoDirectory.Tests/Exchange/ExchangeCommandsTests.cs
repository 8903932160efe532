using BpoDirectory.Exchange;
using BpoDirectory.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Exchange;

/// <summary>Exports on the command line.</summary>
[Collection(SharedApp.Name)]
public sealed class ExchangeCommandsTests(DirectoryApp app) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("back.csv", "slug,name", "--filter", "office=back&sort=name", "--columns", "slug,name")]
    [InlineData("functions.csv", "name,owners", "--kind", "functions", "--columns", "name,owners")]
    [InlineData("list.data", "[{\"name\":", "--format", "json", "--columns", "name")]
    public async Task Table_is_written_to_the_file(string file, string beginning, params string[] settings)
    {
        Assert.Equal(0, await RunAsync(["export", _folder.File(file), .. settings]));

        Assert.StartsWith(beginning, await File.ReadAllTextAsync(_folder.File(file)), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(_folder.Path));
    }

    [Theory]
    [InlineData("“colour” is no parameter of the list. Allowed: q, office, line", "departments.csv", "--filter", "colour=red")]
    [InlineData("office is “middle”. Allowed: front, back, both, none.", "departments.csv", "--filter", "office=middle")]
    [InlineData("--columns names “colour”. Allowed: name, slug,", "departments.csv", "--columns", "name,colour")]
    [InlineData("Let its name end with .csv, .xlsx or .json", "departments.txt")]
    [InlineData("--kind is “planets”. Allowed: departments, functions.", "departments.csv", "--kind", "planets")]
    [InlineData("--filter is for departments", "functions.csv", "--kind", "functions", "--filter", "q=pay")]
    public async Task What_cannot_be_meant_is_refused_and_writes_nothing(string message, string file, params string[] settings)
    {
        var refused = await Assert.ThrowsAsync<SettingException>(() => RunAsync(["export", _folder.File(file), .. settings]));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task File_that_cannot_be_written_or_read_ends_with_1_and_leaves_the_one_before()
    {
        await File.WriteAllTextAsync(_folder.File("present.json"), "before");

        Assert.Equal(1, await RunAsync(["export", _folder.File("no-such-folder/list.csv")]));
        Assert.Equal(1, await RunAsync(["import-everything", _folder.File("present.json"), "--user", "nobody"]));
        Assert.Equal("before", await File.ReadAllTextAsync(_folder.File("present.json")));
    }

    [Fact]
    public void Command_and_its_file_are_told_apart()
    {
        var line = CommandLine.Parse(["export", "--format", "xlsx", "--filter", "office=back&q=a b", "list.data"]);

        Assert.Equal(
            ("export", Path.GetFullPath("list.data"), "xlsx", "office=back&q=a b"),
            (line.Command, line.File, line.Find("format"), line.Find("filter")));
        Assert.Equal("/tmp/a=b.csv", CommandLine.Parse(["export", "--format", "csv", "/tmp/a=b.csv"]).File);
        Assert.Throws<SettingException>(() => CommandLine.Parse(["export", "one", "two"]));
        Assert.Throws<SettingException>(() => CommandLine.Parse(["export", "--format", "csv"]));
        Assert.Throws<SettingException>(() => CommandLine.Parse(["setup-link", "file"]));
    }

    [Fact]
    public async Task Command_without_its_file_is_refused() =>
        Assert.Contains(
            "needs the path of one file", (await Assert.ThrowsAsync<SettingException>(() => RunAsync(["export"]))).Message,
            StringComparison.Ordinal);

    private Task<int> RunAsync(string[] arguments) =>
        app.Services.GetRequiredService<ExchangeCommands>().RunAsync(CommandLine.Parse(arguments));
}
