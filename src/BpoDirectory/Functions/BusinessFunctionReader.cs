using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Functions;

/// <summary>A function with its owners in order, as lists show it.</summary>
public sealed record FunctionItem(
    string Slug, string Name, string Description, IReadOnlyList<string> Synonyms, IReadOnlyList<NamedLink> Owners);

/// <summary>A function as the index shows it: the first of its owners in order, and how many it has.</summary>
public sealed record FunctionEntry(string Slug, string Name, string Description, IReadOnlyList<NamedLink> Owners, int OwnerCount)
{
    /// <summary>The letter under which it stands; see <see cref="FunctionLetter.LetterOf"/>.</summary>
    public string Letter => FunctionLetter.LetterOf(Name);
}

/// <summary>A letter under which functions stand, and how many do.</summary>
public sealed record FunctionLetter(string Letter, int Count)
{
    /// <summary>
    /// The plain letter, in upper case, or the digit that a name begins with; “#” for all that begin with a sign, such as an emoji.
    /// </summary>
    public static string LetterOf(string name) => OfKey(NameComparison.KeyOf(name));

    internal static string OfKey(string key) =>
        Rune.TryGetRuneAt(key, 0, out var first) && Rune.IsLetterOrDigit(first) ? Rune.ToUpperInvariant(first).ToString() : "#";
}

/// <summary>All that the directory says about one function.</summary>
/// <param name="Slug">The function's slug.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Description">One or two sentences: what the work is.</param>
/// <param name="Synonyms">Wordings people look for it by.</param>
/// <param name="Situations">When somebody needs it, told in everyday words.</param>
/// <param name="Note">Why there are several owners, where the sources disagree.</param>
/// <param name="Owners">The main owner, then the co-owners in order.</param>
/// <param name="Sources">Every source an ownership cites.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record FunctionDetails(
    string Slug, string Name, string Description, IReadOnlyList<string> Synonyms, IReadOnlyList<string> Situations, string? Note,
    IReadOnlyList<FunctionOwnerDetails> Owners, IReadOnlyList<SourceLink> Sources, int Version, DateTime UpdatedAt);

/// <summary>
/// An owner of a function: its rank from 1, why it owns it where that needs saying, how it is reached, and the codes of the sources.
/// </summary>
public sealed record FunctionOwnerDetails(
    string Slug, string Name, string Icon, Office Office, string Summary, int Rank, string? Reason, ChannelDetails? Channel,
    OpeningHours? Hours, IReadOnlyList<string> Sources);

/// <summary>Reads functions with their owners; archived departments own nothing here.</summary>
public sealed class BusinessFunctionReader(IDbContextFactory<DirectoryDbContext> contexts, PreparedReads reads)
{
    // Co-owners beyond this rank are only counted in the index.
    private const int LastRankInIndex = 5;

