using BpoDirectory.Data;

namespace BpoDirectory.Search.Facets;

/// <summary>What a department is narrowed and sorted by; lines and types are places in their facet's list.</summary>
public sealed record DepartmentFacts(int Id, string Name, DateTime UpdatedAt, Office Office, Side Side, int[] ServiceLines, int[] OutsourcingTypes);

/// <summary>The service lines and outsourcing types one can narrow by, in order, and the place of each by its key.</summary>
/// <param name="Lines">The service lines.</param>
/// <param name="LinePlaces">Their places by their keys.</param>
/// <param name="Types">The outsourcing types, by acronym and name.</param>
/// <param name="Acronyms">The same, by acronym alone.</param>
/// <param name="TypePlaces">Their places by their keys.</param>
public sealed record FacetValues(
    NamedLink[] Lines, IReadOnlyDictionary<int, int> LinePlaces, NamedLink[] Types, NamedLink[] Acronyms, IReadOnlyDictionary<int, int> TypePlaces)
{
    /// <summary>Whether departments that are narrowed by the others can be narrowed by these as they are.</summary>
    public bool AreLike(FacetValues others) =>
        Lines.SequenceEqual(others.Lines) && Types.SequenceEqual(others.Types) && Acronyms.SequenceEqual(others.Acronyms)
        && LinePlaces.OrderBy(place => place.Key).SequenceEqual(others.LinePlaces.OrderBy(place => place.Key))
        && TypePlaces.OrderBy(place => place.Key).SequenceEqual(others.TypePlaces.OrderBy(place => place.Key));
}
