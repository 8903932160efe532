using BpoDirectory.Data;

namespace BpoDirectory.Search.Facets;

/// <summary>What a department is narrowed and sorted by.</summary>
/// <param name="Id">The department's key.</param>
/// <param name="NameKey">The key of its name.</param>
/// <param name="UpdatedAt">Its latest change, in UTC.</param>
/// <param name="Values">For each facet, in order, the indexes of its values.</param>
public sealed record DepartmentFacts(int Id, string NameKey, DateTime UpdatedAt, int[][] Values);

/// <summary>What one can choose of a facet, in order, and the index of each choice that has a row by the key of that.</summary>
public sealed record FacetChoices(NamedLink[] Links, IReadOnlyDictionary<int, int> Indexes)
{
    /// <summary>Whether departments that are narrowed by the others can be narrowed by these as they are.</summary>
    public bool AreLike(FacetChoices others) =>
        Links.SequenceEqual(others.Links) && Indexes.OrderBy(index => index.Key).SequenceEqual(others.Indexes.OrderBy(index => index.Key));
}

/// <summary>What one can narrow departments by.</summary>
/// <param name="Choices">The choices of every facet.</param>
/// <param name="Acronyms">The outsourcing types, by acronym alone.</param>
public sealed record FacetValues(IReadOnlyDictionary<Facet, FacetChoices> Choices, NamedLink[] Acronyms)
{
    /// <summary>Whether departments that are narrowed by the others can be narrowed by these as they are.</summary>
    public bool AreLike(FacetValues others) =>
        Acronyms.SequenceEqual(others.Acronyms) && Choices.All(choices => choices.Value.AreLike(others.Choices[choices.Key]));
}
