using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>An entry that readers reach by an address of its own. Addresses it had before keep leading to it.</summary>
public interface IAddressed
{
    EntryType Type { get; }

    int Id { get; }

    string Slug { get; }
}

/// <summary>A slug that an entry had before it was given another; no other entry of its kind may take it.</summary>
public sealed class FormerSlug
{
    public int Id { get; private set; }

    public required EntryType EntryType { get; init; }

    public required int EntryId { get; init; }

    public required string Slug { get; init; }

    /// <summary>
    /// Notes the slugs that changed entries of <paramref name="db"/> no longer have. One that an entry takes back is no former
    /// one any more.
    /// </summary>
    internal static async Task KeepAsync(DirectoryDbContext db, CancellationToken cancellation)
    {
        var moved = db.ChangeTracker.Entries<IAddressed>()
            .Where(entry => entry.State is EntityState.Modified && entry.Property(addressed => addressed.Slug).IsModified)
            .Select(entry => (entry.Entity, Before: entry.Property(addressed => addressed.Slug).OriginalValue))
            .ToList();
        foreach (var (entry, before) in moved)
        {
            var kept = await db.FormerSlugs.Where(former => former.EntryType == entry.Type && former.EntryId == entry.Id)
                .ToListAsync(cancellation);
            db.RemoveRange(kept.Where(former => former.Slug == entry.Slug));
            if (kept.TrueForAll(former => former.Slug != before))
                db.Add(new FormerSlug { EntryType = entry.Type, EntryId = entry.Id, Slug = before });
        }
    }
}

internal sealed class FormerSlugConfiguration : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> former)
    {
        former.HasIndex(f => new { f.EntryType, f.Slug }).IsUnique();
        former.HasIndex(f => new { f.EntryType, f.EntryId });
        former.Property(f => f.EntryType).HasConversion<string>().HasMaxLength(20);
        former.Property(f => f.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
    }
}
