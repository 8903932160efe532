using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

Console.Error.WriteLine("This program only lends itself to `dotnet ef`; see the README on how to add a migration.");
return 1;

namespace BpoDirectory.DesignTime
{
    /// <summary>Makes the context for <c>dotnet ef</c>; no database is opened to add a migration.</summary>
    public sealed class DirectoryDbContextFactory : IDesignTimeDbContextFactory<DirectoryDbContext>
    {
        public DirectoryDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<DirectoryDbContext>();
            DirectoryConnection.Configure(options, "design-time.db");
            return new DirectoryDbContext(options.Options);
        }
    }
}
