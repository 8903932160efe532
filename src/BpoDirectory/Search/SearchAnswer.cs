using BpoDirectory.Data;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Search;

/// <summary>The directory's answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchAnswer
{
    /// <summary>
    /// The question as used: at most 200 characters and 16 words, without control characters; empty when nothing was asked.
    /// </summary>
    public required string Query { get; init; }

    /// <summary>The reading that was answered instead of an evident misspelling, else null.</summary>
    public string? CorrectedQuery { get; init; }

    /// <summary>
    /// What the question says beside its subject and the directory does not know, as typed: "Manila office". It was left aside.
    /// </summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What the question names that the answer is narrowed to.</summary>
    public IReadOnlyList<Narrowing> Narrowings { get; init; } = [];

    /// <summary>Whether nothing answers there, and this is the answer without it.</summary>
    public bool IsNarrowedInVain { get; init; }

    /// <summary>Close wordings that do have answers, when there is no answer.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Outsourcing types that the question names, shown above the departments; only on the first page.</summary>
    public IReadOnlyList<TypeAnswer> OutsourcingTypes { get; init; } = [];

    /// <summary>The function that answers the question evidently, to stand above everything else; only on the first page.</summary>
    public FunctionAnswer? Function { get; init; }

    /// <summary>Whether the search ran out of time and answers with what it had.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Whether the directory has an answer to the question, filters aside.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Whether words of the catalog cover the whole question, with nothing left aside, unfinished or misspelt.</summary>
    public bool IsWhole { get; init; }

    /// <summary>By what the directory answers the question, filters aside.</summary>
    public SearchOutcome Outcome => !IsAnswered ? SearchOutcome.Nothing : IsByMeaning ? SearchOutcome.Meaning : SearchOutcome.Words;

    /// <summary>Whether no department has any word of the question.</summary>
    internal bool IsByMeaning { get; init; }

    /// <summary>How many departments answer, over all pages.</summary>
    public required int Total { get; init; }

    /// <summary>
    /// How many departments have to do with the question and are less likely to answer it: left out, unless
    /// <see cref="SearchBreadth.All"/> is asked for. None where so many have to do with it that not every one is rated.
    /// </summary>
    public int LessLikely { get; init; }

    public required int Page { get; init; }

    public required int PageSize { get; init; }

    public required IReadOnlyList<DepartmentResult> Items { get; init; }

    public required SearchFacets Facets { get; init; }
}

/// <summary>What a question names that departments are narrowed to.</summary>
/// <param name="Choice">What it names.</param>
/// <param name="Rest">The question without it.</param>
public sealed record Narrowing(NamedChoice Choice, string Rest);

/// <summary>An outsourcing type that answers a question by its name.</summary>
public sealed record TypeAnswer(string Slug, string Acronym, string Name, string Summary);

/// <summary>A function that answers a question, with its owners in order, and the reason it was found by.</summary>
public sealed record FunctionAnswer(string Slug, string Name, IReadOnlyList<FunctionAnswerOwner> Owners, SearchMatch Match);

/// <summary>An owner of a function that answers a question.</summary>
/// <param name="Slug">The department's slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Office">Whether its work faces the client's customers.</param>
/// <param name="Channel">The best way to reach it about the function; null where nothing says how.</param>
/// <param name="Hours">When it can be reached; null where nothing says so.</param>
public sealed record FunctionAnswerOwner(
    string Slug, string Name, string Icon, Office Office, ChannelDetails? Channel = null, OpeningHours? Hours = null)
{
    /// <summary>Whom to turn to when the main owner did not help, in order; none for the others.</summary>
    public IReadOnlyList<EscalationDetails> Escalation { get; init; } = [];
}

/// <summary>A department in a list, with the reason it is there.</summary>
public sealed record DepartmentResult
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The icon's name, one of <see cref="DepartmentIcons.Names"/>.</summary>
    public required string Icon { get; init; }

    public required Office Office { get; init; }

    public required OfficeBasis OfficeBasis { get; init; }

    public required Side Side { get; init; }

    public required NamedLink? Parent { get; init; }

    public required IReadOnlyList<NamedLink> ServiceLines { get; init; }

    /// <summary>Outsourcing types near the department; the name is the acronym.</summary>
    public required IReadOnlyList<NamedLink> OutsourcingTypes { get; init; }

    public required string Summary { get; init; }

    /// <summary>The best way to reach it; null where nothing says how.</summary>
    public ChannelDetails? Channel { get; init; }

    /// <summary>When it can be reached; null where nothing says so.</summary>
    public OpeningHours? Hours { get; init; }

    public required int Version { get; init; }

    /// <summary>When this version was saved, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Why the department answers; null when nothing was asked.</summary>
    public SearchMatch? Match { get; init; }

    /// <summary>Whether the best answer is much better than this one.</summary>
    public bool IsLessLikely { get; init; }
}

/// <summary>The part of a department in which a question was met, weightiest first.</summary>
public enum MatchField
{
    Name,
    Alias,
    Function,
    Responsibility,
    ServiceLine,
    Type,
    Summary,
    Description,

    /// <summary>How it is reached.</summary>
    Channel,
    Tag,

    /// <summary>What it promises.</summary>
    ServiceLevel,
    Link,
}

/// <summary>By what a department answers.</summary>
public enum MatchKind
{
    /// <summary>It has words of the question.</summary>
    Words,

    /// <summary>It says something close in meaning.</summary>
    Meaning,
}

/// <summary>Where a question was met.</summary>
/// <param name="Field">The part of the department.</param>
/// <param name="Text">Its text; of a long one, the passage around the match.</param>
/// <param name="Highlights">The matched ranges of <paramref name="Text"/>, in order, without overlaps.</param>
public sealed record SearchMatch(MatchField Field, string Text, IReadOnlyList<TextRange> Highlights)
{
    /// <summary>By what the text answers; one that is close in meaning has no highlights.</summary>
    public MatchKind By { get; init; }
}

/// <summary>A range of a text in UTF-16 code units.</summary>
public readonly record struct TextRange(int Start, int Length);

/// <summary>Counts over the whole result, each facet without its own selection; only values that occur or are selected.</summary>
public sealed record SearchFacets(IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> Values)
{
    public static SearchFacets Empty { get; } = new(new Dictionary<Facet, IReadOnlyList<FacetValue>>());

    public bool IsEmpty => Values.Values.All(values => values.Count == 0);

    /// <summary>The values of a facet.</summary>
    public IReadOnlyList<FacetValue> this[Facet facet] => Values.GetValueOrDefault(facet) ?? [];
}

/// <summary>A value one can narrow by: as in an address, as for a reader, and how many departments it would leave.</summary>
public sealed record FacetValue(string Value, string Label, int Count);
