using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace BpoDirectory.Data.PostgreSql;

/// <summary>The directory's database in PostgreSQL, which has migrations of its own.</summary>
public sealed class PostgreSqlDbContext(DbContextOptions<PostgreSqlDbContext> options) : DirectoryDbContext(options)
{
    /// <summary>On which one program tells the others that it changed something; each by its application name.</summary>
    internal const string Channel = "directory_changes";

    // Names and the keys beside them are compared by their bytes, as in a file, whatever the collation of the database is.
    private const string ByBytes = "C";

    // Any number, as long as all programs take the same one.
    private const long Turn = 5_171_306;

    private bool _isTold;

    internal override SqlDialect Dialect => PostgreSqlDialect.Instance;

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Change.IsAny && !_isTold)
        {
            // Told when the transaction is committed, and only then.
            await Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, current_setting('application_name'))", cancellationToken);
            _isTold = true;
        }
        return saved;
    }

    // One writer at a time among all programs: whoever reads in a write sees what the one before it has committed.
    internal override async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellation)
    {
        var transaction = await base.BeginWriteAsync(cancellation);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn})", cancellation);
        return transaction;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("citext");
        foreach (var table in modelBuilder.Model.GetEntityTypes().Where(type => !type.IsMappedToJson()))
        {
            // Without quotes, PostgreSQL takes every name for one of small letters.
            table.SetTableName(table.GetTableName()!.ToLowerInvariant());
            foreach (var property in table.GetProperties())
                Adapt(property);
        }
        // A word of SQL, which every query has to quote.
        modelBuilder.Entity<EscalationStep>().Property(step => step.When).HasColumnName(nameof(EscalationStep.When));
    }

    private static void Adapt(IMutableProperty property)
    {
        property.SetColumnName(property.GetColumnName().ToLowerInvariant());
        if (property.ClrType != typeof(string))
            return;
        if (property.GetCollation() == TextMatch.IgnoreCase)
            property.SetColumnType("citext");
        property.SetCollation(ByBytes);
    }
}
