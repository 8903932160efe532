using BpoDirectory.Components.Reader.Search;
using BpoDirectory.Data;
using BpoDirectory.Search;

namespace BpoDirectory.Tests.Components.Reader.Search;

/// <summary>Answers as tests of the result components need them.</summary>
internal static class Answers
{
    public static ResultsAddress Asked(string query = "", int page = 1, params FacetChoice[] choices) =>
        new() { Path = "/", Query = query, Page = page, Choices = choices };

    public static SearchAnswer WithTotal(int total, string query = "", params DepartmentResult[] items) => new()
    {
        Query = query,
        Total = total,
        Page = 1,
        PageSize = ResultsAddress.PageSize,
        Items = items,
        Facets = SearchFacets.Empty,
    };

    public static DepartmentResult Department(string name, SearchMatch? match = null) => new()
    {
        Slug = name.ToLowerInvariant().Replace(' ', '-'),
        Name = name,
        Aliases = [],
        Icon = "payments",
        Office = Office.Back,
        OfficeBasis = OfficeBasis.Stated,
        Side = Side.Provider,
        Parent = null,
        ServiceLines = [],
        OutsourcingTypes = [],
        Summary = $"What {name} does.",
        Version = 1,
        UpdatedAt = new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc),
        Match = match,
    };
}
