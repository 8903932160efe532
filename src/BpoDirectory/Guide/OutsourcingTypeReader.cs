using System.Linq.Expressions;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Guide;

/// <summary>A department near an outsourcing type, and what brings the two together.</summary>
public sealed record NearDepartment(string Slug, string Name, Office Office, string Reason);

/// <summary>An outsourcing type with the departments nearest to it, nearest first.</summary>
public sealed record OutsourcingTypeDetails(
    string Slug, string Acronym, string Name, string Summary, string Description, IReadOnlyList<string> Synonyms,
    IReadOnlyList<NearDepartment> Departments, IReadOnlyList<SourceLink> Sources);

/// <summary>Reads the outsourcing types.</summary>
public sealed class OutsourcingTypeReader(IDbContextFactory<DirectoryDbContext> contexts)
{
    private static readonly Expression<Func<OutsourcingType, OutsourcingTypeDetails>> ToDetails = type => new OutsourcingTypeDetails(
        type.Slug,
        type.Acronym,
        type.Name,
        type.Summary,
        type.Description,
        type.Synonyms.OrderBy(s => s.Rank).Select(s => s.Text).ToList(),
        type.Departments.Where(n => !n.Department.IsArchived).OrderBy(n => n.Rank)
            .Select(n => new NearDepartment(n.Department.Slug, n.Department.Name, n.Department.Office, n.Reason)).ToList(),
        type.Sources.OrderBy(s => s.Id).Select(s => new SourceLink(s.Code, s.Slug, s.Title)).ToList());

    /// <summary>All types by acronym.</summary>
    public async Task<IReadOnlyList<OutsourcingTypeDetails>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.OutsourcingTypes.AsSplitQuery().OrderBy(type => type.Acronym).Select(ToDetails).ToListAsync(cancellation);
    }

    /// <summary>One type by its slug, or null.</summary>
    public async Task<OutsourcingTypeDetails?> FindAsync(string slug, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.OutsourcingTypes.AsSplitQuery().Where(type => type.Slug == slug).OrderBy(type => type.Id)
            .Select(ToDetails).FirstOrDefaultAsync(cancellation);
    }
}
