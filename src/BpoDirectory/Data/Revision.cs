using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>The kinds of entries that editors change; each entry has revisions, and drafts while it is being changed.</summary>
public enum EntryType
{
    Department,
    Function,
    ServiceLine,
    OutsourcingType,
    GuideArticle,
    SynonymSet,
    Site,
    Client,
    Partner,
    Person,
}

/// <summary>What a save did.</summary>
public enum RevisionAction
{
    /// <summary>The entry was there before its first save in the program: from the built-in catalog, or an import.</summary>
    Loaded,
    Created,
    Edited,
    Archived,

    /// <summary>An archived entry was brought back.</summary>
    Restored,

    /// <summary>An earlier revision became the present one again.</summary>
    RolledBack,
}

/// <summary>An entry as one save left it. Never changed afterwards.</summary>
public sealed class Revision
{
    public long Id { get; private set; }

    public required EntryType EntryType { get; init; }

    public required int EntryId { get; init; }

    /// <summary>The version of the entry that this save made.</summary>
    public required int Number { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime SavedAt { get; init; }

    /// <summary>The account that saved; null for what the program itself loaded.</summary>
    public required int? AccountId { get; init; }

    /// <summary>The name of who saved, as it was then.</summary>
    public required string By { get; init; }

    public required RevisionAction Action { get; init; }

    /// <summary>What changed and why, in the editor's words.</summary>
    public string? Note { get; init => field = Rules.Optional(value, "the note", Rules.SentenceLength); }

    /// <summary>The whole entry, as JSON.</summary>
    public required string Snapshot { get; init; }

    /// <summary>Whether the save was made in another directory, and came here with it: it is history, and no news.</summary>
    public bool IsTakenOver { get; init; }

    /// <summary>The same without the content.</summary>
    internal Revision WithoutSnapshot() => new()
    {
        Id = Id, EntryType = EntryType, EntryId = EntryId, Number = Number, SavedAt = SavedAt, AccountId = AccountId, By = By,
        Action = Action, Note = Note, Snapshot = "", IsTakenOver = IsTakenOver,
    };
}

/// <summary>What somebody has typed in one tab and not saved yet.</summary>
public sealed class Draft
{
    public int Id { get; private set; }

    public required int AccountId { get; init; }

    public required EntryType EntryType { get; init; }

    /// <summary>The entry being changed, or 0 for a new one.</summary>
    public required int EntryId { get; init; }

    /// <summary>The form that it was typed into, told from others of the same person and entry, such as those in other tabs.</summary>
    public required string Form { get; init; }

    /// <summary>The version of the entry from which the typing started; 0 for a new one.</summary>
    public int BaseVersion { get; private set; }

    /// <summary>The entry from which the typing started, as JSON.</summary>
    public string Base { get; private set; } = "";

    /// <summary>What is typed, as JSON; nothing of it need be valid.</summary>
    public string Content { get; private set; } = "";

    /// <summary>The note typed so far.</summary>
    public string? Note { get; private set; }

    /// <summary>What is typed beside the content, such as the name of a function to be created, as JSON; null when nothing is.</summary>
    public string? PendingInput { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Replaces what is typed and what it started from, at the time given (UTC).</summary>
    public void Keep(int baseVersion, string @base, string content, string? note, string? pendingInput, DateTime savedAt) =>
        (BaseVersion, Base, Content, Note, PendingInput, SavedAt) = (baseVersion, @base, content, note, pendingInput, savedAt);
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.HasIndex(r => new { r.EntryType, r.EntryId, r.Number }).IsUnique();
        revision.Property(r => r.EntryType).HasConversion<string>().HasMaxLength(20);
        revision.Property(r => r.Action).HasConversion<string>().HasMaxLength(20);
        revision.Property(r => r.By).HasMaxLength(Rules.NameLength);
        revision.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        revision.Property(r => r.Note).HasMaxLength(Rules.SentenceLength);
    }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasIndex(d => new { d.AccountId, d.EntryType, d.EntryId, d.Form }).IsUnique();
        draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
        draft.Property(d => d.EntryType).HasConversion<string>().HasMaxLength(20);
        draft.Property(d => d.Form).HasMaxLength(32);
    }
}