    /// <summary>How many functions have a text in their name or a synonym, and some of them by name.</summary>
    /// <param name="part">The text in the form of <see cref="NameComparison.PartOf"/>; an empty one is in every name.</param>
    /// <param name="skip">How many functions to leave out before the first one.</param>
    /// <param name="most">The largest number of functions.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<(int Total, IReadOnlyList<FunctionItem> Functions)> FindAllAsync(
        string part, int skip, int most, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var functions = Having(db, part);
        return (await functions.CountAsync(cancellation), await functions.AsSplitQuery()
            .OrderBy(f => f.NameKey)
            .Skip(skip)
            .Take(most)
            .Select(f => new FunctionItem(
                f.Slug,
                f.Name,
                f.Description,
                f.Synonyms.OrderBy(s => s.Rank).Select(s => s.Text).ToList(),
                f.Owners.Where(o => !o.Department.IsArchived).OrderBy(o => o.Rank)
                    .Select(o => new NamedLink(o.Department.Slug, o.Department.Name)).ToList()))
            .ToListAsync(cancellation));
    }

    /// <summary>The slugs of all functions.</summary>
    public async Task<IReadOnlyList<string>> SlugsAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.BusinessFunctions.OrderBy(f => f.NameKey).Select(f => f.Slug).ToListAsync(cancellation);
    }

    /// <summary>The letters that names begin with, in order, of the functions that have a text in their name or a synonym.</summary>
    public async Task<IReadOnlyList<FunctionLetter>> LettersAsync(string part, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var initials = await Having(db, part)
            .GroupBy(f => f.NameKey.Substring(0, 1))
            .Select(initial => new { Text = initial.Key, Count = initial.Count() })
            .ToListAsync(cancellation);
        return
        [
            .. initials.GroupBy(initial => FunctionLetter.OfKey(initial.Text), initial => initial.Count)
                .OrderBy(letter => letter.Key, StringComparer.Ordinal)
                .Select(letter => new FunctionLetter(letter.Key, letter.Sum())),
        ];
    }

    /// <summary>Some of the functions that have a text in their name or a synonym, by name.</summary>
    /// <param name="part">The text in the form of <see cref="NameComparison.PartOf"/>; an empty one is in every name.</param>
    /// <param name="letter">The letter under which the functions stand, or null for any.</param>
    /// <param name="skip">How many functions to leave out before the first one.</param>
    /// <param name="most">The largest number of functions.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<FunctionEntry>> ListAsync(
        string part, string? letter, int skip, int most, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var functions = Having(db, part);
        if (letter is not null)
        {
            var initials = await functions.Select(f => f.NameKey.Substring(0, 1)).Distinct().ToListAsync(cancellation);
            var wanted = initials.FindAll(
                initial => string.Equals(FunctionLetter.OfKey(initial), letter, StringComparison.OrdinalIgnoreCase));
            functions = functions.Where(f => wanted.Contains(f.NameKey.Substring(0, 1)));
        }
        return await functions.AsSplitQuery()
            .OrderBy(f => f.NameKey)
            .Skip(skip)
            .Take(most)
            .Select(f => new FunctionEntry(
                f.Slug,
                f.Name,
                f.Description,
                f.Owners.Where(o => o.Rank <= LastRankInIndex && !o.Department.IsArchived).OrderBy(o => o.Rank)
                    .Select(o => new NamedLink(o.Department.Slug, o.Department.Name)).ToList(),
                f.Owners.Count(o => !o.Department.IsArchived)))
            .ToListAsync(cancellation);
    }

    /// <summary>How many departments own a function.</summary>
    public async Task<int> CountOwnersAsync(string slug, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.FunctionOwners.CountAsync(o => o.BusinessFunction.Slug == slug && !o.Department.IsArchived, cancellation);
    }

    /// <summary>One function by its slug, or null; one that readers no longer see where <paramref name="evenArchived"/>.</summary>
    public Task<FunctionDetails?> FindAsync(string slug, bool evenArchived = false, CancellationToken cancellation = default) =>
        FindAsync(slug, 0, int.MaxValue, evenArchived, cancellation);

    /// <summary>One function by its slug, with a part of its owners and the sources these cite, or null.</summary>
    /// <param name="slug">The function's slug.</param>
    /// <param name="skip">How many owners to leave out before the first one.</param>
    /// <param name="mostOwners">The largest number of owners.</param>
    /// <param name="cancellation">Stops reading.</param>
    public Task<FunctionDetails?> FindAsync(string slug, int skip, int mostOwners, CancellationToken cancellation = default) =>
        FindAsync(slug, skip, mostOwners, evenArchived: false, cancellation);

    private async Task<FunctionDetails?> FindAsync(string slug, int skip, int mostOwners, bool evenArchived, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var function = await db.BusinessFunctions.IncludingArchived(evenArchived).AsNoTracking()
            .Include(f => f.Synonyms.OrderBy(s => s.Rank))
            .SingleOrDefaultAsync(f => f.Slug == slug, cancellation);
        if (function is null)
            return null;
        var owners = await db.FunctionOwners.AsNoTracking().AsSplitQuery()
            .Where(o => o.BusinessFunctionId == function.Id && !o.Department.IsArchived)
            .OrderBy(o => o.Rank).ThenBy(o => o.Id)
            .Skip(skip)
            .Take(mostOwners)
            .Include(o => o.Department)
            .Include(o => o.Sources.OrderBy(s => s.Id))
            .ToListAsync(cancellation);
        var ids = owners.ConvertAll(o => o.DepartmentId);
        var (channels, hours) = reads.Read(session => (ChannelQueries.Best(session, ids, function.Id), HoursQueries.Of(session, ids)));
        return new FunctionDetails(
            function.Slug,
            function.Name,
            function.Description,
            [.. function.Synonyms.Select(s => s.Text)],
            function.Situations,
            function.Note,
            [.. owners.Select(o => new FunctionOwnerDetails(
                o.Department.Slug, o.Department.Name, o.Department.Icon, o.Department.Office, o.Department.Summary, o.Rank, o.Reason,
                channels.GetValueOrDefault(o.DepartmentId), hours.GetValueOrDefault(o.DepartmentId), [.. o.Sources.Select(s => s.Code)]))],
            [.. owners.SelectMany(o => o.Sources).DistinctBy(s => s.Id).OrderBy(s => s.Id)
                .Select(s => new SourceLink(s.Code, s.Slug, s.Title))],
            function.Version,
            function.UpdatedAt);
    }

    private static IQueryable<BusinessFunction> Having(DirectoryDbContext db, string part) =>
        db.BusinessFunctions.Where(f => f.NameKey.Contains(part) || f.Synonyms.Any(s => s.TextKey.Contains(part)));
}
