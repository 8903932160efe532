using System.Globalization;
using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Components.Reader.Search;

/// <summary>A value chosen to narrow results by, as it stands in an address.</summary>
public sealed record FacetChoice(Facet Facet, string Value);

/// <summary>The whole state of a page of results as its address holds it; values nobody can mean are left out.</summary>
public sealed record ResultsAddress
{
    /// <summary>Departments on a page: even in one, two and three columns.</summary>
    public const int PageSize = 24;

    // As long as the search box lets it be; every link of the page repeats it.
    private const int LongestQuery = 200;

    // More choices than a directory has facet values, and a bound on what a hostile address makes the page repeat.
    private const int MostChoices = 30;
    private const int LastThinkablePage = 1_000_000;

    /// <summary>The page: <c>/</c> or <c>/departments</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The question as typed.</summary>
    public string Query { get; init; } = "";

    public IReadOnlyList<FacetChoice> Choices { get; init; } = [];

    /// <summary>The order asked for, or null for the usual one.</summary>
    public DepartmentSort? Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool IsReversed { get; init; }

    /// <summary>A table instead of cards.</summary>
    public bool IsTable { get; init; }

    /// <summary>The less likely answers too.</summary>
    public bool IsBroad { get; init; }

    /// <summary>Whether names in the question narrow nothing.</summary>
    public bool IsAsWords { get; init; }

    /// <summary>The facet of which all values are listed, not only those that most departments have.</summary>
    public Facet? Whole { get; init; }

    /// <summary>From 1, or null when the address asks for a page that is no page number.</summary>
    public int? Page { get; init; } = 1;

    /// <summary>Whether the address asks for anything, so that the answer is a list of results.</summary>
    public bool IsAsked => !string.IsNullOrWhiteSpace(Query) || Choices.Count > 0 || Sort is not null || IsTable || Page != 1;

    /// <summary>The order in effect: the best answer first when something is asked, else by name.</summary>
    public DepartmentSort Order =>
        string.IsNullOrWhiteSpace(Query) && Sort is null or DepartmentSort.Relevance
            ? DepartmentSort.Name
            : Sort ?? DepartmentSort.Relevance;

    /// <summary>Reads the parameters of an address; unknown values of closed lists are ignored.</summary>
    public static ResultsAddress Read(
        string path, string? query, IReadOnlyDictionary<Facet, string[]?> chosen, string? sort, string? reverse, string? view,
        string? breadth, string? reading, string? whole, string? page) => new()
        {
            Path = path,
            Query = Shortened(query ?? ""),
            Choices =
            [
                .. chosen.OrderBy(values => values.Key)
                    .SelectMany(values => values.Key switch
                    {
                        Facet.Office => Known<Office>(values.Key, values.Value),
                        Facet.Delivery => Known<Delivery>(values.Key, values.Value),
                        Facet.Side => Known<Side>(values.Key, values.Value),
                        _ => Named(values.Key, values.Value),
                    })
                    .Distinct()
                    .Take(MostChoices),
            ],
            Sort = Parse<DepartmentSort>(sort),
            IsReversed = reverse == "1",
            IsTable = view == "table",
            IsBroad = breadth == "all",
            IsAsWords = reading == "words",
            Whole = Parse<Facet>(whole),
            Page = PageNumber(page),
        };

    /// <summary>The same with one choice more, or without it when it was chosen; on the first page.</summary>
    public ResultsAddress Toggle(FacetChoice choice) =>
        this with { Page = 1, Choices = Choices.Contains(choice) ? [.. Choices.Where(other => other != choice)] : [.. Choices, choice] };

    /// <summary>The same in the order of a column; turned round when that is the order already. On the first page.</summary>
    public ResultsAddress SortBy(DepartmentSort sort) => this with { Sort = sort, IsReversed = sort == Order && !IsReversed, Page = 1 };

