using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Every page of those who edit and of their accounts: no violation in either colours, nothing too wide or too small.</summary>
[Collection(SecondBrowser.Name)]
public sealed class AdminAccessibilityTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private static readonly string[] Kinds =
        ["departments", "functions", "service-lines", "outsourcing-types", "sites", "clients", "partners", "people", "guide", "synonyms"];

    private readonly Findings _findings = new();

    [Fact]
    public async Task Every_page_without_a_form_of_an_entry_is_accessible()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada", Reader.AtADesk with { Motion = ReducedMotion.Reduce });
        await ada.OpenAsync("legal");
        await ada.Summary.FillAsync("A draft for the list of drafts.");
        await ada.KeptAsync();
        var (invitation, reset) = await PrepareAsync(ada);

        string[] pages =
            ["/admin", "/admin/import", "/admin/searches", "/admin/searches?list=NeverOpened", "/admin/users", "/admin/settings",
                "/admin/audit", "/account", "/admin/departments/sales/archive", "/admin/functions/payroll-processing/archive",
                "/admin/guide/what-is-bpo/archive", "/admin/clients/new", "/admin/partners/new"];
        foreach (var address in pages.Concat(Kinds.SelectMany(kind => new[] { $"/admin/{kind}", $"/admin/{kind}?show=archived" })))
            await OpenAsync(ada, address);

        await ada.Page.GotoAsync("/account");
        await AccountMenu.SignOutAsync(ada.Page);
        foreach (var address in new[] { "/account/sign-in", $"/account/invitation?code={invitation}", "/account/invitation?code=x",
            $"/account/reset?code={reset}", "/account/set-up?code=x" })
            await OpenAsync(ada, address);
        await ada.Page.GotoAsync("/account/sign-in");
        await ada.Page.GetByLabel("User name").FillAsync("nobody");
        await ada.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("wrong");
        await ada.ClickAsync("Sign in");
        await Expect(ada.Page.GetByText("do not match")).ToBeVisibleAsync();
        await _findings.LookAsync(ada.Page, "wrong password", rulesOnAPhone: true);

        _findings.AssertNone();
    }

    // Something for every list to show, and the secrets of an invitation and of a reset.
    private async Task<(string Invitation, string Reset)> PrepareAsync(Editor ada)
    {
        var gate = server.Services.GetRequiredService<WriteGate>();
        var id = 0;
        await gate.WriteAsync(async db =>
        {
            id = await db.Accounts.Where(account => account.UserName == ada.UserName).Select(account => account.Id).SingleAsync();
            db.AddRange(Searched($"zeppelin {ada.UserName}", SearchOutcome.Nothing),
                Searched($"balloon {ada.UserName}", SearchOutcome.Words));
        });
        var (links, actor) = (server.Services.GetRequiredService<AccountLinks>(), new Actor(id, "Ada"));
        return (await links.InviteAsync(actor, "Cleo", AccountRole.Editor), await links.OfferResetAsync(actor, id));
    }

    private static SearchWording Searched(string text, SearchOutcome outcome)
    {
        var wording = new SearchWording { Key = text.ToLowerInvariant(), Text = text, Outcome = outcome };
        wording.Counts.Add(
            new SearchCount { WordingKey = wording.Key, Day = DateOnly.FromDateTime(DateTime.UtcNow), Count = 3, Shown = 3 });
        return wording;
    }

    private async Task OpenAsync(Editor editor, string address)
    {
        await editor.Page.GotoAsync(address);
        await Expect(editor.Page.Locator("main :is(fieldset:disabled, .data-list.waiting)")).ToHaveCountAsync(0);
        await _findings.LookAsync(editor.Page, address, rulesOnAPhone: true);
    }
}
