using BpoDirectory.Data.Sqlite;

namespace BpoDirectory.Departments;

/// <summary>Reads departments as pages and the API show them; archived ones do not exist here.</summary>
public sealed class DepartmentReader(PreparedReads reads, DepartmentNames names)
{
    /// <summary>Most co-owners named for one function; the function's own page names them all.</summary>
    public const int MostCoOwners = 5;

    /// <summary>One department by its present slug, or null.</summary>
    /// <param name="slug">The slug that it has now.</param>
    /// <param name="evenArchived">Whether one that readers no longer see is found too.</param>
    public DepartmentDetails? Find(string slug, bool evenArchived = false)
    {
        var rows = new DepartmentRows(names.Current.Find);
        reads.Each(DepartmentSql.Everything, rows.Add, slug, MostCoOwners + 1, evenArchived ? 1 : 0);
        return rows.ToDetails();
    }
}
