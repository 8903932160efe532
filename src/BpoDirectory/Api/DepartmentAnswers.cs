using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Api;

/// <summary>The departments that answer a question, one page of them.</summary>
/// <param name="Query">The question as it was used: at most 200 characters and 16 words.</param>
/// <param name="CorrectedQuery">The reading that was answered instead of an evident misspelling.</param>
/// <param name="Answer">The function that evidently answers the question, with its owners in order; only on the first page.</param>
/// <param name="Ignored">What the question says beside its subject and the directory does not know, as typed; it was left aside.</param>
/// <param name="Narrowed">What the question names that the answer is narrowed to, such as a site; left out where it names nothing.</param>
/// <param name="Suggestions">Close wordings that do have answers, when there is none.</param>
/// <param name="Total">How many departments answer, over all pages.</param>
/// <param name="LessLikely">
/// How many more have to do with the question, where there are any; they are among the items only with <c>breadth=all</c>.
/// </param>
/// <param name="Page">This page, from 1.</param>
/// <param name="PageSize">Departments on a page.</param>
/// <param name="Items">The departments of this page.</param>
/// <param name="Facets">Counts over the whole result, each facet without its own selection.</param>
/// <param name="Incomplete">Stands here, as true, only when time ran out: then these are the answers found until then.</param>
public sealed record DepartmentList(
    string Query, string? CorrectedQuery, QuestionAnswer? Answer, IReadOnlyList<string> Ignored,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] IReadOnlyList<NamedFilter>? Narrowed,
    IReadOnlyList<string> Suggestions, int Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int LessLikely, int Page, int PageSize,
    IReadOnlyList<DepartmentItem> Items, DepartmentFacets Facets,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Incomplete)
{
    internal static DepartmentList From(SearchAnswer answer, OpenNow now) => new(
        answer.Query, answer.CorrectedQuery, answer.Function is { } function ? QuestionAnswer.From(function, now) : null,
        answer.IsNarrowedInVain ? [.. answer.Ignored, .. answer.Narrowings.Select(narrowing => narrowing.Choice.Name)] : answer.Ignored,
        answer.IsNarrowedInVain || answer.Narrowings.Count == 0 ? null : [.. answer.Narrowings.Select(NamedFilter.From)],
        answer.Suggestions, answer.Total, answer.LessLikely, answer.Page, answer.PageSize,
        [.. answer.Items.Select(item => DepartmentItem.From(item, now))],
        new DepartmentFacets(
            Counts(answer.Facets[Facet.Office]), Counts(answer.Facets[Facet.Line]), Counts(answer.Facets[Facet.Type]),
            Counts(answer.Facets[Facet.Site]), Counts(answer.Facets[Facet.Language]),
            answer.Facets.Values.ContainsKey(Facet.Client) ? Counts(answer.Facets[Facet.Client]) : null,
            Counts(answer.Facets[Facet.Delivery]), Counts(answer.Facets[Facet.Partner]), Counts(answer.Facets[Facet.Tag])),
        answer.IsIncomplete);

    private static FacetCount[] Counts(IEnumerable<FacetValue> values) => [.. values.Select(v => new FacetCount(v.Value, v.Count))];
}

/// <summary>What a question names that departments are narrowed to.</summary>
/// <param name="Parameter">The parameter that narrows to the same.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Values">The parameter's values.</param>
public sealed record NamedFilter(string Parameter, string Name, IReadOnlyList<string> Values)
{
    internal static NamedFilter From(Narrowing narrowing) =>
        new(narrowing.Choice.Facet.ToString().ToLowerInvariant(), narrowing.Choice.Name, narrowing.Choice.Values);
}

