using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Every page of those who edit, and every step of every form: no violation in either colours, nothing too wide or too small.</summary>
[Collection(SharedBrowser.Name)]
public sealed class EditorAccessibilityTests(Chromium chromium, EditingServer server) : IClassFixture<EditingServer>
{
    private readonly List<string> _findings = [];

    // The kind, an entry, the field of its name and another text of it.
    private static readonly (string Folder, string Slug, string Name, string Text)[] Kinds =
    [
        ("departments", "sales", "name", "summary"),
        ("functions", "payroll-processing", "name", "description"),
        ("service-lines", "human-resources", "name", "summary"),
        ("outsourcing-types", "kpo", "name", "summary"),
        ("guide", "terms-and-acronyms", "heading", "summary"),
        ("synonyms", "1", "name", "name"),
    ];

    public static TheoryData<int, int> EachKindAndWidth()
    {
        var all = new TheoryData<int, int>();
        foreach (var (kind, _) in Kinds.Index())
            foreach (var width in new[] { 1280, 390 })
                all.Add(kind, width);
        return all;
    }

    [Theory]
    [MemberData(nameof(EachKindAndWidth))]
    public async Task Every_step_of_a_form_is_accessible(int kind, int width)
    {
        var (folder, slug, name, text) = Kinds[kind];
        var address = $"/admin/{folder}/{slug}";
        await using var ada = await server.LetInAsync(chromium, "Ada", StillReader(width));
        await using var ben = await server.LetInAsync(chromium, "Ben", StillReader(width));
        ILocator Field(Editor editor, string field) => editor.Page.Locator($"#field-{field}");

        await ada.GoToFormAsync($"/admin/{folder}/new");
        await LookAsync(ada, "new");
        await ada.GoToFormAsync(address);
        await ben.GoToFormAsync(address);
        await Expect(ada.Page.GetByText("Also editing: Ben")).ToBeVisibleAsync();
        await LookAsync(ada, "form");
        var before = await Field(ada, name).InputValueAsync();
        await Field(ada, name).FillAsync("");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.GetByText("to be mended first")).ToBeVisibleAsync();
        await LookAsync(ada, "problems");
        await Field(ada, name).FillAsync(before);
        await Field(ada, text).FillAsync($"Ada’s words at {width}.");
        await ada.ClickAsync("Review changes");
        await Expect(ada.Page.GetByText("What your save will change")).ToBeVisibleAsync();
        await LookAsync(ada, "review");
        await ada.Page.ReloadAsync();
        await Expect(ada.Page.GetByText("You have a draft")).ToBeVisibleAsync();
        await ada.ClickAsync("Compare");
        await ada.ClickAsync("Discard…");
        await LookAsync(ada, "draft");
        await ada.ClickAsync("Continue the draft");

        await Field(ben, text).FillAsync($"Ben’s words at {width}.");
        await ben.SaveAsync();
        await ben.SavedAsync();
        await LookAsync(ben, "saved");
        await ada.SaveAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save the merged version" })).ToBeDisabledAsync();
        await LookAsync(ada, "merge");
        await ada.Page.GetByLabel("Take yours").CheckAsync();
        await ada.ClickAsync("Save the merged version");
        await ada.SavedAsync();

        await ada.Page.GotoAsync($"{address}/history?from=1&to=3");
        await Expect(ada.Page.GetByText("From version 1 to version 3")).ToBeVisibleAsync();
        await LookAsync(ada, "history");
        Nothing.In(_findings);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Every_other_page_is_accessible(int width)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada", StillReader(width));
        await ada.OpenAsync("legal");
        await ada.Summary.FillAsync("A draft for the list of drafts.");
        await ada.KeptAsync();
        var (invitation, reset) = await PrepareAsync(ada);

        string[] pages = ["/admin", "/admin/searches", "/admin/users", "/admin/audit", "/account", "/admin/departments/sales/archive", "/admin/functions/payroll-processing/archive", "/admin/guide/what-is-bpo/archive"];
        foreach (var address in pages.Concat(Kinds.SelectMany(kind => new[] { $"/admin/{kind.Folder}", $"/admin/{kind.Folder}?show=archived" })))
            await OpenAsync(ada, address);

        await ada.Page.GotoAsync("/account");
        await ada.ClickAsync("Sign out");
        foreach (var address in new[] { "/account/sign-in", $"/account/invitation?code={invitation}", "/account/invitation?code=x", $"/account/reset?code={reset}", "/account/set-up?code=x" })
            await OpenAsync(ada, address);
        await ada.Page.GotoAsync("/account/sign-in");
        await ada.Page.GetByLabel("User name").FillAsync("nobody");
        await ada.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("wrong");
        await ada.ClickAsync("Sign in");
        await Expect(ada.Page.GetByText("do not match")).ToBeVisibleAsync();
        await LookAsync(ada, "wrong password");

        Nothing.In(_findings);
    }

    private static Reader StillReader(int width) => Reader.Of(width) with { Motion = ReducedMotion.Reduce };

    // Something for every list to show, and the secrets of an invitation and of a reset.
    private async Task<(string Invitation, string Reset)> PrepareAsync(Editor ada)
    {
        var gate = server.Services.GetRequiredService<WriteGate>();
        var id = 0;
        await gate.WriteAsync(async db =>
        {
            id = await db.Accounts.Where(account => account.UserName == ada.UserName).Select(account => account.Id).SingleAsync();
            db.Add(new SearchCount { Text = $"zeppelin {ada.UserName}", Day = DateOnly.FromDateTime(DateTime.UtcNow), IsAnswered = false, Count = 3 });
        });
        var (links, actor) = (server.Services.GetRequiredService<AccountLinks>(), new Actor(id, "Ada"));
        return (await links.InviteAsync(actor, "Cleo", AccountRole.Editor), await links.OfferResetAsync(actor, id));
    }

    private async Task OpenAsync(Editor editor, string address)
    {
        await editor.Page.GotoAsync(address);
        await Expect(editor.Page.Locator("main fieldset:disabled")).ToHaveCountAsync(0);
        await LookAsync(editor, address);
    }

    private async Task LookAsync(Editor editor, string what)
    {
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await editor.Page.EmulateMediaAsync(new() { ColorScheme = colours });
            _findings.AddRange((await Axe.ViolationsAsync(editor.Page)).Select(violation => $"{what}, {colours}: {violation}"));
        }
        _findings.AddRange((await editor.Page.EvaluateAsync<string[]>(Scripts.Overflowing)).Select(wide => $"{what} is too wide: {wide}"));
        _findings.AddRange((await editor.Page.EvaluateAsync<string[]>(Scripts.SmallTargets)).Select(small => $"{what} has a small target: {small}"));
    }
}
