using System.Net;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts;

public sealed class AuditedRefusalsTests(AccountApp app) : IClassFixture<AccountApp>
{
    [Theory]
    [InlineData("/admin/users")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/audit.csv")]
    public async Task Page_without_a_right_to_it_is_in_the_audit(string path)
    {
        using var answer = await app.Editor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(("ada", $"GET {path}"), (await AuditAsync(AuditKind.Refused)).Select(entry => (entry.ActorName, entry.Subject)));
    }

    [Fact]
    public async Task Export_of_the_audit_is_in_the_audit_with_what_was_asked_for()
    {
        using var answer = await app.Administrator.GetAsync("/admin/audit.csv?kind=SignIn");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var entry = Assert.Single(await AuditAsync(AuditKind.AuditExported));
        Assert.Equal(("root", "audit.csv", "?kind=SignIn"), (entry.ActorName, entry.Subject, entry.Detail));
    }

    [Theory]
    [InlineData("/departments/legal")]
    [InlineData("/functions")]
    [InlineData("/")]
    [InlineData("/api/v1/departments")]
    public async Task Page_shown_to_somebody_signed_in_is_kept_by_no_proxy(string path)
    {
        using var own = await app.Editor.GetAsync(path);
        using var everybodys = await app.NewBrowser().GetAsync(path);

        // The framework forbids to keep a page with a form of its own.
        Assert.True(own.Headers.CacheControl is { NoCache: true, Private: true } or { NoStore: true },
            own.Headers.CacheControl?.ToString());
        Assert.True(everybodys.Headers.CacheControl is { NoCache: true, Private: false, NoStore: false },
            everybodys.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Connections_of_editors_pages_are_for_editors_and_no_more_than_allowed()
    {
        using var nobodys = await app.NewBrowser()
            .SendAsync(new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"));
        using var editors = await app.Editor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (nobodys.StatusCode, editors.StatusCode));
    }

    private async Task<List<AuditEntry>> AuditAsync(AuditKind kind)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.Kind == kind).ToListAsync();
    }
}
