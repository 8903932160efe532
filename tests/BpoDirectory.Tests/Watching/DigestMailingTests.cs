using System.Net;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using BpoDirectory.Components.Reader.Watching;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Operations.Mail;
using BpoDirectory.Settings;
using BpoDirectory.Tests.Editing;
using BpoDirectory.Watching;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace BpoDirectory.Tests.Watching;

/// <summary>Mails to those who watch, put into a folder.</summary>
public sealed partial class DigestMailingTests : IAsyncLifetime
{
    private const string Address = "ada@example.com";

    private readonly EditingDatabase _database = new();
    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly MailSite _site = new(new Uri("https://directory.example.com"), WatchedPages.PathOf);
    private MailLinks _links = null!;
    private MailSender _sender = null!;

    private string Pickup => _folder.File("mail");

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _links = new MailLinks(new EphemeralDataProtectionProvider(), _site);
        _sender = new MailSender(
            new MailSettings { PickupFolder = Pickup, From = new MailboxAddress("Directory", "directory@example.com") });
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Address_is_used_only_once_its_link_is_opened()
    {
        await Subscriptions.AskForAsync(_database.Ada, $" {Address} ");
        await SendDueAsync();
        await SendDueAsync();

        var link = Assert.Single(Mails());
        Assert.Equal([Address], link.To.Mailboxes.Select(to => to.Address));
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Subscriptions.ChooseAsync(_database.Ada, DigestInterval.Daily));
        var code = CodeIn(link, "confirm");
        Assert.False(await Subscriptions.ConfirmAsync($"{code}x"));
        Assert.True(await Subscriptions.ConfirmAsync(code));
        Assert.Equal(Address, (await Subscriptions.FindAsync(_database.Ada)).Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("ada@example.com\r\nBcc: all@example.com")]
    public Task Address_that_is_none_is_refused(string address) =>
        Assert.ThrowsAsync<DirectoryRuleException>(() => Subscriptions.AskForAsync(_database.Ada, address));

    [Fact]
    public async Task Links_are_not_sent_faster_than_one_a_minute_and_an_earlier_one_is_good_no_more()
    {
        await Subscriptions.AskForAsync(_database.Ada, "typo@example.com");
        await SendDueAsync();
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Subscriptions.AskForAsync(_database.Ada, Address));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Subscriptions.AskForAsync(_database.Ada, Address);

