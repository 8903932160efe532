using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>What an audit entry is about. The names are stored: rename none of them.</summary>
public enum AuditKind
{
    SetUp,
    SignIn,
    SignInFailed,
    LockedOut,
    SignOut,
    PasswordChanged,
    NameChanged,
    MailAddressChanged,
    PasskeyAdded,
    PasskeyRenamed,
    PasskeyRemoved,
    TokenCreated,
    TokenRevoked,
    Invited,
    InvitationAccepted,
    InvitationRevoked,
    ResetOffered,
    RoleChanged,
    AccountCreated,
    AccountDisabled,
    AccountEnabled,
    Created,
    Edited,
    Archived,
    Restored,
    Reviewed,
    ReviewWithdrawn,
    RolledBack,
    Refused,
    AuditExported,
    ReportClosed,
    SettingsChanged,
    BackupMade,
    BackupDownloaded,
    WebhookAdded,
    WebhookChanged,
    WebhookRemoved,
    WebhookStopped,
    Imported,
    ImportUndone,
}

/// <summary>Something that somebody did, kept for good: the database itself refuses to change or delete an entry.</summary>
public sealed class AuditEntry
{
    public int Id { get; private set; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }

    public required AuditKind Kind { get; init; }

    /// <summary>Who did it; null for the program itself, or somebody not signed in.</summary>
    public int? ActorId { get; init; }

    /// <summary>What they were called then.</summary>
    public required string ActorName { get; init; }

    /// <summary>What it was done to: an account, a department, a guide article.</summary>
    public required string Subject
    {
        get;
        init => (field, SubjectKey) = (value, NameComparison.PartOf(value));
    }

    /// <summary>The subject as it is looked for; see <see cref="NameComparison.PartOf"/>.</summary>
    public string SubjectKey { get; private set; } = "";

    /// <summary>What more there is to say; empty when there is nothing.</summary>
    public required string Detail { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.HasIndex(e => e.At);
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(30);
        entry.Property(e => e.ActorName).HasMaxLength(Rules.NameLength);
        entry.Property(e => e.Subject).HasMaxLength(Rules.SentenceLength);
        entry.Property(e => e.Detail).HasMaxLength(Rules.SentenceLength);
    }
}
