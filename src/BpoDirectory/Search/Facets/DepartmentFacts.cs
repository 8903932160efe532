using BpoDirectory.Data;

namespace BpoDirectory.Search.Facets;

/// <summary>What a department is narrowed and sorted by; lines and types are indexes in their facet's list.</summary>
public sealed record DepartmentFacts(int Id, string NameKey, DateTime UpdatedAt, Office Office, Side Side, int[] ServiceLines, int[] OutsourcingTypes);

/// <summary>The service lines and outsourcing types one can narrow by, in order, and the index of each by its key.</summary>
/// <param name="Lines">The service lines.</param>
/// <param name="LineIndexes">Their indexes by their keys.</param>
/// <param name="Types">The outsourcing types, by acronym and name.</param>
/// <param name="Acronyms">The same, by acronym alone.</param>
/// <param name="TypeIndexes">Their indexes by their keys.</param>
public sealed record FacetValues(
    NamedLink[] Lines, IReadOnlyDictionary<int, int> LineIndexes, NamedLink[] Types, NamedLink[] Acronyms, IReadOnlyDictionary<int, int> TypeIndexes)
{
    /// <summary>Whether departments that are narrowed by the others can be narrowed by these as they are.</summary>
    public bool AreLike(FacetValues others) =>
        Lines.SequenceEqual(others.Lines) && Types.SequenceEqual(others.Types) && Acronyms.SequenceEqual(others.Acronyms)
        && LineIndexes.OrderBy(index => index.Key).SequenceEqual(others.LineIndexes.OrderBy(index => index.Key))
        && TypeIndexes.OrderBy(index => index.Key).SequenceEqual(others.TypeIndexes.OrderBy(index => index.Key));
}
