using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>How often somebody is told by mail of what they watch.</summary>
public enum DigestInterval
{
    /// <summary>Never.</summary>
    None,

    Daily,

    Weekly,
}

/// <summary>Where and how often an account is told by mail of what it watches, and up to where it has been.</summary>
public sealed class MailSubscription(int accountId)
{
    /// <summary>How long a link that confirms an address is good for.</summary>
    public static readonly TimeSpan LinkTime = TimeSpan.FromHours(24);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private const int MostDoublings = 6;

    public int AccountId { get; private set; } = accountId;

    /// <summary>The address, once it is confirmed.</summary>
    public string? Address { get; private set; }

    /// <summary>An address that waits for its owner to confirm it.</summary>
    public string? PendingAddress { get; private set; }

    /// <summary>When it was given, in UTC.</summary>
    public DateTime? PendingSince { get; private set; }

    /// <summary>When the link to the pending address is to be sent, in UTC; null when it is, or there is none.</summary>
    public DateTime? LinkDueAt { get; private set; }

    public DigestInterval Interval { get; private set; }

    /// <summary>Revisions up to this one have been told.</summary>
    public long ToldRevisionId { get; private set; }

    /// <summary>When that was, in UTC.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>When the next mail is due, in UTC; null when none is.</summary>
    public DateTime? NextAt { get; private set; }

    /// <summary>How often in a row the next mail could not be sent.</summary>
    public int Failures { get; private set; }

    /// <summary>Asks for a link to an address.</summary>
    /// <exception cref="DirectoryRuleException">It is no address, or the last link was asked for just now.</exception>
    public void AskFor(string address, DateTime now)
    {
        var normalized = ChannelValue.Normalize(ChannelKind.Email, address);
        if (PendingSince > now - ShortestPause)
            throw new DirectoryRuleException("A link was asked for just now. Wait a minute, then ask again.");
        (PendingAddress, PendingSince, LinkDueAt) = (normalized, now, now);
    }

    /// <summary>Marks the link to the pending address as sent.</summary>
    public void MarkLinkSent() => LinkDueAt = null;

    /// <summary>Says that the link could not be sent: it is tried again until it would be good no more.</summary>
    public void RetryLink(DateTime now) => LinkDueAt = PendingSince + LinkTime > now + FirstRetry ? now + FirstRetry : null;

    /// <summary>Takes the pending address for confirmed, if it is this one.</summary>
    /// <returns>Whether it is.</returns>
    public bool Confirm(string address)
    {
        if (PendingAddress != address)
            return Address == address;
        (Address, PendingAddress, PendingSince, LinkDueAt) = (address, null, null, null);
        return true;
    }

    /// <summary>Forgets the address, and a pending one: nothing is sent any more.</summary>
    public void Forget()
    {
        (Address, PendingAddress, LinkDueAt) = (null, null, null);
        Stop();
    }

    /// <summary>Sends no more digests.</summary>
    public void Stop() => (Interval, NextAt, Failures) = (DigestInterval.None, null, 0);

    /// <summary>Chooses how often; the first mail comes after that time, and tells what changes from now on.</summary>
    /// <param name="interval">How often.</param>
    /// <param name="latestRevision">The latest revision that there is.</param>
    /// <param name="now">In UTC.</param>
    /// <exception cref="DirectoryRuleException">There is no address to send to.</exception>
    public void Choose(DigestInterval interval, long latestRevision, DateTime now)
    {
        if (interval == DigestInterval.None)
        {
            Stop();
            return;
        }
        if (Address is null)
            throw new DirectoryRuleException("Give an e-mail address in your account first.");
        if (Interval == DigestInterval.None)
            (ToldRevisionId, ToldAt) = (latestRevision, now);
        if (Interval != interval)
            (Interval, NextAt, Failures) = (interval, now + LengthOf(interval), 0);
    }

    /// <summary>
    /// Takes all revisions up to this one for told, before they are: what a program that ends in the midst of sending has told is not told
    /// again. Where nothing was sent, <see cref="TakeBack"/> says so.
    /// </summary>
    public void Tell(long latestRevision, DateTime now)
    {
        (ToldRevisionId, ToldAt) = (latestRevision, now);
        // At the same time of the day as before, however long the program was not running.
        while (NextAt <= now)
            NextAt += LengthOf(Interval);
    }

    /// <summary>Takes back what was taken for told, because it could not be sent; the next try waits longer than the last one.</summary>
    public void TakeBack(long toldRevision, DateTime? toldAt, DateTime now)
    {
        (ToldRevisionId, ToldAt) = (toldRevision, toldAt);
        if (Interval != DigestInterval.None)
            NextAt = now + (FirstRetry * Math.Pow(2, Math.Min(Failures++, MostDoublings)));
    }

    /// <summary>Forgets failures after a mail that was sent.</summary>
    public void ForgetFailures() => Failures = 0;

    private static TimeSpan LengthOf(DigestInterval interval) => TimeSpan.FromDays(interval == DigestInterval.Weekly ? 7 : 1);
}

internal sealed class MailSubscriptionConfiguration : IEntityTypeConfiguration<MailSubscription>
{
    public void Configure(EntityTypeBuilder<MailSubscription> subscription)
    {
        subscription.ToTable("AccountMailSubscriptions");
        subscription.HasKey(s => s.AccountId);
        subscription.Property(s => s.AccountId).ValueGeneratedNever();
        subscription.HasOne<Account>().WithOne().HasForeignKey<MailSubscription>(s => s.AccountId);
        subscription.Property(s => s.Address).HasMaxLength(ChannelValue.Longest);
        subscription.Property(s => s.PendingAddress).HasMaxLength(ChannelValue.Longest);
        subscription.Property(s => s.Interval).HasConversion<string>().HasMaxLength(20);
        subscription.HasIndex(s => s.NextAt);
    }
}
