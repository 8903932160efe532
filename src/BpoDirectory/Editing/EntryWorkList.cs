using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>An entry as an editor sees it in a list.</summary>
public sealed class EntryRow
{
    public int Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string NameKey { get; init; }

    public bool IsArchived { get; init; }

    public int Version { get; init; }

    /// <summary>When that version was saved, in UTC.</summary>
    public DateTime LastChange { get; init; }
}

/// <summary>The order of an editor's list: from A to Z, and what is greatest or latest first.</summary>
public enum EntryOrder
{
    Name,
    LastChange,
    Version,
}

/// <summary>What an editor looks for among the entries of a kind.</summary>
/// <param name="Text">A part of the name; empty for all.</param>
/// <param name="IsArchived">Whether the archived ones are meant, or those in use.</param>
/// <param name="Order">What they are ordered by.</param>
/// <param name="IsReversed">Whether that order is turned round.</param>
public sealed record EntryFilter(string Text, bool IsArchived, EntryOrder Order = EntryOrder.Name, bool IsReversed = false);

/// <summary>Lists entries of any kind for those who maintain them.</summary>
public sealed class EntryWorkList(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>How many entries the filter lets through.</summary>
    public async Task<int> CountAsync(EntryEditing editing, EntryFilter filter)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Matching(editing, db, filter).CountAsync();
    }

    /// <summary>Some of them, in the filter's order.</summary>
    public async Task<IReadOnlyList<EntryRow>> ListAsync(EntryEditing editing, EntryFilter filter, int skip, int take)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Ordered(Matching(editing, db, filter), filter).Skip(skip).Take(take).ToListAsync();
    }

    /// <summary>The keys of all of them, in the filter's order.</summary>
    public async Task<IReadOnlyList<int>> ListIdsAsync(EntryEditing editing, EntryFilter filter, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Ordered(Matching(editing, db, filter), filter).Select(row => row.Id).ToListAsync(cancellation);
    }

    private static IOrderedQueryable<EntryRow> Ordered(IQueryable<EntryRow> rows, EntryFilter filter) => filter.Order switch
    {
        EntryOrder.LastChange => rows.OrderBy(row => row.LastChange, isDescending: !filter.IsReversed).ThenBy(row => row.NameKey),
        EntryOrder.Version => rows.OrderBy(row => row.Version, isDescending: !filter.IsReversed).ThenBy(row => row.NameKey),
        _ => rows.OrderBy(row => row.NameKey, isDescending: filter.IsReversed),
    };

    private static IQueryable<EntryRow> Matching(EntryEditing editing, DirectoryDbContext db, EntryFilter filter)
    {
        var part = NameComparison.PartOf(filter.Text);
        return editing.Rows(db).Where(row => row.IsArchived == filter.IsArchived && row.NameKey.Contains(part));
    }
}
