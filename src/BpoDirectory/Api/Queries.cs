using System.ComponentModel;
using BpoDirectory.Data;
using BpoDirectory.Search;
using Microsoft.AspNetCore.Mvc;

namespace BpoDirectory.Api;

/// <summary>Which page of a list is asked for.</summary>
public sealed record PageQuery
{
    /// <summary>Items on a page when no number is given.</summary>
    public const int DefaultSize = 25;

    /// <summary>Most items on a page.</summary>
    public const int LargestSize = 100;

    [FromQuery(Name = "page"), WholeNumber(1), Description("The page, from 1.")]
    public string[]? Page { get; init; }

    [FromQuery(Name = "pageSize"), WholeNumber(DefaultSize, LargestSize), Description("Items on a page.")]
    public string[]? PageSize { get; init; }

    internal (int Page, int Size) Parse() => (WholeNumberAttribute.Parse(Page, 1), WholeNumberAttribute.Parse(PageSize, DefaultSize));
}

/// <summary>A question in words.</summary>
public sealed record TextQuery
{
    [FromQuery(Name = "q"), SingleText, Description("What is looked for; the first 200 characters and 16 words count.")]
    public string[]? Q { get; init; }

    internal string? Text => Q?.FirstOrDefault();
}

/// <summary>How a question is read.</summary>
public enum QuestionReading
{
    /// <summary>Names of sites, languages, clients and partners narrow the answer.</summary>
    Names,

    /// <summary>They are words like others.</summary>
    Words,
}

/// <summary>By what departments are narrowed and in which order they come.</summary>
public sealed record DepartmentQuery
{
    [FromQuery(Name = "office"), OneOf<Office>(isRepeatable: true), Description("Only departments of this office; repeatable.")]
    public string[]? Office { get; init; }

    [FromQuery(Name = "line"), Description("Only departments that deliver this service line, by its slug; repeatable.")]
    public string[]? Line { get; init; }

    [FromQuery(Name = "type"), Description("Only departments near this outsourcing type, by its slug; repeatable.")]
    public string[]? Type { get; init; }

    [FromQuery(Name = "site"), Description("Only departments that work at this site, by its slug; repeatable.")]
    public string[]? Site { get; init; }

    [FromQuery(Name = "language"), Description("Only departments that speak this language, by its BCP 47 tag; repeatable.")]
    public string[]? Language { get; init; }

    [FromQuery(Name = "client"),
        Description("Only departments that serve this client, by its slug, for those who may see clients; repeatable.")]
    public string[]? Client { get; init; }

    [FromQuery(Name = "delivery"), OneOf<Delivery>(isRepeatable: true), Description("Only departments whose work is done so; repeatable.")]
    public string[]? Delivery { get; init; }

    [FromQuery(Name = "partner"), Description("Only departments whose work this partner does, by its slug; repeatable.")]
    public string[]? Partner { get; init; }

    [FromQuery(Name = "tag"), Description("Only departments with this tag, by its slug; repeatable.")]
    public string[]? Tag { get; init; }

    [FromQuery(Name = "side"), OneOf<Side>(isRepeatable: true),
        Description("Only departments on this side of an outsourcing contract; repeatable.")]
    public string[]? Side { get; init; }

    [FromQuery(Name = "breadth"), OneOf<SearchBreadth>,
        Description("Whether the less likely answers come too, behind the others; likely when not given.")]
    public string[]? Breadth { get; init; }

    [FromQuery(Name = "reading"), OneOf<QuestionReading>,
        Description("Whether a site, language, client or partner that the question names narrows the answer; names when not given.")]
    public string[]? Reading { get; init; }

    [FromQuery(Name = "sort"), OneOf<DepartmentSort>, Description("The order: relevance when something is asked, else name.")]
    public string[]? Sort { get; init; }

    internal SearchRequest ToSearchRequest(TextQuery question, PageQuery paging, Audience audience)
    {
        var (page, size) = paging.Parse();
        return new SearchRequest
        {
            Text = question.Text,
            Offices = OneOfAttribute<Office>.Parse(Office),
            ServiceLines = Line ?? [],
            OutsourcingTypes = Type ?? [],
            Sites = Site ?? [],
            Languages = Language ?? [],
            Clients = Client ?? [],
            Deliveries = OneOfAttribute<Delivery>.Parse(Delivery),
            Partners = Partner ?? [],
            Tags = Tag ?? [],
            Sides = OneOfAttribute<Side>.Parse(Side),
            Sort = OneOfAttribute<DepartmentSort>.Parse(Sort) is [var sort] ? sort : DepartmentSort.Relevance,
            Breadth = OneOfAttribute<SearchBreadth>.Parse(Breadth) is [var breadth] ? breadth : SearchBreadth.Likely,
            IsAsWords = OneOfAttribute<QuestionReading>.Parse(Reading) is [QuestionReading.Words],
            Audience = audience,
            Page = page,
            PageSize = size,
        };
    }
}
