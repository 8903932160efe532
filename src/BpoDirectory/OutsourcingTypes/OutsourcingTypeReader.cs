using System.Linq.Expressions;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.OutsourcingTypes;

/// <summary>A department near an outsourcing type, and what brings the two together.</summary>
public sealed record NearDepartment(string Slug, string Name, string Icon, Office Office, string Reason);

/// <summary>An outsourcing type with the departments nearest to it, nearest first.</summary>
/// <param name="Slug">The type's slug.</param>
/// <param name="Acronym">What the field calls it.</param>
/// <param name="Name">What the acronym stands for.</param>
/// <param name="Summary">One or two sentences: what is outsourced.</param>
/// <param name="Description">Markdown.</param>
/// <param name="Synonyms">Wordings people look for it by.</param>
/// <param name="DepartmentCount">How many departments are near it; the API lists them all and needs no count.</param>
/// <param name="Departments">These departments, or the nearest of them.</param>
/// <param name="Sources">The sources that state it.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record OutsourcingTypeDetails(
    string Slug, string Acronym, string Name, string Summary, string Description, IReadOnlyList<string> Synonyms,
    [property: JsonIgnore] int DepartmentCount, IReadOnlyList<NearDepartment> Departments, IReadOnlyList<SourceLink> Sources,
    int Version, DateTime UpdatedAt);

/// <summary>What an outsourcing type is called.</summary>
public sealed record OutsourcingTypeName(string Slug, string Acronym, string Name);

/// <summary>Reads the outsourcing types.</summary>
public sealed class OutsourcingTypeReader(PreparedReads reads, IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>All types by acronym, each with all its departments or the nearest <paramref name="mostDepartments"/>.</summary>
    public async Task<IReadOnlyList<OutsourcingTypeDetails>> ListAsync(
        int mostDepartments = int.MaxValue, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.OutsourcingTypes.AsSplitQuery().OrderBy(type => type.AcronymKey).Select(ToDetails(mostDepartments))
            .ToListAsync(cancellation);
    }

    /// <summary>The names of all types, by acronym.</summary>
    public IReadOnlyList<OutsourcingTypeName> Names() =>
        reads.Read(CatalogQueries.OutsourcingTypes).ConvertAll(type => new OutsourcingTypeName(type.Slug, type.Acronym, type.Name));

    /// <summary>
    /// One type by its slug, with all its departments or the nearest <paramref name="mostDepartments"/>, or null; archived ones only where
    /// <paramref name="evenArchived"/>.
    /// </summary>
    public async Task<OutsourcingTypeDetails?> FindAsync(
        string slug, int mostDepartments = int.MaxValue, bool evenArchived = false, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.OutsourcingTypes.IncludingArchived(evenArchived).AsSplitQuery().Where(type => type.Slug == slug)
            .OrderBy(type => type.Id)
            .Select(ToDetails(mostDepartments)).FirstOrDefaultAsync(cancellation);
    }

    private static Expression<Func<OutsourcingType, OutsourcingTypeDetails>> ToDetails(int mostDepartments) =>
        type => new OutsourcingTypeDetails(
        type.Slug,
        type.Acronym,
        type.Name,
        type.Summary,
        type.Description,
        type.Synonyms.OrderBy(s => s.Rank).Select(s => s.Text).ToList(),
        type.Departments.Count(n => !n.Department.IsArchived),
        type.Departments.Where(n => !n.Department.IsArchived).OrderBy(n => n.Rank).Take(mostDepartments)
            .Select(n => new NearDepartment(
                n.Department.Slug, n.Department.Name, n.Department.Icon, n.Department.Office, n.Reason)).ToList(),
        type.Sources.OrderBy(s => s.Id).Select(s => new SourceLink(s.Code, s.Slug, s.Title)).ToList(),
        type.Version,
        type.UpdatedAt);
}
