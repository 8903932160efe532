using System.Net.Http.Headers;
using System.Net.Http.Json;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>
/// Texts that would run if any page showed them as they are: in every kind of entry, by the editor and by the API, and in names of people.
/// </summary>
[Collection(ThirdBrowser.Name)]
public sealed class HostileEntriesTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private const string Short = "<b hit>";

    private static readonly string[] Corpus =
    [
        "<script>hit()</script>", "<img src=x onerror=hit()>", "\"><svg onload=hit()>", "' onfocus=hit() autofocus='",
        "</textarea></title><script>hit()</script>",
        "<iframe srcdoc='<script>parent.hit()</script>'>", "[press](javascript:hit())", "<javascript:hit()>",
        "[a]: javascript:hit()\n\n[press][a]",
        "[press](data:text/html,<script>hit()</script>)", "[press](java\tscript:hit())", "![x](vbscript:hit())", "[press](//evil.example)",
    ];

    [Theory]
    [InlineData("/admin/functions/payroll-processing", "/functions/payroll-processing", "/functions",
        "/departments/finance-and-accounting")]
    [InlineData("/admin/service-lines/{0}", "/service-lines/{0}", "/service-lines", "/departments/customer-service")]
    [InlineData("/admin/outsourcing-types/kpo", "/outsourcing-types/kpo", "/outsourcing-types", "/departments/legal")]
    [InlineData("/admin/guide/what-is-bpo", "/guide/what-is-bpo", "/guide", "/")]
    [InlineData("/admin/synonyms/1", "/admin/synonyms", "/admin/searches", "/?q=hit")]
    public async Task Nothing_typed_into_an_entry_is_ever_executed(string editor, params string[] readers)
    {
        await using var eve = await LetInAsync("Eve");
        var line = await SlugOfLineAsync();
        await eve.Editor.GoToFormAsync(editor.Replace("{0}", line, StringComparison.Ordinal));

        const string fields = ".form input:not([type=checkbox], [type=number], [role=combobox]), .form textarea";
        foreach (var (index, field) in (await eve.Editor.Page.Locator(fields).AllAsync()).Index())
            if (await field.GetAttributeAsync("id") is { } id && id != "field-slug")
                await field.FillAsync(id switch
                {
                    "field-acronym" => Short,
                    "field-description" or "field-body" => string.Join("\n\n", Corpus),
                    _ => $"{Corpus[index % Corpus.Length].ReplaceLineEndings(" ")} {index}",
                });
        await eve.Editor.KeptAsync();
        await eve.Editor.SaveAsync();
        await eve.Editor.SavedAsync();

        await eve.AssertHarmlessAsync(
            [eve.Editor.Page.Url, $"{eve.Editor.Page.Url}/history?from=1&to=2",
                .. readers.Select(address => address.Replace("{0}", line, StringComparison.Ordinal)), "/?q=hit", "/admin"]);
    }

    [Fact]
    public async Task Nothing_sent_by_a_program_or_called_by_somebody_is_ever_executed()
    {
        const string name = "<img src=x onerror=hit()>";
        await using var eve = await LetInAsync("Mallory");
        await server.Services.GetRequiredService<WriteGate>().WriteAsync(db =>
            db.Accounts.Where(account => account.DisplayName == "Mallory")
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.DisplayName, name)));
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        var actor = new Actor(
            await db.Accounts.Where(account => account.DisplayName == name).Select(account => account.Id).SingleAsync(), name);
        await server.Services.GetRequiredService<AccountLinks>().InviteAsync(actor, "<script>hit()</script>", AccountRole.Editor);
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue(
                "Bearer", await server.Services.GetRequiredService<ApiTokens>().CreateAsync(actor, "<svg onload=hit()>", 1));

        using var answer = await client.PostAsJsonAsync("/api/v1/departments", new
        {
            name = Corpus[0], slug = "hostile", summary = Corpus[1], description = string.Join("\n\n", Corpus), officeReason = Corpus[2],
            note = Corpus[3],
            aliases = Corpus[1..7], responsibilities = Corpus.Select(text => new { text, detail = text }), functions = new[]
            {
                new { slug = "payroll-processing", reason = Corpus[0] },
            },
            outsourcingTypes = new[] { new { slug = "lpo", reason = Corpus[0] } },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        await eve.AssertHarmlessAsync(
            "/departments/hostile", "/departments/hostile/history?from=1&to=1", "/functions/payroll-processing", "/outsourcing-types/lpo",
            "/departments", "/?q=hit",
            "/admin/departments", "/admin/departments/hostile", "/admin/departments/hostile/history", "/admin/users", "/admin/audit",
            "/account");
    }

    private async Task<Victim> LetInAsync(string name)
    {
        var victim = new Victim(await server.LetInAsync(chromium, name));
        await victim.Editor.Page.ExposeFunctionAsync("hit", () => victim.WasHit = true);
        return victim;
    }

    private async Task<string> SlugOfLineAsync()
    {
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        return await db.ServiceLines.OrderBy(line => line.Id).Select(line => line.Slug).FirstAsync();
    }

    /// <summary>Somebody who looks at what was written.</summary>
    private sealed record Victim(Editor Editor) : IAsyncDisposable
    {
        public bool WasHit { get; set; }

        public async Task AssertHarmlessAsync(params string[] addresses)
        {
            foreach (var address in addresses)
            {
                await Editor.Page.GotoAsync(address);
                await Editor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                Assert.Empty(await Editor.Page.Locator("main :is([onerror], [onload], [onfocus], [autofocus], script, iframe)").AllAsync());
                foreach (var link in await Editor.Page.Locator("main a[href]").AllAsync())
                    Assert.Matches("^(https?:|mailto:|/(?!/)|#|$)", await link.GetAttributeAsync("href"));
            }
            Assert.False(WasHit);
        }

        public ValueTask DisposeAsync() => Editor.DisposeAsync();
    }
}
