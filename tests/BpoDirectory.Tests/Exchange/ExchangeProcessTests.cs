using System.Text.Json.Nodes;
using BpoDirectory.Tests.Operations;

namespace BpoDirectory.Tests.Exchange;

/// <summary>Exports and takeovers by a process of their own, beside the program that serves.</summary>
public sealed class ExchangeProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_command_takes_over_is_shown_at_once_by_the_program_that_serves()
    {
        CatalogDatabase.CopyInto(_folder);
        using var program = ProgramProcess.Start(_folder.Path);
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        Assert.Equal(
            0, (await RunAsync("admin create", "correct horse staple", "--user", "root", "--name", "Root", "--password-stdin")).ExitCode);
        var everything = _folder.File("everything.json");

        Assert.Equal(0, (await RunAsync("export", null, "--everything", everything, "--revisions")).ExitCode);
        Assert.Contains("Legal", await client.GetStringAsync("/api/v1/departments/legal"), StringComparison.Ordinal);
        var file = JsonNode.Parse(await File.ReadAllTextAsync(everything))!;
        file["entries"]!.AsArray()
            .Single(entry => entry!["type"]!.ToString() == "department" && entry["slug"]!.ToString() == "legal")!["content"]!["summary"] =
                "Zephyrine counsel.";
        await File.WriteAllTextAsync(everything, file.ToJsonString());
        var (exitCode, output, errors) = await RunAsync("import-everything", null, everything, "--user", "root");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("0 new, 1 changed", output, StringComparison.Ordinal);
        Assert.Contains("Zephyrine counsel.", await client.GetStringAsync("/api/v1/departments/legal"), StringComparison.Ordinal);
        Assert.Contains("\"slug\":\"legal\"", await client.GetStringAsync("/api/v1/departments?q=zephyrine"), StringComparison.Ordinal);
        var table = _folder.File("back.csv");
        Assert.Equal(0, (await RunAsync("export", null, table, "--filter", "office=back&sort=name", "--columns", "slug,summary")).ExitCode);
        Assert.Contains("legal,Zephyrine counsel.", await File.ReadAllTextAsync(table), StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string command, string? input, params string[] arguments) =>
        ProgramProcess.AnswerAsync(input, command, _folder.Path, arguments);
}
