using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BpoDirectory.Data.Sqlite;

/// <summary>Makes the context for <c>dotnet ef</c>, which then starts no program; no database is opened to add a migration.</summary>
public sealed class DirectoryDbContextFactory : IDesignTimeDbContextFactory<DirectoryDbContext>
{
    public DirectoryDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<DirectoryDbContext>();
        DirectoryConnection.Configure(options, "design-time.db");
        return new DirectoryDbContext(options.Options);
    }
}
