using System.Globalization;
using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MimeKit;
using MimeKit.Utils;

namespace BpoDirectory.Watching;

/// <summary>What somebody is told by mail.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Address">Where it is sent.</param>
/// <param name="Interval">How often they are told.</param>
/// <param name="Since">When they were last told, in UTC.</param>
/// <param name="Changes">What changed, latest first; one at least.</param>
/// <param name="More">How many earlier changes are not among them.</param>
public sealed record DigestNews(
    int AccountId, string Name, string Address, DigestInterval Interval, DateTime? Since, IReadOnlyList<RecentChange> Changes, int More);

/// <summary>A change as a mail tells of it.</summary>
/// <param name="Name">What the entry is called.</param>
/// <param name="Text">What was done, by whom and when.</param>
/// <param name="Address">Where readers see it; null where they do not.</param>
/// <param name="Comparison">Where readers see what changed; null where they do not.</param>
public sealed record DigestLine(string Name, string Text, string? Address, string? Comparison);

/// <summary>Writes the mails: plain text, and the same as simple HTML.</summary>
public sealed class DigestMessages(MailLinks links, IServiceScopeFactory scopes, ILoggerFactory logs)
{
    /// <summary>The mail by which the owner of an address confirms it.</summary>
    public async Task<MimeMessage> LinkAsync(int accountId, string address, string directory)
    {
        var link = links.ToConfirm(accountId, address);
        var text = $"""
            Somebody with an account at {directory} asked to be told by mail at this address.

            If it was you, confirm the address within {MailSubscription.LinkTime.TotalHours} hours:
            {link}

            If it was not, do nothing: no more mail is sent.
            """;
        var html = await RenderAsync<ConfirmMessage>(
            new() { [nameof(ConfirmMessage.Directory)] = directory, [nameof(ConfirmMessage.Link)] = link });
        return Create(address, "", $"Confirm your address for {directory}", text, html);
    }

    /// <summary>The mail that tells of changes, with the ways to end these mails that mail programs know.</summary>
    public async Task<MimeMessage> DigestAsync(DigestNews news, string directory)
    {
        var lines = news.Changes.Select(Line).ToList();
        var (all, unsubscribe) = (links.To("/account/watching"), links.ToUnsubscribe(news.AccountId));
        var since = news.Since is { } time ? $"since {Moment(time)}" : "lately";
        var often = news.Interval == DigestInterval.Weekly ? "weekly" : "daily";
        var text = new StringBuilder($"Hello {news.Name},\n\nwhat others changed of what you watch in {directory} {since}:\n");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {line.Name}: {line.Text}\n");
            if (line.Address is not null)
                text.Append(CultureInfo.InvariantCulture, $"  {line.Address}\n");
            if (line.Comparison is not null)
                text.Append(CultureInfo.InvariantCulture, $"  What changed: {line.Comparison}\n");
        }
        if (news.More > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nand {news.More} more.\n");
        text.Append(CultureInfo.InvariantCulture,
            $"\nAll of it: {all}\n\nYou chose to be told {often}. To end these mails: {unsubscribe}\n");
        var html = await RenderAsync<DigestMessage>(new()
        {
            [nameof(DigestMessage.Name)] = news.Name, [nameof(DigestMessage.Directory)] = directory, [nameof(DigestMessage.Since)] = since,
            [nameof(DigestMessage.Lines)] = lines, [nameof(DigestMessage.More)] = news.More, [nameof(DigestMessage.All)] = all,
            [nameof(DigestMessage.Often)] = often, [nameof(DigestMessage.Unsubscribe)] = unsubscribe,
        });
        var message = Create(
            news.Address, news.Name,
            lines is [var only] ? $"{directory}: {only.Name} changed" : $"{directory}: {lines.Count + news.More} changes of what you watch",
            text.ToString(), html);
        // RFC 8058: one POST from the mail program ends them.
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        return message;
    }

    private DigestLine Line(RecentChange change)
    {
        var address = change.IsArchived ? null : links.To(change.Type, change.Slug);
        return new DigestLine(
            change.Name, $"{Verb(change.Action)} by {change.By}, {Moment(change.SavedAt)}", address,
            address is not null && change is { Type: EntryType.Department, Version: > 1 }
                ? links.To($"/departments/{change.Slug}/history?from={change.Version - 1}&to={change.Version}")
                : null);
    }

    private MimeMessage Create(string address, string name, string subject, string text, string html)
    {
        var message = new MimeMessage { Subject = subject, MessageId = MimeUtils.GenerateMessageId(links.Host) };
        message.To.Add(new MailboxAddress(name, address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new BodyBuilder { TextBody = text, HtmlBody = html }.ToMessageBody();
        return message;
    }

    private async Task<string> RenderAsync<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    private static string Verb(RevisionAction action) =>
        action == RevisionAction.RolledBack ? "taken back to an earlier version" : action.ToString().ToLowerInvariant();

    private static string Moment(DateTime time) => time.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
