using System.Data.Common;

namespace BpoDirectory.Data.Queries;

/// <summary>
/// What differs between the databases in SQL that is written by hand. Most of it is understood by all of them; a list of keys or texts is
/// <c>IN (SELECT value FROM json_each($1))</c>.
/// </summary>
public abstract class SqlDialect
{
    /// <summary>The statement that begins a read of one state of the database.</summary>
    public abstract string BeginRead { get; }

    /// <summary>What stands behind the name of a table that is to be read by way of this index.</summary>
    public abstract string IndexedBy(string index);

    /// <summary>The parameter <c>$number</c>, counted from 1.</summary>
    public abstract DbParameter CreateParameter(int number);

    /// <summary>Gives a parameter its value: a number, a text, a time, bytes, or a list of numbers or texts.</summary>
    public abstract void SetValue(DbParameter parameter, object value);

    /// <summary>Begins a transaction that only reads, of one state of the database.</summary>
    public abstract DbTransaction BeginReadTransaction(DbConnection connection);
}
