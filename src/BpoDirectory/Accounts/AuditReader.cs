using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>Reads the audit trail, newest first.</summary>
public sealed class AuditReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    private const int UsualCount = 50;

    /// <summary>Some of the entries that <paramref name="filter"/> asks for.</summary>
    /// <param name="filter">Which entries.</param>
    /// <param name="skip">How many of them come before.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="isOldestFirst">Whether the order is turned round.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<AuditPage> ReadAsync(
        AuditFilter filter, int skip = 0, int take = UsualCount, bool isOldestFirst = false, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var actors = await AuditActors.ReadAsync(db, cancellation);
        var entries = filter.Apply(db.AuditEntries.AsNoTracking(), actors);
        return new AuditPage(
            await entries.CountAsync(cancellation),
            await (isOldestFirst ? entries.OrderBy(e => e.Id) : entries.OrderByDescending(e => e.Id)).Skip(skip).Take(take)
                .ToListAsync(cancellation),
            actors);
    }

    /// <summary>
    /// Hands every entry that <paramref name="filter"/> asks for to <paramref name="write"/>, with what whoever made it is called.
    /// </summary>
    public async Task EachAsync(AuditFilter filter, Func<AuditEntry, string, Task> write, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var actors = await AuditActors.ReadAsync(db, cancellation);
        await foreach (var entry in filter.Apply(db.AuditEntries.AsNoTracking(), actors).OrderByDescending(e => e.Id).AsAsyncEnumerable()
            .WithCancellation(cancellation))
            await write(entry, actors.NameOf(entry));
    }
}

/// <summary>Which audit entries somebody wants to see; what is null does not matter.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Actor">By whom, as <see cref="AuditActors"/> calls them.</param>
/// <param name="Subject">A part of what it was done to; see <see cref="NameComparison"/>.</param>
/// <param name="From">From this day on, in UTC.</param>
/// <param name="To">To this day and with it, in UTC.</param>
public sealed record AuditFilter(
    AuditKind? Kind = null, string? Actor = null, string? Subject = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>The filter of an address; what cannot be read is left out.</summary>
    public static AuditFilter Parse(string? kind, string? actor, string? subject, string? from, string? to) => new(
        EnumNames.Find<AuditKind>(kind), Text(actor), Text(subject), Day(from), Day(to));

    internal IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries, AuditActors actors)
    {
        if (Kind is { } kind)
            entries = entries.Where(e => e.Kind == kind);
        if (Actor is { } actor)
            entries = actors.Only(actor, entries);
        if (Subject is { } subject)
        {
            var part = NameComparison.PartOf(subject);
            entries = entries.Where(e => e.SubjectKey.Contains(part));
        }
        if (From is { } from)
        {
            var begin = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(e => e.At >= begin);
        }
        if (To is { } to && to < DateOnly.MaxValue)
        {
            var end = to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(e => e.At < end);
        }
        return entries;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A page of the audit trail.</summary>
/// <param name="Total">How many entries there are on all pages.</param>
/// <param name="Entries">The entries of this page.</param>
/// <param name="Actors">What everybody in the trail is called.</param>
public sealed record AuditPage(int Total, IReadOnlyList<AuditEntry> Entries, AuditActors Actors);
