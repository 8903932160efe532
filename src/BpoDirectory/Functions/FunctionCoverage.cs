using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Functions;

/// <summary>What the owners of a function must be like for it to be shown.</summary>
public enum OwnerFilter
{
    Any,

    /// <summary>The main owner is one of the departments asked for.</summary>
    Main,

    /// <summary>A co-owner is.</summary>
    Co,

    /// <summary>Several departments own it.</summary>
    Several,

    /// <summary>No department in use owns it.</summary>
    Nobody,
}

/// <summary>The order of functions with their owners.</summary>
public enum CoverageSort
{
    /// <summary>Those without a main owner first, then by the main owner's office and name.</summary>
    Owner,

    /// <summary>By the function's name.</summary>
    Name,

    /// <summary>By the number of owners, most first.</summary>
    Count,
}

/// <summary>Which functions are asked for, and in which order.</summary>
public sealed record CoverageRequest
{
    /// <summary>Only functions of departments of this office.</summary>
    public Office? Office { get; init; }

    /// <summary>Only functions of departments that deliver this service line, by its slug.</summary>
    public string? ServiceLine { get; init; }

    public OwnerFilter Owners { get; init; }

    public CoverageSort Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool IsReversed { get; init; }
}

/// <summary>A department as an owner of a function: 1 is the main owner's rank.</summary>
public sealed record CoverageOwner(string Slug, string Name, Office Office, int Rank);

/// <summary>A function with its first owners in order, and how many it has.</summary>
public sealed record CoverageRow(string Slug, string Name, IReadOnlyList<CoverageOwner> Owners, int OwnerCount)
{
    /// <summary>The main owner, unless it is archived or there is none.</summary>
    public CoverageOwner? Main => Owners is [{ Rank: 1 } main, ..] ? main : null;
}

/// <summary>How many functions there are, how many several departments own, and how many nobody.</summary>
public sealed record CoverageCounts(int All, int Several, int Nobody);

/// <summary>Reads which department has which part in each function; archived departments have none.</summary>
public sealed class FunctionCoverage(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>Most owners named for one function; the rest are counted.</summary>
    public const int MostOwners = 12;

    /// <summary>Counts over all functions in use.</summary>
    public async Task<CoverageCounts> CountAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new CoverageCounts(
            await db.BusinessFunctions.CountAsync(cancellation),
            await Asked(db, new CoverageRequest { Owners = OwnerFilter.Several }).CountAsync(cancellation),
            await Asked(db, new CoverageRequest { Owners = OwnerFilter.Nobody }).CountAsync(cancellation));
    }

    /// <summary>How many functions answer.</summary>
    public async Task<int> CountAsync(CoverageRequest request, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Asked(db, request).CountAsync(cancellation);
    }

    /// <summary>Some of the functions that answer.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="skip">How many functions to leave out before the first one.</param>
    /// <param name="most">The largest number of functions.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<CoverageRow>> ListAsync(
        CoverageRequest request, int skip, int most, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var functions = await Ordered(db, request).Skip(skip).Take(most).ToListAsync(cancellation);
        var ids = functions.ConvertAll(function => function.Id);
        // Without the departments, whose rows are wide, owners are read from an index alone.
        var owners = await db.FunctionOwners.Where(o => ids.Contains(o.BusinessFunctionId))
            .OrderBy(o => o.BusinessFunctionId).ThenBy(o => o.Rank)
            .Select(o => new { o.BusinessFunctionId, o.DepartmentId, o.Rank }).ToListAsync(cancellation);
        var owning = owners.Select(o => o.DepartmentId).Distinct().ToList();
        var departments = await db.Departments.Where(d => owning.Contains(d.Id))
            .Select(d => new { d.Id, d.Slug, d.Name, d.Office }).ToDictionaryAsync(d => d.Id, cancellation);
        var inUse = owners.Where(o => departments.ContainsKey(o.DepartmentId)).ToLookup(o => o.BusinessFunctionId);
        return
        [
            .. functions.Select(f => new CoverageRow(
                f.Slug, f.Name,
                [.. inUse[f.Id].Take(MostOwners).Select(o => (Department: departments[o.DepartmentId], o.Rank))
                    .Select(o => new CoverageOwner(o.Department.Slug, o.Department.Name, o.Department.Office, o.Rank))],
                inUse[f.Id].Count())),
        ];
    }

    private static IQueryable<BusinessFunction> Asked(DirectoryDbContext db, CoverageRequest request)
    {
        var owners = db.FunctionOwners.Where(o => !o.Department.IsArchived);
        if (request.Owners == OwnerFilter.Nobody)
            return db.BusinessFunctions.Where(f => !owners.Any(o => o.BusinessFunctionId == f.Id));
        var functions = db.BusinessFunctions.AsQueryable();
        if (request.Owners == OwnerFilter.Several)
            functions = functions.Where(f => owners.Any(o =>
                o.BusinessFunctionId == f.Id && owners.Any(other => other.BusinessFunctionId == f.Id && other.Id > o.Id)));
        var wanted = owners;
        if (request.Office is { } office)
            wanted = wanted.Where(o => o.Department.Office == office);
        if (request.ServiceLine is { } line)
            wanted = wanted.Where(o => o.Department.ServiceLines.Any(member => member.ServiceLine.Slug == line));
        if (request.Owners == OwnerFilter.Main)
            wanted = wanted.Where(o => o.Rank == 1);
        if (request.Owners == OwnerFilter.Co)
            wanted = wanted.Where(o => o.Rank > 1);
        return ReferenceEquals(wanted, owners) ? functions : functions.Where(f => wanted.Any(o => o.BusinessFunctionId == f.Id));
    }

    private static IQueryable<FunctionRow> Ordered(DirectoryDbContext db, CoverageRequest request)
    {
        var functions = Asked(db, request);
        if (request.Sort == CoverageSort.Name)
            return (request.IsReversed ? functions.OrderByDescending(f => f.NameKey) : functions.OrderBy(f => f.NameKey))
                .Select(f => new FunctionRow(f.Id, f.Slug, f.Name));
        if (request.Sort == CoverageSort.Count)
        {
            var counted =
                functions.Select(f => new { f.Id, f.Slug, f.Name, f.NameKey, Count = f.Owners.Count(o => !o.Department.IsArchived) });
            return (request.IsReversed ? counted.OrderBy(f => f.Count) : counted.OrderByDescending(f => f.Count)).ThenBy(f => f.NameKey)
                .Select(f => new FunctionRow(f.Id, f.Slug, f.Name));
        }

        var main = db.FunctionOwners.Where(o => o.Rank == 1 && !o.Department.IsArchived)
            .Select(o => new
            {
                o.BusinessFunctionId,
                Office = o.Department.Office == Office.Front
                    ? 1
                    : o.Department.Office == Office.Back ? 2 : o.Department.Office == Office.Both ? 3 : 4,
                o.Department.NameKey,
            });
        var owned = functions.LeftJoin(main, f => f.Id, m => m.BusinessFunctionId,
            (f, m) => new { f.Id, f.Slug, f.Name, f.NameKey, m!.Office, Owner = m.NameKey });
        return (request.IsReversed
                ? owned.OrderByDescending(f => f.Owner != null).ThenByDescending(f => f.Office).ThenByDescending(f => f.Owner)
                : owned.OrderBy(f => f.Owner != null).ThenBy(f => f.Office).ThenBy(f => f.Owner))
            .ThenBy(f => f.NameKey)
            .Select(f => new FunctionRow(f.Id, f.Slug, f.Name));
    }

    private sealed record FunctionRow(int Id, string Slug, string Name);
}
