using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A note that somebody has typed on something not done yet, such as archiving an entry.</summary>
public sealed class NoteDraft
{
    public int Id { get; private set; }

    public required int AccountId { get; init; }

    public required EntryType EntryType { get; init; }

    public required int EntryId { get; init; }

    /// <summary>What is to be done with the entry.</summary>
    public required RevisionAction Action { get; init; }

    /// <summary>The note as typed; it need not be valid.</summary>
    public string Text { get; private set; } = "";

    /// <summary>In UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Replaces the note, at the time given (UTC).</summary>
    public void Keep(string text, DateTime savedAt) => (Text, SavedAt) = (text, savedAt);
}

internal sealed class NoteDraftConfiguration : IEntityTypeConfiguration<NoteDraft>
{
    public void Configure(EntityTypeBuilder<NoteDraft> note)
    {
        note.HasIndex(n => new { n.AccountId, n.EntryType, n.EntryId, n.Action }).IsUnique();
        note.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
        note.Property(n => n.EntryType).HasConversion<string>().HasMaxLength(20);
        note.Property(n => n.Action).HasConversion<string>().HasMaxLength(20);
    }
}
