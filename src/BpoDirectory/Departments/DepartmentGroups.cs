using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A department as overviews show it.</summary>
public sealed record DepartmentOverview(string Slug, string Name, string Summary, string? ParentName);

/// <summary>The departments of one office, by name.</summary>
/// <param name="Office">The office.</param>
/// <param name="Count">How many departments it has in all.</param>
/// <param name="Departments">The first of them, by name.</param>
public sealed record OfficeGroup(Office Office, int Count, IReadOnlyList<DepartmentOverview> Departments);

/// <summary>Reads the overview that stands on the home page when nothing is asked.</summary>
public sealed class DepartmentGroups(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>Most departments shown for one office; a larger directory links to the list for the rest.</summary>
    public const int MostPerOffice = 50;

    /// <summary>The offices that have departments, front office first, each with its count and first departments.</summary>
    public async Task<IReadOnlyList<OfficeGroup>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var groups = new List<OfficeGroup>();
        foreach (var office in Enum.GetValues<Office>())
        {
            var departments = db.Departments.Where(d => d.Office == office && !d.IsArchived);
            var count = await departments.CountAsync(cancellation);
            if (count == 0)
                continue;
            groups.Add(new OfficeGroup(office, count, await departments
                .OrderBy(d => d.Name)
                .Take(MostPerOffice)
                .Select(d => new DepartmentOverview(d.Slug, d.Name, d.Summary, d.Parent!.IsArchived ? null : d.Parent.Name))
                .ToListAsync(cancellation)));
        }
        return groups;
    }
}
