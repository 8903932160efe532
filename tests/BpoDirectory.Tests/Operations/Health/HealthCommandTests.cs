namespace BpoDirectory.Tests.Operations.Health;

public sealed class HealthCommandTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    [Fact]
    public async Task Program_that_is_ready_is_found_ready()
    {
        using var folder = new TestFolder();

        var (exitCode, output, errors) =
            await ProgramProcess.AnswerAsync(null, "health", folder.Path, "--urls", program.Address.ToString());

        Assert.Equal((0, "The program is ready.", ""), (exitCode, output.Trim(), errors));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Program_that_answers_to_its_name_alone_is_asked_by_that_name()
    {
        using var folder = new TestFolder();
        CatalogDatabase.CopyInto(folder);
        using var named = ProgramProcess.Start(folder.Path, ("AllowedHosts", "directory.example.com"));
        var address = await named.AddressAsync();

        var (exitCode, _, errors) = await ProgramProcess.AnswerAsync(
            null, "health", folder.Path, "--urls", address.ToString(), "--AllowedHosts", "directory.example.com");

        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "Nothing answers at http://127.0.0.1:1/health/ready. Start the program,")]
    [InlineData("nonsense", "is no address to listen at")]
    public async Task What_is_in_the_way_is_said_in_one_line(string address, string said)
    {
        using var folder = new TestFolder();

        var (exitCode, _, errors) = await ProgramProcess.AnswerAsync(null, "health", folder.Path, "--urls", address);

        Assert.Equal(1, exitCode);
        Assert.Contains(said, Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }
}
