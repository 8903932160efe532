using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>A synonym set.</summary>
/// <param name="Slug">Its number, by which addresses name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Words and phrases that mean the same.</param>
/// <param name="Department">Slug of the department it points at; null for none.</param>
/// <param name="Function">Slug of the function it points at; null for none.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record SynonymSetDetails(
    string Slug, string Name, IReadOnlyList<string> Members, string? Department, string? Function, int Version, DateTime UpdatedAt);

/// <summary>Reads synonym sets for those who keep them.</summary>
public sealed class SynonymSetReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>How many sets have a text in their name or a member, and some of them by name; all where it is empty.</summary>
    public async Task<(int Total, IReadOnlyList<SynonymSetDetails> Sets)> ListAsync(
        string? text, int page, int pageSize, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var part = NameComparison.PartOf(text ?? "");
        var sets = db.SynonymSets.Where(s => s.NameKey.Contains(part) || s.Members.Any(m => m.TextKey.Contains(part)));
        return (await sets.CountAsync(cancellation),
            await ReadAsync(
                sets.OrderBy(s => s.NameKey).Skip((int)Math.Min((page - 1L) * pageSize, int.MaxValue)).Take(pageSize), cancellation));
    }

    /// <summary>One set by its number, or null; an archived one only where <paramref name="evenArchived"/>.</summary>
    public async Task<SynonymSetDetails?> FindAsync(string slug, bool evenArchived = false, CancellationToken cancellation = default)
    {
        if (!int.TryParse(slug, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await ReadAsync(db.SynonymSets.IncludingArchived(evenArchived).Where(s => s.Id == id), cancellation) is [var set]
            ? set
            : null;
    }

    // What a set points at is told as it is kept, even where it is archived.
    private static async Task<IReadOnlyList<SynonymSetDetails>> ReadAsync(IQueryable<SynonymSet> sets, CancellationToken cancellation)
    {
        var rows = await sets.IgnoreAutoIncludes().Select(s => new
        {
            s.Id, s.Name, Members = s.Members.OrderBy(m => m.Id).Select(m => m.Text).ToList(), Department = s.Department!.Slug,
            Function = s.BusinessFunction!.Slug, s.Version, s.UpdatedAt,
        }).ToListAsync(cancellation);
        return [.. rows.Select(s => new SynonymSetDetails(
            s.Id.ToString(CultureInfo.InvariantCulture), s.Name, s.Members, s.Department, s.Function, s.Version, s.UpdatedAt))];
    }
}
