using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A function with its owners in order, as lists show it.</summary>
public sealed record FunctionItem(string Slug, string Name, string Description, IReadOnlyList<string> Synonyms, IReadOnlyList<NamedLink> Owners);

/// <summary>All that the directory says about one function.</summary>
/// <param name="Slug">The function's slug.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Description">One or two sentences: what the work is.</param>
/// <param name="Synonyms">Wordings people look for it by.</param>
/// <param name="Note">Why there are several owners, where the sources disagree.</param>
/// <param name="Owners">The first owner, then the co-owners in order.</param>
/// <param name="Sources">Every source an ownership cites.</param>
public sealed record FunctionDetails(
    string Slug, string Name, string Description, IReadOnlyList<string> Synonyms, string? Note,
    IReadOnlyList<FunctionOwnerDetails> Owners, IReadOnlyList<SourceLink> Sources);

/// <summary>An owner of a function: its rank from 1, why it owns it where that needs saying, and the codes of the sources.</summary>
public sealed record FunctionOwnerDetails(
    string Slug, string Name, Office Office, string Summary, int Rank, string? Reason, IReadOnlyList<string> Sources);

/// <summary>Reads functions with their owners; archived departments own nothing here.</summary>
public sealed class BusinessFunctionReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>All functions by name.</summary>
    public async Task<IReadOnlyList<FunctionItem>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.BusinessFunctions.AsSplitQuery()
            .OrderBy(f => f.Name)
            .Select(f => new FunctionItem(
                f.Slug,
                f.Name,
                f.Description,
                f.Synonyms.OrderBy(s => s.Rank).Select(s => s.Text).ToList(),
                f.Owners.Where(o => !o.Department.IsArchived).OrderBy(o => o.Rank)
                    .Select(o => new NamedLink(o.Department.Slug, o.Department.Name)).ToList()))
            .ToListAsync(cancellation);
    }

    /// <summary>One function by its slug, or null.</summary>
    public async Task<FunctionDetails?> FindAsync(string slug, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var function = await db.BusinessFunctions.AsNoTracking().AsSplitQuery()
            .Include(f => f.Synonyms.OrderBy(s => s.Rank))
            .Include(f => f.Owners.Where(o => !o.Department.IsArchived).OrderBy(o => o.Rank)).ThenInclude(o => o.Department)
            .Include(f => f.Owners).ThenInclude(o => o.Sources.OrderBy(s => s.Id))
            .SingleOrDefaultAsync(f => f.Slug == slug, cancellation);
        return function is null
            ? null
            : new FunctionDetails(
                function.Slug,
                function.Name,
                function.Description,
                [.. function.Synonyms.Select(s => s.Text)],
                function.Note,
                [.. function.Owners.Select(o => new FunctionOwnerDetails(
                    o.Department.Slug, o.Department.Name, o.Department.Office, o.Department.Summary, o.Rank, o.Reason,
                    [.. o.Sources.Select(s => s.Code)]))],
                [.. function.Owners.SelectMany(o => o.Sources).DistinctBy(s => s.Id).OrderBy(s => s.Id)
                    .Select(s => new SourceLink(s.Code, s.Slug, s.Title))]);
    }
}
