using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A table that somebody imports, or imported.</summary>
public sealed class TableImport
{
    /// <summary>The longest name of a file that is kept, in UTF-16 code units.</summary>
    public const int FileNameLength = 200;

    public int Id { get; private set; }

    public required int AccountId { get; init; }

    /// <summary>What who imports was called then.</summary>
    public required string By { get; init; }

    public required EntryType EntryType { get; init; }

    /// <summary>What the file was called where it came from.</summary>
    public required string FileName { get; init; }

    /// <summary>What it is called in the data folder, until it is applied or too old.</summary>
    public required string StoredAs { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>How the file is read and which of its rows are wanted, as JSON; empty until that is known.</summary>
    public string Options { get; private set; } = "";

    /// <summary>When it was applied, in UTC; null while it is not.</summary>
    public DateTime? AppliedAt { get; private set; }

    /// <summary>How many entries it created.</summary>
    public int Added { get; private set; }

    /// <summary>How many entries it changed.</summary>
    public int Changed { get; private set; }

    /// <summary>When it was undone, in UTC; null while it is not.</summary>
    public DateTime? UndoneAt { get; private set; }

    public List<TableImportEntry> Entries { get; } = [];

    /// <summary>Keeps what an editor chose.</summary>
    public void Choose(string options) => Options = options;

    /// <summary>Notes what was imported, at the time given (UTC).</summary>
    public void Apply(IEnumerable<TableImportEntry> entries, DateTime appliedAt)
    {
        Entries.AddRange(entries);
        (Added, Changed) = (Entries.Count(entry => entry.VersionBefore == 0), Entries.Count(entry => entry.VersionBefore > 0));
        (AppliedAt, Options) = (appliedAt, "");
    }

    /// <summary>Notes that what could be undone is, at the time given (UTC).</summary>
    public void Undo(DateTime undoneAt) => UndoneAt = undoneAt;
}

/// <summary>An entry that an import created or changed.</summary>
public sealed class TableImportEntry
{
    public int TableImportId { get; private set; }

    public required int EntryId { get; init; }

    /// <summary>0 where the import created it.</summary>
    public required int VersionBefore { get; init; }

    public required int VersionAfter { get; init; }
}

internal sealed class TableImportConfiguration : IEntityTypeConfiguration<TableImport>
{
    public void Configure(EntityTypeBuilder<TableImport> import)
    {
        import.HasIndex(i => i.CreatedAt);
        import.Property(i => i.By).HasMaxLength(Rules.NameLength);
        import.Property(i => i.EntryType).HasConversion<string>().HasMaxLength(20);
        import.Property(i => i.FileName).HasMaxLength(TableImport.FileNameLength);
        import.Property(i => i.StoredAs).HasMaxLength(40);
        import.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Restrict);
        import.HasMany(i => i.Entries).WithOne().HasForeignKey(e => e.TableImportId);
    }
}

internal sealed class TableImportEntryConfiguration : IEntityTypeConfiguration<TableImportEntry>
{
    public void Configure(EntityTypeBuilder<TableImportEntry> entry)
    {
        entry.ToTable("TableImportEntries");
        entry.HasKey(e => new { e.TableImportId, e.EntryId });
    }
}
