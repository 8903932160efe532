using System.Net;

namespace BpoDirectory.Tests.Operations.Health;

[Trait(TestServer.Database, TestServer.File)]
public sealed class HealthEndpointsTests : IDisposable
{
    private readonly BrokenApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Sound_program_lives_and_is_ready()
    {
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/live"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/ready"));
    }

    [Theory]
    [InlineData("DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory)")]
    [InlineData("PRAGMA foreign_keys = OFF; DROP TABLE Departments")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM Departments")]
    public async Task Program_that_cannot_answer_lives_but_is_not_ready(string harm)
    {
        await _app.SqlAsync(harm);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/live"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync("/health/ready"));
    }

    [Fact]
    public async Task Answer_about_the_present_is_not_kept()
    {
        using var response = await _app.Client.GetAsync("/health/ready");

        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(string path)
    {
        using var response = await _app.Client.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
