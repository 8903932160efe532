using BpoDirectory.Data.Queries;

namespace BpoDirectory.Search.Storage;

/// <summary>
/// The database as search sees it. This folder reads what is indexed and shown, and keeps the index; nothing else of search
/// knows SQL or which database it is.
/// </summary>
public sealed class SearchDatabase(PreparedReads reads)
{
    /// <summary>How many reads run at once; further ones wait for their turn.</summary>
    public static int MostReadsAtOnce => PreparedReads.MostAtOnce;

    /// <summary>Runs a read; all that it sees is of one state of the database. It must not begin another read.</summary>
    public T Read<T>(Func<SearchReader, T> read) => reads.Read(session => read(new SearchReader(session)));
}
