using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Whoever loses the right to edit while a page is open is told so by the page, and loses nothing that they typed.</summary>
[Collection(SecondBrowser.Name)]
public sealed class LostRightTests(Chromium chromium, LostRightTests.AttentiveServer server) : IClassFixture<LostRightTests.AttentiveServer>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_left_alone_closes_by_itself_and_gives_the_draft_back_after_signing_in(bool isDisabled)
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("legal");
        await ada.Summary.PressSequentiallyAsync(" And much more.");
        await ada.KeptAsync();

        await server.ShutOutAsync(ada, isDisabled);

        await Expect(ada.Page.GetByText("You cannot edit here any more.")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText("kept as a draft: you get it back")).ToBeVisibleAsync();
        await Expect(ada.Summary).ToBeDisabledAsync();
        var findings = new Findings();
        await findings.LookAsync(ada.Page, "refused");
        findings.AssertNone();
        Assert.EndsWith(
            " And much more.", await ada.Page.GetByLabel("What you changed, to copy").InputValueAsync(), StringComparison.Ordinal);

        await server.LetInAgainAsync(ada);
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "sign in again" }).ClickAsync();
        await ada.SignInAsync();
        await ada.ContinueAsync();

        Assert.EndsWith(" And much more.", await ada.Summary.InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_after_the_right_was_lost_stays_with_the_tab_until_its_author_has_signed_in()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("sales");
        await ada.ClickAsync("Add a responsibility");
        var added = ada.Page.Locator(".row input[id^=field-responsibilities]:focus");
        await server.ShutOutAsync(ada, isDisabled: false, meanwhile: () => added.FillAsync("Typed too late"));

        await Expect(ada.Page.GetByText("kept in this tab")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByLabel("What you changed, to copy"))
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Typed too late"));

        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "sign in again" }).ClickAsync();
        await ada.SignInAsync();
        await ada.ContinueAsync();

        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Remove “Typed too late”" })).ToBeVisibleAsync();
    }

    /// <summary>A program that asks every second who still may edit.</summary>
    public sealed class AttentiveServer : EditingServer
    {
        /// <summary>Takes somebody's right away, in a write during which nothing can be kept.</summary>
        public Task ShutOutAsync(Editor editor, bool isDisabled, Func<Task>? meanwhile = null) => ChangeAsync(editor, async (db, account) =>
        {
            if (meanwhile is not null)
                await meanwhile();
            if (isDisabled)
                account.Disable();
            await db.AccountSessions.Where(session => session.AccountId == account.Id).ExecuteDeleteAsync();
        });

        public Task LetInAgainAsync(Editor editor) => ChangeAsync(editor, (_, account) =>
        {
            account.Enable();
            return Task.CompletedTask;
        });

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddScoped<AuthenticationStateProvider, AttentiveUser>());
        }

        private Task ChangeAsync(Editor editor, Func<DirectoryDbContext, Account, Task> change) => Services.GetRequiredService<WriteGate>()
            .WriteAsync(async db => await change(db, await db.Accounts.SingleAsync(account => account.UserName == editor.UserName)));
    }

    private sealed class AttentiveUser(Sessions sessions, ILoggerFactory log) : LiveUser(sessions, log)
    {
        protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(1);
    }
}