    /// <summary>What the directory is asked.</summary>
    public SearchRequest ToRequest() => new()
    {
        Text = Query,
        Offices = [.. Values(Facet.Office).Select(Enum<Office>)],
        ServiceLines = [.. Values(Facet.Line)],
        OutsourcingTypes = [.. Values(Facet.Type)],
        Sites = [.. Values(Facet.Site)],
        Languages = [.. Values(Facet.Language)],
        Clients = [.. Values(Facet.Client)],
        Deliveries = [.. Values(Facet.Delivery).Select(Enum<Delivery>)],
        Partners = [.. Values(Facet.Partner)],
        Tags = [.. Values(Facet.Tag)],
        Sides = [.. Values(Facet.Side).Select(Enum<Side>)],
        Sort = Order,
        IsReversed = IsReversed,
        IsAsWords = IsAsWords,
        Breadth = IsBroad ? SearchBreadth.All : SearchBreadth.Likely,
        Page = Page ?? 1,
        PageSize = PageSize,
    };

    /// <summary>
    /// How links to answers are followed: whole, because only then the browser says from which page. Null where nothing was asked.
    /// </summary>
    public string? EnhanceNavigation => string.IsNullOrWhiteSpace(Query) ? null : "false";

    /// <summary>Every parameter but the question, as a form or an address carries them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        foreach (var choice in Choices)
            yield return new(Name(choice.Facet), choice.Value);
        if (Sort is { } sort)
            yield return new("sort", Name(sort));
        if (IsReversed)
            yield return new("reverse", "1");
        if (IsTable)
            yield return new("view", "table");
    }

    /// <summary>Path and query.</summary>
    public override string ToString()
    {
        var address = new StringBuilder(Path);
        var separator = '?';
        foreach (var (name, value) in AllParameters())
        {
            address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return address.ToString();
    }

    /// <summary>The parameter or value that stands for an enum value in an address.</summary>
    public static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private IEnumerable<KeyValuePair<string, string>> AllParameters()
    {
        if (!string.IsNullOrWhiteSpace(Query))
            yield return new("q", Query);
        foreach (var parameter in Parameters())
            yield return parameter;
        if (IsBroad)
            yield return new("breadth", "all");
        if (IsAsWords)
            yield return new("reading", "words");
        if (Whole is { } whole)
            yield return new("all", Name(whole));
        if (Page > 1)
            yield return new("page", Page.Value.ToString(CultureInfo.InvariantCulture));
    }

    private IEnumerable<string> Values(Facet facet) => Choices.Where(choice => choice.Facet == facet).Select(choice => choice.Value);

    private static IEnumerable<FacetChoice> Known<T>(Facet facet, string[]? values) where T : struct, Enum =>
        (values ?? []).Select(value => Parse<T>(value)).OfType<T>().Select(value => new FacetChoice(facet, Name(value)));

    private static IEnumerable<FacetChoice> Named(Facet facet, string[]? slugs) =>
        (slugs ?? []).Where(slug => slug.Length is > 0 and <= Rules.SlugLength).Select(slug => new FacetChoice(facet, slug));

    // Not Enum.TryParse: it takes numbers and lists for names.
    private static T? Parse<T>(string? value) where T : struct, Enum
    {
        foreach (var candidate in System.Enum.GetValues<T>())
            if (Name(candidate) == value)
                return candidate;
        return null;
    }

    private static T Enum<T>(string value) where T : struct, Enum => Parse<T>(value)!.Value;

    // Never through the middle of a character of two code units.
    private static string Shortened(string query) =>
        query.Length <= LongestQuery ? query : query[..(char.IsHighSurrogate(query[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];

    private static int? PageNumber(string? page)
    {
        if (page is null)
            return 1;
        if (page.Length == 0 || !page.All(char.IsAsciiDigit) || page.All(digit => digit == '0'))
            return null;
        return int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, LastThinkablePage) : LastThinkablePage;
    }
}
