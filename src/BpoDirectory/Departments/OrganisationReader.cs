using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A department with the departments that are parts of it.</summary>
/// <param name="Slug">The department's slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Office">Its office.</param>
/// <param name="FunctionCount">How many functions it owns, alone or with others.</param>
/// <param name="PartCount">How many departments are parts of it.</param>
/// <param name="Parts">These departments by name, or the first of them.</param>
public sealed record OrganisationBranch(
    string Slug, string Name, string Icon, Office Office, int FunctionCount, int PartCount, IReadOnlyList<OrganisationBranch> Parts);

/// <summary>Reads how departments lie below each other; archived ones do not exist here.</summary>
public sealed class OrganisationReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>Most parts shown below one department.</summary>
    public const int MostParts = 20;

    // A page holds no more departments than this and the parts of the last level that was begun.
    private const int MostDepartments = 500;

    /// <summary>How many departments are part of none.</summary>
    public async Task<int> CountRootsAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Roots(db).CountAsync(cancellation);
    }

    /// <summary>Some of the departments that are part of none, by name, with all that lies below them.</summary>
    /// <param name="skip">How many departments to leave out before the first one.</param>
    /// <param name="most">The largest number of departments, without their parts.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<OrganisationBranch>> ListAsync(int skip, int most, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var roots = await Rows(db, Roots(db).OrderBy(d => d.NameKey).Skip(skip).Take(most)).ToListAsync(cancellation);
        var (level, parts, count) = (roots, new Dictionary<int, List<Row>>(), roots.Count);
        while (level.Exists(row => row.PartCount > 0) && count < MostDepartments)
        {
            var parents = level.Where(row => row.PartCount > 0).Select(row => row.Id).ToList();
            var partsOf = db.Departments.Where(d => parents.Contains(d.ParentId!.Value)).OrderBy(d => d.NameKey);
            var below = await Rows(db, partsOf).ToListAsync(cancellation);
            level = [];
            foreach (var siblings in below.GroupBy(row => row.ParentId!.Value))
                level.AddRange(parts[siblings.Key] = [.. siblings.Take(MostParts)]);
            count += level.Count;
        }
        return [.. roots.Select(root => ToBranch(root, parts))];
    }

    /// <summary>The first departments that deliver no service line, by name, and how many there are.</summary>
    public async Task<(int Count, IReadOnlyList<DepartmentChoice> Departments)> WithoutServiceLineAsync(
        int most, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var departments = db.Departments.Where(d => !d.ServiceLines.Any(member => !member.ServiceLine.IsArchived));
        return (await departments.CountAsync(cancellation), await departments.OrderBy(d => d.NameKey).Take(most)
            .Select(d => new DepartmentChoice(d.Slug, d.Name, d.Office)).ToListAsync(cancellation));
    }

    private static IQueryable<Department> Roots(DirectoryDbContext db) =>
        db.Departments.Where(d => !db.Departments.Any(parent => parent.Id == d.ParentId));

    private static IQueryable<Row> Rows(DirectoryDbContext db, IQueryable<Department> departments) => departments.Select(d => new Row(
        d.Id, d.ParentId, d.Slug, d.Name, d.Icon, d.Office,
        db.FunctionOwners.Count(o => o.DepartmentId == d.Id && !o.BusinessFunction.IsArchived),
        db.Departments.Count(part => part.ParentId == d.Id)));

    private static OrganisationBranch ToBranch(Row row, Dictionary<int, List<Row>> parts) => new(
        row.Slug, row.Name, row.Icon, row.Office, row.FunctionCount, row.PartCount,
        [.. parts.GetValueOrDefault(row.Id, []).Select(part => ToBranch(part, parts))]);

    private sealed record Row(
        int Id, int? ParentId, string Slug, string Name, string Icon, Office Office, int FunctionCount, int PartCount);
}
