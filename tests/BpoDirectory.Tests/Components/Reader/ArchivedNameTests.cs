using System.Net;
using BpoDirectory.Tests.Api;

namespace BpoDirectory.Tests.Components.Reader;

/// <summary>What the public history of a department says about others that are archived now.</summary>
public sealed class ArchivedNameTests(WritingProgram program) : IClassFixture<WritingProgram>
{
    [Theory]
    [InlineData("legal", "{\"parent\": \"sales\"}", "sales", "Sales")]
    [InlineData("marketing", "{\"parent\": \"logistics\"}", "logistics", "Logistics")]
    [InlineData("operations", "{\"parent\": \"it-support\"}", "it-support", "IT Support")]
    public async Task Comparison_names_them_as_archived(string slug, string change, string archived, string name)
    {
        using var changed =
            await program.Client.SendAsync(WritingProgram.Request(HttpMethod.Put, $"{WritingProgram.Departments}/{slug}", change));
        var version = await program.VersionAsync(archived);
        using var done =
            await program.Client.SendAsync(
                WritingProgram.Request(HttpMethod.Post, $"{WritingProgram.Departments}/{archived}/archive", "{}", $"\"{version}\""));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (changed.StatusCode, done.StatusCode));

        var history = await program.Client.GetStringAsync($"/departments/{slug}/history?from=1&to=2");

        Assert.Contains($"{name} (archived)", WebUtility.HtmlDecode(history), StringComparison.Ordinal);
    }
}
