using BpoDirectory.Data;
using BpoDirectory.Search.Questions;
using BpoDirectory.Tests.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader.Search;

/// <summary>An answer counts as opened when a browser says that it comes from the results.</summary>
public sealed class OpenedAnswersTests : IDisposable
{
    private readonly BrokenApp _app = new();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("/departments/human-resources", "http://localhost/?q=payroll")]
    [InlineData("/departments/human-resources", "http://localhost/departments?office=back&q=Payroll%3F")]
    [InlineData("/functions/payroll-processing", "http://localhost/?q=payroll")]
    public async Task Answer_followed_from_results_is_opened(string answer, string from) =>
        Assert.Equal(1, await OpenedAsync(answer, from));

    [Theory]
    [InlineData("/departments/human-resources", null)]
    [InlineData("/departments/human-resources", "nonsense")]
    [InlineData("/departments/human-resources", "http://localhost/departments")]
    [InlineData("/departments/human-resources", "http://localhost/functions?q=payroll")]
    [InlineData("/departments/human-resources", "http://elsewhere.example/?q=payroll")]
    [InlineData("/departments/human-resources", "http://localhost/?q=something+else")]
    [InlineData("/departments/no-such-department", "http://localhost/?q=payroll")]
    [InlineData("/guide", "http://localhost/?q=payroll")]
    public async Task Anything_else_is_not(string answer, string? from) => Assert.Equal(0, await OpenedAsync(answer, from));

    [Fact]
    public async Task Answer_kept_in_memory_is_opened_too_and_stays_kept()
    {
        (await GetAsync("/departments/human-resources")).Dispose();
        (await GetAsync("/?q=payroll")).Dispose();

        using var opened = await GetAsync("/departments/human-resources", "http://localhost/?q=payroll");

        Assert.NotNull(opened.Headers.Age);
        Assert.Equal(1, await WrittenAsync());
    }

    private async Task<int> OpenedAsync(string answer, string? from)
    {
        (await GetAsync("/?q=payroll")).Dispose();
        (await GetAsync(answer, from)).Dispose();
        return await WrittenAsync();
    }

    private async Task<int> WrittenAsync()
    {
        await _app.Services.GetRequiredService<SearchCounter>().WriteAsync(CancellationToken.None);
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        return (await db.SearchCounts.SingleAsync(count => count.WordingKey == "payroll")).Opened;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (from is not null)
            request.Headers.TryAddWithoutValidation("Referer", from);
        return await _app.Client.SendAsync(request);
    }
}