/// <summary>A department in a list.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="Icon">The name of its icon, of Google's Material set.</param>
/// <param name="Office">Whether its work faces the client's customers.</param>
/// <param name="OfficeBasis">Whether a source states the office or an editor judged it.</param>
/// <param name="Side">Its side of an outsourcing contract.</param>
/// <param name="Parent">Slug of the department that it is a part of.</param>
/// <param name="ServiceLines">Slugs of the service lines that it delivers.</param>
/// <param name="OutsourcingTypes">Slugs of the outsourcing types near it.</param>
/// <param name="Summary">One or two sentences about it.</param>
/// <param name="Channel">The best way to reach it; null where nothing says how.</param>
/// <param name="Open">Whether it is open at the time of the answer; left out where nothing says so.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
/// <param name="Match">Why it answers; null when nothing was asked.</param>
public sealed record DepartmentItem(
    string Slug, string Name, IReadOnlyList<string> Aliases, string Icon, Office Office, OfficeBasis OfficeBasis, Side Side, string? Parent,
    IReadOnlyList<string> ServiceLines, IReadOnlyList<string> OutsourcingTypes, string Summary, ChannelAnswer? Channel,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OpenAnswer? Open, int Version, DateTime UpdatedAt,
    DepartmentMatch? Match)
{
    internal static DepartmentItem From(DepartmentResult result, OpenNow now) => new(
        result.Slug, result.Name, result.Aliases, result.Icon, result.Office, result.OfficeBasis, result.Side, result.Parent?.Slug,
        [.. result.ServiceLines.Select(l => l.Slug)], [.. result.OutsourcingTypes.Select(t => t.Slug)], result.Summary,
        ChannelAnswer.FromOptional(result.Channel), now.StateOf(result.Hours), result.Version, result.UpdatedAt,
        result.Match is { } match
            ? new DepartmentMatch(match.Field, match.By, match.Text, [.. match.Highlights.Select(h => new[] { h.Start, h.Length })])
            : null);
}

/// <summary>Where a department meets the question.</summary>
/// <param name="Field">The part of the department.</param>
/// <param name="By">Whether it has words of the question, or says something close in meaning.</param>
/// <param name="Text">That part's text, or the passage of it around the match.</param>
/// <param name="Highlights">The matched ranges of the text: start and length, in UTF-16 code units.</param>
public sealed record DepartmentMatch(MatchField Field, MatchKind By, string Text, IReadOnlyList<int[]> Highlights);

/// <summary>What evidently answers a question, above all departments.</summary>
/// <param name="Function">The function.</param>
/// <param name="Owners">The departments that own it, the main owner first.</param>
/// <param name="By">Whether it has words of the question, or says something close in meaning.</param>
public sealed record QuestionAnswer(NamedLink Function, IReadOnlyList<AnswerOwner> Owners, MatchKind By)
{
    internal static QuestionAnswer From(FunctionAnswer answer, OpenNow now) => new(
        new NamedLink(answer.Slug, answer.Name),
        [.. answer.Owners.Select(owner => new AnswerOwner(
            owner.Slug, owner.Name, owner.Office, ChannelAnswer.FromOptional(owner.Channel), now.StateOf(owner.Hours)))],
        answer.Match.By);
}

/// <summary>An owner of the function that answers a question.</summary>
/// <param name="Slug">The department's slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Office">Whether its work faces the client's customers.</param>
/// <param name="Channel">The best way to reach it about the function; null where nothing says how.</param>
/// <param name="Open">Whether it is open at the time of the answer; left out where nothing says so.</param>
public sealed record AnswerOwner(
    string Slug, string Name, Office Office, ChannelAnswer? Channel,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OpenAnswer? Open);

/// <summary>How many departments each further choice would leave.</summary>
public sealed record DepartmentFacets(
    IReadOnlyList<FacetCount> Office, IReadOnlyList<FacetCount> Line, IReadOnlyList<FacetCount> Type, IReadOnlyList<FacetCount> Site,
    IReadOnlyList<FacetCount> Language,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FacetCount>? Client,
    IReadOnlyList<FacetCount> Delivery, IReadOnlyList<FacetCount> Partner, IReadOnlyList<FacetCount> Tag);

/// <summary>A value of a parameter, and how many departments have it.</summary>
public sealed record FacetCount(string Value, int Count);

