using BpoDirectory.Data;
using BpoDirectory.Data.Queries;

namespace BpoDirectory.Departments;

/// <summary>A department as overviews show it, with the number of functions that it owns, alone or with others.</summary>
public sealed record DepartmentOverview(string Slug, string Name, string Icon, string Summary, int FunctionCount);

/// <summary>The departments of one office, by name.</summary>
/// <param name="Office">The office.</param>
/// <param name="Count">How many departments it has in all.</param>
/// <param name="Departments">The first of them, by name.</param>
public sealed record OfficeGroup(Office Office, int Count, IReadOnlyList<DepartmentOverview> Departments);

/// <summary>Reads the overview that stands on the home page when nothing is asked.</summary>
public sealed class DepartmentGroups(PreparedReads reads)
{
    /// <summary>Most departments shown for one office; a larger directory links to the list for the rest.</summary>
    public const int MostPerOffice = 50;

    /// <summary>The offices that have departments, front office first, each with its count and first departments.</summary>
    public IReadOnlyList<OfficeGroup> List() => reads.Read(session => Enum.GetValues<Office>()
        .Select(office => Group(session, office))
        .Where(group => group.Count > 0)
        .ToList());

    private static OfficeGroup Group(ReadSession session, Office office) => new(
        office,
        CatalogQueries.CountDepartments(session, office),
        CatalogQueries.Departments(session, office, MostPerOffice)
            .ConvertAll(d => new DepartmentOverview(d.Slug, d.Name, d.Icon, d.Summary, d.FunctionCount)));
}
