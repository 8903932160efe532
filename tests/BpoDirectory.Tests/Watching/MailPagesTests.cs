using System.Net;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Tests.Accounts;
using BpoDirectory.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BpoDirectory.Tests.Watching;

/// <summary>The pages by which an address is given, confirmed and used no more; without script.</summary>
public sealed partial class MailPagesTests : IAsyncLifetime
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly TestFolder _folder = new();
    private readonly AccountApp _app;

    public MailPagesTests() => _app = new AccountApp(("Mail:PickupFolder", _folder.File("mail")), ("Mail:From", "directory@example.com"));

    public Task InitializeAsync() => _app.InitializeAsync();

    public async Task DisposeAsync()
    {
        await ((IAsyncDisposable)_app).DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Link_that_proves_nothing_does_nothing()
    {
        foreach (var path in new[] { "/account/mail/confirm", "/account/mail/unsubscribe", "/account/mail/confirm?code=wrong",
            "/account/mail/unsubscribe?code=wrong" })
        {
            using var page = await _app.NewBrowser().GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, page.StatusCode));
            using var sent = await PostAsync(_app.NewBrowser(), path, new() { ["List-Unsubscribe"] = "One-Click" });
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, sent.StatusCode));
        }
    }

    [Fact]
    public async Task Address_is_given_confirmed_and_used_until_its_owner_ends_it()
    {
        Assert.Contains("give your e-mail address", await TextAsync(_app.Editor, "/account/watching"), StringComparison.Ordinal);
        using var wrong = await _app.Editor.SubmitAsync("/account", "mail", ("MailAddress", "nobody"));
        Assert.Contains("nobody", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (await _app.Editor.SubmitAsync("/account", "mail", ("MailAddress", "ada@example.com"))).Dispose();
        Assert.Contains("is on its way to", await TextAsync(_app.Editor, "/account"), StringComparison.Ordinal);

        // Whoever looks at the link, such as a mail scanner, confirms nothing.
        var confirm = Path().Match((await MailAsync()).TextBody!).Value;
        var visitor = _app.NewBrowser();
        Assert.Contains("Confirm the address", await TextAsync(visitor, confirm), StringComparison.Ordinal);
        Assert.Null((await SubscriptionAsync()).Address);
        using var confirmed = await visitor.SubmitAsync(confirm, "confirm");
        Assert.Contains("Your address is confirmed", await confirmed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (await _app.Editor.SubmitAsync("/account/watching", "interval", ("Interval", "Weekly"))).Dispose();
        Assert.Equal(
            ("ada@example.com", DigestInterval.Weekly), ((await SubscriptionAsync()).Address, (await SubscriptionAsync()).Interval));

        var unsubscribe = new Uri(_app.Services.GetRequiredService<MailLinks>().ToUnsubscribe(2)).PathAndQuery;
        var page = await TextAsync(visitor, unsubscribe);
        Assert.Contains("End the mails", page, StringComparison.Ordinal);
        Assert.Equal(DigestInterval.Weekly, (await SubscriptionAsync()).Interval);
        using var ended = await PostAsync(visitor, unsubscribe, []);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains(
            "No more mails are sent", await TextAsync(visitor, ended.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Equal(DigestInterval.None, (await SubscriptionAsync()).Interval);

        (await _app.Editor.SubmitAsync("/account/watching", "interval", ("Interval", "Daily"))).Dispose();
        using var oneClick = await PostAsync(_app.NewBrowser(), unsubscribe, new() { ["List-Unsubscribe"] = "One-Click" });
        Assert.Equal(HttpStatusCode.OK, oneClick.StatusCode);
        Assert.Equal(DigestInterval.None, (await SubscriptionAsync()).Interval);
        (await _app.Editor.SubmitAsync("/account", "mail-remove")).Dispose();
        Assert.Null((await SubscriptionAsync()).Address);
        await using var db = await Contexts.CreateDbContextAsync();
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Kind == AuditKind.MailAddressChanged && entry.ActorId == 2));
    }

    private IDbContextFactory<DirectoryDbContext> Contexts => _app.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>();

    private Task<MailSubscription> SubscriptionAsync() =>
        _app.Services.GetRequiredService<MailSubscriptions>().FindAsync(new Actor(2, "ada"));

    private async Task<MimeMessage> MailAsync()
    {
        using var limit = new CancellationTokenSource(LongestWait);
        string[] files;
        while ((files = Directory.Exists(_folder.File("mail")) ? Directory.GetFiles(_folder.File("mail"), "*.eml") : []).Length == 0)
            await Task.Delay(20, limit.Token);
        return await MimeMessage.LoadAsync(Assert.Single(files));
    }

    private static async Task<string> TextAsync(AccountBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> PostAsync(AccountBrowser browser, string path, Dictionary<string, string> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        return await browser.SendAsync(request);
    }

    [GeneratedRegex(@"/account/mail/confirm\?code=\S+")]
    private static partial Regex Path();
}