/// <summary>All that the directory says about one department.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="Icon">The name of its icon, of Google's Material set.</param>
/// <param name="Office">Whether its work faces the client's customers.</param>
/// <param name="OfficeBasis">Whether a source states the office or an editor judged it.</param>
/// <param name="OfficeReason">The words of the source, or the editor's reason.</param>
/// <param name="OfficeSources">Codes of the sources of the office.</param>
/// <param name="Side">Its side of an outsourcing contract.</param>
/// <param name="Parent">Slug of the department that it is a part of.</param>
/// <param name="Children">Slugs of the departments that are parts of it.</param>
/// <param name="ServiceLines">Slugs of the service lines that it delivers.</param>
/// <param name="OutsourcingTypes">Slugs of the outsourcing types near it.</param>
/// <param name="Summary">One or two sentences about it.</param>
/// <param name="Description">The description, in Markdown.</param>
/// <param name="Responsibilities">What it is responsible for, in order.</param>
/// <param name="Channel">The best way to reach it about all that it does; null where nothing says how.</param>
/// <param name="Channels">How it is reached, the best way first.</param>
/// <param name="Hours">When it can be reached; null where nothing says so.</param>
/// <param name="Open">Whether it is open at the time of the answer; left out where nothing says so.</param>
/// <param name="People">Who has which role in it, in order; left out where people are not shown.</param>
/// <param name="Escalation">Whom to turn to when it did not help, in order.</param>
/// <param name="ServiceLevels">What it promises, in order.</param>
/// <param name="Links">What it has elsewhere, in order.</param>
/// <param name="Delivery">Who does its work; null where nothing says so.</param>
/// <param name="Partner">Slug of the partner that does its work, or a part of it.</param>
/// <param name="ContractOwner">Who owns the contract with the partner.</param>
/// <param name="Clients">Slugs of the clients that it serves; left out where clients are not shown.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Sites">Slugs of the sites where it works.</param>
/// <param name="Languages">BCP 47 tags of the languages in which people can be served.</param>
/// <param name="Functions">The functions that it owns or co-owns.</param>
/// <param name="Related">Departments that share functions with it, most shared first.</param>
/// <param name="Sources">Every source that a fact about it cites.</param>
/// <param name="Keeper">
/// User name of the editor on whose list its reviews are; left out where nobody is named, or people are not shown.
/// </param>
/// <param name="ReviewIntervalDays">Days between two reviews; null for the directory's usual ones.</param>
/// <param name="ReviewedAt">When an editor last confirmed that all is still correct, in UTC; null when nobody has yet.</param>
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record DepartmentAnswer(
    string Slug, string Name, IReadOnlyList<string> Aliases, string Icon, Office Office, OfficeBasis OfficeBasis, string OfficeReason,
    IReadOnlyList<string> OfficeSources, Side Side, string? Parent, IReadOnlyList<string> Children, IReadOnlyList<string> ServiceLines,
    IReadOnlyList<string> OutsourcingTypes,
    string Summary, string Description, IReadOnlyList<ResponsibilityDetails> Responsibilities, ChannelAnswer? Channel,
    IReadOnlyList<ChannelAnswer> Channels, HoursAnswer? Hours,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OpenAnswer? Open,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AssignedPersonAnswer>? People,
    IReadOnlyList<EscalationAnswer> Escalation, IReadOnlyList<ServiceLevelDetails> ServiceLevels, IReadOnlyList<LinkDetails> Links,
    Delivery? Delivery, string? Partner, string? ContractOwner,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Clients,
    IReadOnlyList<string> Tags, IReadOnlyList<string> Sites, IReadOnlyList<string> Languages, IReadOnlyList<FunctionRank> Functions,
    IReadOnlyList<RelatedDepartment> Related, IReadOnlyList<SourceLink> Sources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Keeper, int? ReviewIntervalDays, DateTime? ReviewedAt,
    int Version, DateTime UpdatedAt)
{
    internal static DepartmentAnswer From(DepartmentDetails department, Audience audience, OpenNow now) => new(
        department.Slug, department.Name, [.. department.Aliases.Select(a => a.Text)], department.Icon, department.Office,
        department.OfficeBasis, department.OfficeReason, department.OfficeSources, department.Side, department.Parent?.Slug,
        [.. department.Children.Select(c => c.Slug)],
        [.. department.ServiceLines.Select(l => l.Slug)], [.. department.OutsourcingTypes.Select(t => t.Slug)],
        department.Summary, department.Description, department.Responsibilities, ChannelAnswer.FromOptional(department.BestChannel),
        [.. department.Channels.Select(ChannelAnswer.From)],
        department.Hours is { } hours ? HoursAnswer.From(hours) : null,
        now.StateOf(department.Hours),
        audience.SeesPeople
            ? [.. department.People.Select(assigned => new AssignedPersonAnswer(assigned.Person.Slug, assigned.Role))]
            : null,
        [.. department.Escalation.Select(EscalationAnswer.From)], department.ServiceLevels, department.Links, department.Delivery?.Delivery,
        department.Delivery?.Partner?.Slug, department.Delivery?.ContractOwner,
        audience.SeesClients ? [.. department.Clients.Select(c => c.Slug)] : null, [.. department.Tags.Select(t => t.Name)],
        [.. department.Sites.Select(s => s.Slug)], [.. department.Languages.Select(l => l.Slug)],
        [.. department.Functions.Select(f => new FunctionRank(f.Slug, f.Name, f.Rank))],
        department.Related, department.Sources, department.Keeper, department.ReviewIntervalDays, department.ReviewedAt,
        department.Version, department.UpdatedAt);
}

/// <summary>A function of a department.</summary>
/// <param name="Slug">The function's slug.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Rank">1 when the department is its main owner, else its place among the co-owners.</param>
public sealed record FunctionRank(string Slug, string Name, int Rank);
