using BpoDirectory.Data;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Search;

/// <summary>The order of a list of departments.</summary>
public enum DepartmentSort
{
    /// <summary>Best answer first; by name when nothing is asked.</summary>
    Relevance,

    /// <summary>By name, A to Z.</summary>
    Name,

    /// <summary>Latest change first.</summary>
    Updated,

    /// <summary>Front office first, departments of no office last.</summary>
    Office,

    /// <summary>By summary, A to Z.</summary>
    Summary,

    /// <summary>Those that own most functions first.</summary>
    Functions,

    /// <summary>By the first of their service lines, in the catalog's order; those of none last.</summary>
    Lines,

    /// <summary>By the name of the department that they are a part of; those that are a part of none last.</summary>
    Parent,
}

/// <summary>How many of the departments that have to do with a question are wanted.</summary>
public enum SearchBreadth
{
    /// <summary>Those that answer it nearly as well as the best one.</summary>
    Likely,

    /// <summary>The less likely ones too.</summary>
    All,
}

/// <summary>What is asked of the directory. Values of one list are alternatives; different lists narrow each other.</summary>
public sealed record SearchRequest
{
    /// <summary>Most departments on a page.</summary>
    public const int LargestPage = 100;

    /// <summary>Departments on a page when nothing else is asked for.</summary>
    public const int UsualPage = 25;

    /// <summary>The question as typed, in any form and length; null or blank lists everything.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Office> Offices { get; init; } = [];

    /// <summary>Slugs of service lines; an unknown one matches nothing.</summary>
    public IReadOnlyList<string> ServiceLines { get; init; } = [];

    /// <summary>Slugs of outsourcing types; an unknown one matches nothing.</summary>
    public IReadOnlyList<string> OutsourcingTypes { get; init; } = [];

    /// <summary>Slugs of sites; an unknown one matches nothing.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>BCP 47 tags; an unknown one matches nothing.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Slugs of clients; an unknown one matches nothing, nor does any for who may not see clients.</summary>
    public IReadOnlyList<string> Clients { get; init; } = [];

    public IReadOnlyList<Delivery> Deliveries { get; init; } = [];

    /// <summary>Slugs of partners; an unknown one matches nothing.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Slugs of tags; an unknown one matches nothing.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<Side> Sides { get; init; } = [];

    public SearchBreadth Breadth { get; init; } = SearchBreadth.Likely;

    public DepartmentSort Sort { get; init; } = DepartmentSort.Relevance;

    /// <summary>Whether the order is turned round; the best answer stays first.</summary>
    public bool IsReversed { get; init; }

    /// <summary>
    /// Whether names of sites, languages, clients and partners in the question are words like others, and narrow nothing.
    /// </summary>
    public bool IsAsWords { get; init; }

    /// <summary>Who asks.</summary>
    public Audience Audience { get; init; } = Audience.Anybody;

    /// <summary>The kind of channel that is shown first where a department has one; null for its best.</summary>
    internal ChannelKind? Contact { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>From 1 to <see cref="LargestPage"/>.</summary>
    public int PageSize { get; init; } = UsualPage;

    /// <summary>The same, narrowed to what a question names as well.</summary>
    internal SearchRequest NarrowTo(Facet facet, IReadOnlyList<string> named) => facet switch
    {
        Facet.Site => this with { Sites = Both(Sites, named) },
        Facet.Client => this with { Clients = Both(Clients, named) },
        Facet.Partner => this with { Partners = Both(Partners, named) },
        Facet.Language => this with { Languages = Both(Languages, named) },
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "No question names such a facet."),
    };

    // What is chosen counts too, where the question leaves any of it.
    private static IReadOnlyList<string> Both(IReadOnlyList<string> chosen, IReadOnlyList<string> named) =>
        chosen.Count == 0 ? named : [.. chosen.Intersect(named).DefaultIfEmpty("")];

    /// <summary>What is chosen of a facet; nothing where it does not narrow.</summary>
    internal IReadOnlyList<string> Chosen(Facet facet) => facet switch
    {
        Facet.Office => [.. Offices.Select(office => office.ToString().ToLowerInvariant())],
        Facet.Line => ServiceLines,
        Facet.Type => OutsourcingTypes,
        Facet.Site => Sites,
        Facet.Language => Languages,
        Facet.Client => Clients,
        Facet.Delivery => [.. Deliveries.Select(delivery => delivery.ToString().ToLowerInvariant())],
        Facet.Partner => Partners,
        Facet.Tag => Tags,
        Facet.Side => [.. Sides.Select(side => side.ToString().ToLowerInvariant())],
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "There is no such facet."),
    };
}
