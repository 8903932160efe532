using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Data;

/// <summary>Long reads of one state of the database.</summary>
public static class ReadTransaction
{
    /// <summary>Begins a transaction that only reads: all of it sees one state of the database, and no write waits for it.</summary>
    public static async Task<DbTransaction> BeginReadAsync(this DirectoryDbContext db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var transaction = db.Dialect.BeginReadTransaction(db.Database.GetDbConnection());
        await db.Database.UseTransactionAsync(transaction, cancellation);
        return transaction;
    }
}
