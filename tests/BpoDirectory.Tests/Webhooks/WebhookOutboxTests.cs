using System.Globalization;
using System.Net;
using System.Text.Json;
using BpoDirectory.Accounts;
using BpoDirectory.Clients;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Tests.Editing;
using BpoDirectory.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Webhooks;

/// <summary>Messages from a save to their receiver.</summary>
public sealed class WebhookOutboxTests : IAsyncLifetime
{
    private static readonly WebhookSettings Private = new(true);

    private readonly EditingDatabase _database = new();
    private readonly TestClock _clock = new();
    private readonly List<WebhookSender> _senders = [];
    private Receiver _receiver = null!;
    private Actor _root = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _receiver = await Receiver.StartAsync();
        var account = new Account("root", "Root", AccountRole.Administrator, DateTime.UtcNow) { NormalizedUserName = "ROOT" };
        await _database.Catalog.Gate.WriteAsync(db => db.AddAsync(account).AsTask());
        _root = new Actor(account.Id, "Root");
    }

    public async Task DisposeAsync()
    {
        _senders.ForEach(sender => sender.Dispose());
        await _receiver.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Each_change_is_sent_once_signed_and_in_order()
    {
        var secret = await Administration().AddAsync(_root, _receiver.Address);
        await _database.EditAsync("legal", department => department.Summary = "Reads contracts.", "Shorter");
        await _database.EditAsync("sales", department => department.Summary = "Sells.");

        await RunAsync();
        await RunAsync();

        Assert.Equal(2, _receiver.Messages.Count);
        var (headers, body) = _receiver.Messages[0];
        var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers["webhook-timestamp"], CultureInfo.InvariantCulture));
        Assert.Equal(WebhookSignature.Sign(secret, headers["webhook-id"], time, body), headers["webhook-signature"]);
        var message = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.Equal("entry.changed", message.GetProperty("type").GetString());
        var data = message.GetProperty("data");
        Assert.Equal(
            ("department", "legal", "Legal", "Ada", "Shorter"),
            (data.GetProperty("entryType").GetString(), data.GetProperty("slug").GetString(), data.GetProperty("name").GetString(),
                data.GetProperty("by").GetString(), data.GetProperty("note").GetString()));
        Assert.Equal(["Summary"], data.GetProperty("changed").EnumerateArray().Select(field => field.GetString()));
        Assert.Contains("\"sales\"", _receiver.Messages[1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_before_is_not_sent_and_what_was_saved_while_the_program_did_not_run_is()
    {
        await _database.EditAsync("legal", department => department.Summary = "Before.");
        await Administration().AddAsync(_root, _receiver.Address);
        await RunAsync();
        Assert.Empty(_receiver.Messages);

        await _database.EditAsync("legal", department => department.Summary = "After.");
        // Another program on the same database: nothing is in memory.
        await RunAsync(Outbox());

        Assert.Single(_receiver.Messages);
    }

    [Fact]
    public async Task What_does_not_arrive_is_sent_again_after_growing_pauses_by_any_program()
    {
        await Administration().AddAsync(_root, _receiver.Address);
        await _database.EditAsync("legal", department => department.Summary = "Reads.");
        _receiver.Answer = HttpStatusCode.InternalServerError;

        await RunAsync(Outbox());
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, _receiver.Messages.Count);
            await RunAsync(Outbox());
            Assert.Equal(attempt, _receiver.Messages.Count);
            _clock.Advance(WebhookOutbox.Pauses[attempt - 1]);
            if (attempt == 3)
                _receiver.Answer = HttpStatusCode.NoContent;
            await RunAsync(Outbox());
        }

        Assert.Equal(4, _receiver.Messages.Count);
        Assert.Single(_receiver.Messages.Select(message => message.Headers["webhook-id"]).Distinct());
        var row = Assert.Single(await Administration().ListAsync());
        var delivery = Assert.Single(row.Latest);
        Assert.Equal((WebhookDeliveryState.Delivered, 4, "Answered 204"), (delivery.State, delivery.Attempts, delivery.Outcome));
        Assert.Null(row.FailingSince);
        Assert.True(WebhookOutbox.Pauses.Zip(WebhookOutbox.Pauses.Skip(1)).All(pair => pair.First < pair.Second));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_webhook_while_an_earlier_message_waits_to_be_sent_again()
    {
        await Administration().AddAsync(_root, _receiver.Address);
        await _database.EditAsync("legal", department => department.Summary = "Reads.");
        _receiver.Answer = HttpStatusCode.InternalServerError;
        await RunAsync();
        _receiver.Answer = HttpStatusCode.OK;
        await _database.EditAsync("sales", department => department.Summary = "Sells.");

        await RunAsync();
        Assert.Single(_receiver.Messages);

        _clock.Advance(WebhookOutbox.Pauses[0]);
        await RunAsync();
        Assert.Equal(3, _receiver.Messages.Count);
        Assert.Contains("\"legal\"", _receiver.Messages[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"sales\"", _receiver.Messages[2].Body, StringComparison.Ordinal);
    }

    [Trait(TestServer.Database, TestServer.File)]
    [Fact]
    public async Task Save_that_cannot_be_read_keeps_no_other_from_being_sent()
    {
        await Administration().AddAsync(_root, _receiver.Address);
        await _database.EditAsync("legal", department => department.Summary = "Reads.");
        await _database.EditAsync("sales", department => department.Summary = "Sells.");
        await _database.Catalog.Gate.WriteAsync(db =>
            db.Database.ExecuteSqlRawAsync("DROP TRIGGER Revisions_are_not_changed; UPDATE Revisions SET Snapshot = 'nonsense' WHERE Id = (SELECT MIN(Id) FROM Revisions WHERE Action = 'Edited')"));

        await RunAsync();

        Assert.Contains("\"sales\"", Assert.Single(_receiver.Messages).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_that_never_answers_is_stopped_with_a_word_and_can_be_started_again()
    {
        await Administration().AddAsync(_root, _receiver.Address);
        await _database.EditAsync("legal", department => department.Summary = "Reads.");
        _receiver.Answer = HttpStatusCode.Gone;

        await RunAsync();
        foreach (var pause in WebhookOutbox.Pauses)
        {
            _clock.Advance(pause);
            await RunAsync();
        }

        var stopped = Assert.Single(await Administration().ListAsync());
        Assert.Contains("Answered 410", stopped.StopReason, StringComparison.Ordinal);
        Assert.Equal(WebhookDeliveryState.GivenUp, Assert.Single(stopped.Latest).State);
        Assert.Equal(WebhookOutbox.Pauses.Count + 1, _receiver.Messages.Count);
        Assert.Equal(1L, await _database.Catalog.SqlAsync("SELECT COUNT(*) FROM AuditEntries WHERE Kind = 'WebhookStopped'"));

        await _database.EditAsync("legal", department => department.Summary = "Missed.");
        await RunAsync();
        _receiver.Answer = HttpStatusCode.OK;
        await Administration().StartAsync(_root, stopped.Id);
        await _database.EditAsync("legal", department => department.Summary = "Told.");
        await RunAsync();
        Assert.Equal(WebhookOutbox.Pauses.Count + 2, _receiver.Messages.Count);
        Assert.Null(Assert.Single(await Administration().ListAsync()).StopReason);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        await Administration().AddAsync(_root, _receiver.Address);
        _receiver.Answer = HttpStatusCode.TemporaryRedirect;

        var outcome = await Administration().TestAsync(_root, 1);

        Assert.False(outcome.IsDelivered);
        Assert.Contains("redirect", outcome.Outcome, StringComparison.Ordinal);
        Assert.Single(_receiver.Messages);
    }

    [Fact]
    public async Task Test_is_sent_once_whatever_comes_of_it()
    {
        await Administration().AddAsync(_root, _receiver.Address);

        Assert.True((await Administration().TestAsync(_root, 1)).IsDelivered);
        _receiver.Answer = HttpStatusCode.BadRequest;
        Assert.Equal("Answered 400", (await Administration().TestAsync(_root, 1)).Outcome);
        _clock.Advance(TimeSpan.FromDays(3));
        await RunAsync();

        Assert.Equal(2, _receiver.Messages.Count);
        Assert.Contains("webhook.test", _receiver.Messages[0].Body, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await Administration().ListAsync()).FailingSince);
    }

    [Fact]
    public async Task Name_that_leads_into_the_own_network_is_refused_when_it_is_connected_to()
    {
        // As when a name leads elsewhere than when it was registered.
        await Administration().AddAsync(_root, _receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        var outcome = await Administration(new WebhookSettings(false)).TestAsync(_root, 1);

        Assert.Equal("Not sent: the address leads into the directory’s own network", outcome.Outcome);
        Assert.Empty(_receiver.Messages);
    }

    [Fact]
    public async Task Address_without_encryption_is_refused_once_it_is_not_allowed_any_more()
    {
        await Administration().AddAsync(_root, "http://8.8.8.8/hook");

        var outcome = await Administration(new WebhookSettings(false)).TestAsync(_root, 1);

        Assert.Equal(new WebhookOutcome(false, "Not sent: this address is not allowed any more"), outcome);
    }

    [Fact]
    public async Task Note_of_a_new_department_is_sent_only_where_it_names_no_client()
    {
        await Administration().AddAsync(_root, _receiver.Address);
        var client = new ClientContent { Name = "Quandrifex", Slug = "quandrifex" };
        Assert.Empty(
            (await _database.Get<EntryStore>()
                .SaveAsync(new ClientEditing(), _database.Ada, new EntrySave<ClientContent>(0, 0, client))).Problems);
        foreach (var (slug, clients) in new (string, string[])[] { ("wombling", ["quandrifex"]), ("tidying", []) })
        {
            var content = new DepartmentContent
            {
                Name = slug, Slug = slug, Summary = "Keeps the house.", Office = Office.Back, OfficeBasis = OfficeBasis.Judged,
                OfficeReason = "No client meets it.", Clients = [.. clients],
            };
            var save = new EntrySave<DepartmentContent>(0, 0, content, $"Why {slug}");
            Assert.Empty((await _database.Get<EntryStore>().SaveAsync(_database.Departments, _database.Ada, save)).Problems);
        }

        await RunAsync();

        Assert.Equal(2, _receiver.Messages.Count);
        Assert.DoesNotContain("Why wombling", _receiver.Messages[0].Body, StringComparison.Ordinal);
        Assert.Contains("Why tidying", _receiver.Messages[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_people_or_clients_is_sent_where_these_are_private()
    {
        await Administration().AddAsync(_root, _receiver.Address);
        var client = new ClientContent { Name = "Quandrifex", Slug = "quandrifex" };
        Assert.Empty(
            (await _database.Get<EntryStore>()
                .SaveAsync(new ClientEditing(), _database.Ada, new EntrySave<ClientContent>(0, 0, client))).Problems);
        await _database.EditAsync("sales", department => department.Clients = ["quandrifex"], "Quandrifex is new");
        await _database.EditAsync("sales", department => (department.Summary, department.Clients) = ("Sells.", []), "Quandrifex is gone");

        await RunAsync();

        Assert.DoesNotContain("uandrifex", Assert.Single(_receiver.Messages).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Clients", _receiver.Messages[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_change_webhooks_and_each_change_is_in_the_audit()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => Administration().AddAsync(_database.Ada, _receiver.Address));
        await Administration().AddAsync(_root, _receiver.Address);
        await Assert.ThrowsAsync<NotAllowedException>(() => Administration().TestAsync(_database.Ada, 1));
        await Assert.ThrowsAsync<NotAllowedException>(() => Administration().StopAsync(_database.Ada, 1));
        await Assert.ThrowsAsync<NotAllowedException>(() => Administration().RemoveAsync(_database.Ada, 1));

        await Administration().StopAsync(_root, 1);
        await Administration().StartAsync(_root, 1);
        await Administration().RemoveAsync(_root, 1);

        Assert.Empty(await Administration().ListAsync());
        Assert.Equal(4L, await _database.Catalog.SqlAsync("SELECT COUNT(*) FROM AuditEntries WHERE Kind LIKE 'Webhook%'"));
        Assert.Contains(
            "https://", (await Assert.ThrowsAsync<DirectoryRuleException>(() => Administration().AddAsync(_root, "nonsense"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_have_ended_are_forgotten_after_a_month()
    {
        await Administration().AddAsync(_root, _receiver.Address);
        await _database.EditAsync("legal", department => department.Summary = "Reads.");
        await RunAsync();
        _clock.Advance(WebhookOutbox.Kept + TimeSpan.FromDays(1));
        await _database.EditAsync("legal", department => department.Summary = "Reads more.");

        await RunAsync();

        Assert.Single(Assert.Single(await Administration().ListAsync()).Latest);
    }

    private Task RunAsync() => RunAsync(Outbox());

    private async Task RunAsync(WebhookOutbox outbox)
    {
        await outbox.FillAsync(CancellationToken.None);
        foreach (var (webhook, due) in await outbox.WaitingAsync(CancellationToken.None))
            if (due <= _clock.GetUtcNow().UtcDateTime)
                await outbox.SendAsync(webhook, CancellationToken.None);
    }

    private WebhookOutbox Outbox(WebhookSettings? settings = null)
    {
        var sender = new WebhookSender(settings ?? Private, _clock);
        _senders.Add(sender);
        return new WebhookOutbox(
            _database.Catalog.Gate, _database.Get<IDbContextFactory<DirectoryDbContext>>(), _database.Get<VisibleChanges>(), sender,
            new ReadRights(true, false, false), _database.Get<AuditTrail>(), _clock);
    }

    private WebhookAdministration Administration(WebhookSettings? settings = null) => new(
        _database.Catalog.Gate, _database.Get<IDbContextFactory<DirectoryDbContext>>(), _database.Get<AccountRights>(),
        _database.Get<AuditTrail>(), settings ?? Private, Outbox(settings), _clock);
}