        Assert.False(await Subscriptions.ConfirmAsync(CodeIn(Assert.Single(Mails()), "confirm")));
    }

    [Fact]
    public async Task What_others_changed_is_told_once_with_the_ways_to_end_it()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        await _database.EditAsync("legal", content => content.Name = "Legal <b>& Co</b>", by: _database.Ben);
        await _database.EditAsync("legal", content => content.Summary = "My own.", by: _database.Ada);
        await SendDueAsync();
        Assert.Empty(Mails());

        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();

        var mail = Assert.Single(Mails());
        Assert.Contains("- Legal <b>& Co</b>: edited by Ben, ", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://directory.example.com/departments/legal/history?from=1&to=2", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Legal &lt;b&gt;&amp; Co&lt;/b&gt;", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("by Ada", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Matches(
            "^<https://directory.example.com/account/mail/unsubscribe\\?code=[^>\\s]+>$", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);

        Clear();
        await SendDueAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();
        Assert.Empty(Mails());
    }

    [Fact]
    public async Task Weekly_mail_comes_after_a_week()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Weekly);
        await _database.EditAsync("legal", content => content.Summary = "New.", by: _database.Ben);
        _clock.Advance(TimeSpan.FromDays(6));
        await SendDueAsync();
        Assert.Empty(Mails());

        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();
        Assert.Single(Mails());
    }

    [Fact]
    public async Task What_was_seen_already_is_not_told()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        await _database.EditAsync("legal", content => content.Summary = "New.", by: _database.Ben);
        await _database.Get<WatchList>().MarkSeenAsync(_database.Ada);

        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();

        Assert.Empty(Mails());
    }

    [Fact]
    public async Task Mail_that_could_not_be_sent_is_sent_later_with_all_that_changed_until_then_even_after_a_restart()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        await _database.EditAsync("legal", content => content.Summary = "New.", by: _database.Ben);
        Directory.Delete(Pickup);
        await File.WriteAllTextAsync(Pickup, "no folder");
        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();
        File.Delete(Pickup);
        await SendDueAsync();
        Assert.Empty(Mails());

        await _database.EditAsync("sales", content => content.Summary = "New too.", by: _database.Ben);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await SendDueAsync();

        Assert.Matches("(?s)Sales.*Legal", Assert.Single(Mails()).TextBody);
        Clear();
        _clock.Advance(TimeSpan.FromDays(2));
        await SendDueAsync();
        Assert.Empty(Mails());
    }

    [Fact]
    public async Task Way_that_fails_is_tried_for_one_account_and_the_others_wait_for_the_next_round()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        await SubscribeAsync(_database.Ben, DigestInterval.Daily);
        await _database.EditAsync("legal", content => content.Summary = "New.", by: _database.Ada);
        await _database.EditAsync("legal", content => content.Summary = "Newer.", by: _database.Ben);
        Directory.Delete(Pickup);
        await File.WriteAllTextAsync(Pickup, "no folder");
        _clock.Advance(TimeSpan.FromDays(1));

        await SendDueAsync();

        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal([0, 1], await db.MailSubscriptions.Select(s => s.Failures).OrderBy(failures => failures).ToListAsync());
    }

    [Fact]
    public async Task Changes_that_are_too_many_to_tell_are_counted()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        foreach (var number in Enumerable.Range(1, WatchList.MostChanges + 2))
            await _database.EditAsync("legal", content => content.Summary = $"Number {number}.", by: _database.Ben);
        _clock.Advance(TimeSpan.FromDays(1));

        await SendDueAsync();

        var mail = Assert.Single(Mails());
        Assert.Contains("and 2 more.", mail.TextBody, StringComparison.Ordinal);
        Assert.EndsWith($": {WatchList.MostChanges + 2} changes of what you watch", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_that_ends_while_it_sends_tells_nothing_twice()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        await _database.EditAsync("legal", content => content.Summary = "New.", by: _database.Ben);
        _clock.Advance(TimeSpan.FromDays(1));
        // As the program leaves it that was ended after the server took the mail.
        await _database.Catalog.Gate.WriteAsync(async db =>
            (await db.MailSubscriptions.SingleAsync()).Tell(await db.Revisions.MaxAsync(r => r.Id), _clock.GetUtcNow().UtcDateTime));

        await SendDueAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();

        Assert.Empty(Mails());
    }

    [Fact]
    public async Task Reader_is_told_neither_of_what_is_archived_nor_of_synonym_sets()
    {
        var account = new Account("grace", "Grace", AccountRole.Reader, DateTime.UtcNow);
        await _database.Catalog.Gate.WriteAsync(db => db.AddAsync(account).AsTask());
        await SubscribeAsync(new Actor(account.Id, "Grace"), DigestInterval.Daily);
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        await _database.EditAsync("legal", content => content.Archived = true, by: _database.Ben);
        await _database.Get<EntryStore>().SaveAsync(new SynonymSetEditing(), _database.Ben, new EntrySave<SynonymSetContent>(
            0, 0, new SynonymSetContent { Name = "Plimsoting", Members = ["plimsoting", "vurnixing"] }));

        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();

        var mail = Assert.Single(Mails());
        Assert.Equal("Ada", mail.To.Mailboxes.Single().Name);
        Assert.Contains("- Plimsoting: created by Ben", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("- Legal: ", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("/departments/legal", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disabled_account_gets_nothing()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        await _database.EditAsync("legal", content => content.Summary = "New.", by: _database.Ben);
        await _database.Catalog.Gate.WriteAsync(
            async db => (await db.Accounts.SingleAsync(a => a.Id == _database.Ada.AccountId)).Disable());

        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();

        Assert.Empty(Mails());
    }

    [Fact]
    public async Task Link_of_a_mail_ends_the_mails_and_nothing_else()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        await _database.EditAsync("legal", content => content.Summary = "New.", by: _database.Ben);
        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();
        var code = CodeIn(Assert.Single(Mails()), "unsubscribe");
        Clear();

        Assert.False(await Subscriptions.UnsubscribeAsync("wrong"));
        Assert.True(await Subscriptions.UnsubscribeAsync(code));
        Assert.True(await Subscriptions.UnsubscribeAsync(code));

        await _database.EditAsync("legal", content => content.Summary = "Newer.", by: _database.Ben);
        _clock.Advance(TimeSpan.FromDays(8));
        await SendDueAsync();
        Assert.Empty(Mails());
        Assert.True(await _database.Get<WatchList>().IsWatchingAsync(_database.Ada));
    }

    [Fact]
    public async Task Address_that_is_removed_gets_nothing()
    {
        await SubscribeAsync(_database.Ada, DigestInterval.Daily);
        await _database.EditAsync("legal", content => content.Summary = "New.", by: _database.Ben);
        await Subscriptions.ForgetAsync(_database.Ada);

        _clock.Advance(TimeSpan.FromDays(1));
        await SendDueAsync();

        Assert.Empty(Mails());
    }

    private MailSubscriptions Subscriptions => new(
        _database.Catalog.Gate, _database.Catalog.Contexts, _database.Get<AccountRights>(), _database.Get<AuditTrail>(), _links, _sender,
        _clock);

    // A program of its own each time, as after a restart.
    private async Task SendDueAsync()
    {
        var messages = new DigestMessages(_links, _database.Get<IServiceScopeFactory>(), _database.Get<ILoggerFactory>());
        using var mailing = new DigestMailing(
            _database.Catalog.Gate, _database.Catalog.Contexts, _database.Get<RecentChanges>(), Subscriptions, messages, _sender, _site,
            _database.Get<CurrentSettings>(), _database.Get<DirectoryMetrics>(), _clock, NullLogger<DigestMailing>.Instance);
        await mailing.SendDueAsync(CancellationToken.None);
    }

    private async Task SubscribeAsync(Actor actor, DigestInterval interval)
    {
        await Subscriptions.AskForAsync(actor, Address);
        Assert.True(await Subscriptions.ConfirmAsync(new Uri(_links.ToConfirm(actor.AccountId, Address)).Query["?code=".Length..]));
        await Subscriptions.ChooseAsync(actor, interval);
        await _database.Get<WatchList>().SetAsync(actor, null, null, isOn: true);
        Directory.CreateDirectory(Pickup);
    }

    private List<MimeMessage> Mails() =>
        Directory.Exists(Pickup) ? [.. Directory.GetFiles(Pickup, "*.eml").Select(file => MimeMessage.Load(file))] : [];

    private void Clear() => Array.ForEach(Directory.GetFiles(Pickup), File.Delete);

    private static string CodeIn(MimeMessage mail, string page) =>
        WebUtility.UrlDecode(Code().Matches(mail.TextBody!).Single(match => match.Groups["page"].Value == page).Groups["code"].Value);

    [GeneratedRegex(@"/account/mail/(?<page>\w+)\?code=(?<code>\S+)")]
    private static partial Regex Code();
}
