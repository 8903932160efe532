using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>Reads departments as pages and the API show them; archived ones do not exist here.</summary>
public sealed class DepartmentReader(PreparedReads reads, DepartmentNames names)
{
    /// <summary>Most co-owners named for one function; the function's own page names them all.</summary>
    public const int MostCoOwners = 5;

    /// <summary>One department by its present slug, or null.</summary>
    public DepartmentDetails? Find(string slug)
    {
        var rows = new DepartmentRows(names.Current.Find);
        reads.Each(DepartmentSql.Everything, rows.Add, slug, MostCoOwners + 1);
        return rows.ToDetails();
    }
}
