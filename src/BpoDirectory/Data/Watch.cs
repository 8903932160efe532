using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>Something whose changes somebody wants to be told of: an entry, or everything.</summary>
public sealed class Watch
{
    /// <summary>Watches from a revision on.</summary>
    /// <param name="accountId">Who watches.</param>
    /// <param name="entryType">The type of the entry; null for everything.</param>
    /// <param name="entryId">The entry; null for everything.</param>
    /// <param name="seenRevisionId">The latest revision that is known already.</param>
    public Watch(int accountId, EntryType? entryType, int? entryId, long seenRevisionId) =>
        (AccountId, EntryType, EntryId, SeenRevisionId) = (accountId, entryType, entryId, seenRevisionId);

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public EntryType? EntryType { get; private set; }

    public int? EntryId { get; private set; }

    /// <summary>Revisions up to this one are known already.</summary>
    public long SeenRevisionId { get; private set; }
}

internal sealed class WatchConfiguration : IEntityTypeConfiguration<Watch>
{
    public void Configure(EntityTypeBuilder<Watch> watch)
    {
        watch.ToTable("Watches");
        watch.HasIndex(w => new { w.AccountId, w.EntryType, w.EntryId }).IsUnique();
        watch.Property(w => w.EntryType).HasConversion<string>().HasMaxLength(20);
        watch.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId);
    }
}
