using System.Text.Json;
using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Webhooks;

/// <summary>What is sent.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Timestamp">When, in UTC.</param>
/// <param name="Data">What it happened to.</param>
internal sealed record WebhookMessage(string Type, DateTime Timestamp, object Data);

/// <summary>A change, as a message tells of it.</summary>
/// <param name="EntryType">The kind of the entry.</param>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Version">The version that the change made.</param>
/// <param name="By">Who made it.</param>
/// <param name="Note">Why, where the editor said so.</param>
/// <param name="Changed">What editors call the fields that changed.</param>
internal sealed record WebhookChange(
    EntryType EntryType, string Slug, string Name, int Version, string By, string? Note,
    IReadOnlyList<string> Changed);

/// <summary>Writes messages.</summary>
internal static class WebhookMessages
{
    /// <summary>The message that only shows that messages arrive.</summary>
    public const string Test = "webhook.test";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new EnumNameConverter() },
    };

    /// <summary>A message about a change.</summary>
    public static WebhookDelivery From(int webhook, VisibleChange change, DateTime now)
    {
        var type = change.Action switch
        {
            RevisionAction.Created => "entry.created",
            RevisionAction.Archived => "entry.archived",
            RevisionAction.Restored => "entry.restored",
            _ => "entry.changed",
        };
        var data = new WebhookChange(change.Type, change.Slug, change.Name, change.Version, change.By, change.Note, change.Fields);
        return Create(webhook, type, change.SavedAt, now, data);
    }

    /// <summary>A message that only shows that messages arrive.</summary>
    public static WebhookDelivery CreateTest(int webhook, DateTime now) => Create(webhook, Test, now, now, new { });

    private static WebhookDelivery Create(int webhook, string type, DateTime at, DateTime now, object data) => new()
    {
        WebhookId = webhook,
        MessageId = $"msg_{Guid.CreateVersion7():N}",
        Event = type,
        Body = JsonSerializer.Serialize(new WebhookMessage(type, at, data), Json),
        CreatedAt = now,
        DueAt = now,
    };
}
