namespace BpoDirectory.Data;

/// <summary>A row of an ordered list of an entry.</summary>
public interface IRankedRow
{
    int Id { get; }

    /// <summary>Gives the row another rank, from 1; who orders a list ranks all of it.</summary>
    void MoveTo(int rank);
}
