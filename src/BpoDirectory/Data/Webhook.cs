using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A web address that is told of each change.</summary>
public sealed class Webhook
{
    /// <summary>The longest address.</summary>
    public const int AddressLength = 500;

    public int Id { get; private set; }

    public required string Address { get; init; }

    /// <summary>What its messages are signed with. Kept as it is: a signature cannot be made from a hash.</summary>
    public required string Secret { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Who added it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Revisions up to this one are told of, or are not to be.</summary>
    public required long SeenRevisionId { get; set; }

    /// <summary>Since when nothing has arrived, in UTC; null when the last message did.</summary>
    public DateTime? FailingSince { get; private set; }

    /// <summary>Why nothing is sent any more; null when something is.</summary>
    public string? StopReason { get; private set; }

    /// <summary>Notes that a message arrived.</summary>
    public void Succeed() => FailingSince = null;

    /// <summary>Notes that a message did not arrive.</summary>
    public void Fail(DateTime now) => FailingSince ??= now;

    /// <summary>Sends nothing any more.</summary>
    public void Stop(string reason) => StopReason = reason;

    /// <summary>Sends again, from the revision after this one on.</summary>
    public void Start(long seenRevisionId) => (StopReason, FailingSince, SeenRevisionId) = (null, null, seenRevisionId);
}

/// <summary>What became of a message.</summary>
public enum WebhookDeliveryState
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Waiting,
    Delivered,
    GivenUp,
}

/// <summary>A message to a webhook, kept until it arrives or is given up, and for some time after that.</summary>
public sealed class WebhookDelivery
{
    public long Id { get; private set; }

    public required int WebhookId { get; init; }

    /// <summary>By which the receiver knows the message again when it comes twice.</summary>
    public required string MessageId { get; init; }

    /// <summary>What happened, such as <c>entry.changed</c>.</summary>
    public required string Event { get; init; }

    /// <summary>What is sent, as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public WebhookDeliveryState State { get; private set; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is to be sent next, in UTC.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>What came of the last attempt, in words.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>When it arrived or was given up, in UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Notes what came of an attempt.</summary>
    /// <param name="outcome">In words.</param>
    /// <param name="isDelivered">Whether it arrived.</param>
    /// <param name="next">When it is to be sent again if it did not, in UTC; null for never.</param>
    /// <param name="now">In UTC.</param>
    public void Note(string outcome, bool isDelivered, DateTime? next, DateTime now)
    {
        Attempts++;
        Outcome = outcome;
        if (!isDelivered && next is { } due)
            DueAt = due;
        else
            (State, EndedAt) = (isDelivered ? WebhookDeliveryState.Delivered : WebhookDeliveryState.GivenUp, now);
    }
}

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.ToTable("Webhooks");
        webhook.Property(w => w.Address).HasMaxLength(Webhook.AddressLength);
        webhook.Property(w => w.Secret).HasMaxLength(100);
        webhook.Property(w => w.CreatedBy).HasMaxLength(Rules.NameLength);
        webhook.Property(w => w.StopReason).HasMaxLength(Rules.SentenceLength);
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
    {
        delivery.ToTable("WebhookDeliveries");
        delivery.HasIndex(d => new { d.State, d.DueAt });
        delivery.HasIndex(d => new { d.WebhookId, d.Id });
        delivery.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        delivery.Property(d => d.MessageId).HasMaxLength(50);
        delivery.Property(d => d.Event).HasMaxLength(50);
        delivery.Property(d => d.Outcome).HasMaxLength(Rules.SentenceLength);
        delivery.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
    }
}
