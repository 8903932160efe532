using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace BpoDirectory.Data.PostgreSql;

/// <summary>Makes the context for <c>dotnet ef</c>, which then starts no program; no server is asked to add a migration.</summary>
public sealed class PostgreSqlDbContextFactory : IDesignTimeDbContextFactory<PostgreSqlDbContext>
{
    public PostgreSqlDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlDbContext>();
        PostgreSqlConnection.Configure(options, NpgsqlDataSource.Create("Host=localhost"));
        return new PostgreSqlDbContext(options.Options);
    }
}
