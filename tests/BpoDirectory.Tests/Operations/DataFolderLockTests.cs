using System.Runtime.Versioning;
using BpoDirectory.Operations;

namespace BpoDirectory.Tests.Operations;

/// <summary>One data folder, one program, for as long as it lives.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DataFolderLockTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public DataFolderLockTests() => CatalogDatabase.CopyInto(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Second_program_ends_with_one_line_and_the_first_goes_on()
    {
        using var first = ProgramProcess.Start(_folder.Path);
        using var client = new HttpClient { BaseAddress = await first.AddressAsync() };

        using var second = ProgramProcess.Start(_folder.Path);

        var line = await second.RefusalAsync();
        Assert.Contains(_folder.Path, line, StringComparison.Ordinal);
        Assert.Contains("End the program that uses it", line, StringComparison.Ordinal);
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task Folder_of_a_killed_program_is_free()
    {
        using var killed = ProgramProcess.Start(_folder.Path);
        await killed.AddressAsync();
        await killed.KillAsync();

        using var next = ProgramProcess.Start(_folder.Path);

        await next.AddressAsync();
    }

    [Fact]
    public async Task Command_for_a_link_works_beside_the_program()
    {
        using var program = ProgramProcess.Start(_folder.Path);
        await program.AddressAsync();

        using var command = ProgramProcess.Run("setup-link", _folder.Path);

        await command.OutputAsync("/account/set-up");
        Assert.Equal((0, ""), await command.EndAsync());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}/")]
    [InlineData("{0}/keys/..")]
    [InlineData("{0}.link")]
    public void Folder_is_the_same_by_another_path(string path)
    {
        Directory.CreateDirectory(_folder.File("keys"));
        var link = _folder.Path + ".link";
        Directory.CreateSymbolicLink(link, _folder.Path);
        try
        {
            using var first = new DataFolder(_folder.Path).Claim();

            var refused = Assert.Throws<SettingException>(new DataFolder(string.Format(null, path, _folder.Path)).Claim);

            Assert.DoesNotContain('\n', refused.Message);
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Fact]
    public void Folder_that_was_let_go_is_free()
    {
        new DataFolder(_folder.Path).Claim().Dispose();

        new DataFolder(_folder.Path).Claim().Dispose();
    }
}
