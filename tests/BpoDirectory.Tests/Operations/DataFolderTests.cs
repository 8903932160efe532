using BpoDirectory.Operations;
using Microsoft.Extensions.Configuration;

namespace BpoDirectory.Tests.Operations;

public sealed class DataFolderTests : IDisposable
{
    private readonly TestFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData(null, "directory-data")]
    [InlineData("elsewhere/data", "elsewhere/data")]
    public void Relative_path_starts_at_the_content_root(string? configured, string expected)
    {
        var folder = Open(("Data:Directory", configured));

        Assert.Equal(_root.File(expected), folder.Path);
        Assert.True(Directory.Exists(folder.Logs));
        Assert.Equal(_root.File(expected + "/directory.db"), folder.DatabaseFile);
    }

    [Fact]
    public void New_folder_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Open(("Data:Directory", "new")).Path));
    }

    [Fact]
    public void Absolute_path_stays_as_it_is() => Assert.Equal(_root.File("here"), Open(("Data:Directory", _root.File("here"))).Path);

    [Fact]
    public void File_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(_root.File("data"), "");

        Assert.Contains(
            "Data:Directory is “data”", Assert.Throws<SettingException>(() => Open(("Data:Directory", "data"))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Text_that_is_no_path_is_refused(string path) =>
        Assert.StartsWith(
            "Data:Directory is ", Assert.Throws<SettingException>(() => Open(("Data:Directory", path))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Data:Folder")]
    [InlineData("Data:Directory2")]
    public void Unknown_key_is_refused_with_the_one_that_is_known(string key) =>
        Assert.Equal(
            $"{key} is not a setting of this program. Allowed under Data: Data:Directory, Data:Provider.",
            Assert.Throws<SettingException>(() => Open((key, "x"))).Message);

    private DataFolder Open(params (string Key, string? Value)[] settings) =>
        DataFolder.Open(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build(), _root.Path);
}
