using System.Globalization;
using BpoDirectory.Components.Reader.Search;
using BpoDirectory.Data;
using BpoDirectory.Functions;
using Microsoft.AspNetCore.Http.Extensions;

namespace BpoDirectory.Components.Reader.Coverage;

/// <summary>The whole state of the page on coverage as its address holds it; values nobody can mean are left out.</summary>
public sealed record CoverageAddress
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/coverage";

    public Office? Office { get; init; }

    /// <summary>The slug of a service line.</summary>
    public string? Line { get; init; }

    public OwnerFilter Owner { get; init; }

    public CoverageSort Sort { get; init; }

    public bool IsReversed { get; init; }

    /// <summary>A table instead of the matrix.</summary>
    public bool IsTable { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Whether only some of the functions are asked for.</summary>
    public bool IsNarrowed => Office is not null || Line is not null || Owner != OwnerFilter.Any;

    /// <summary>Reads the parameters of an address, but for the page. Nobody has no office and no service line.</summary>
    public static CoverageAddress Read(string? office, string? line, string? owner, string? sort, string? reverse, string? view)
    {
        var filter = Parse<OwnerFilter>(owner) ?? OwnerFilter.Any;
        var isOfNobody = filter == OwnerFilter.Nobody;
        return new CoverageAddress
        {
            Office = isOfNobody ? null : Parse<Office>(office),
            Line = isOfNobody || line is not { Length: > 0 and <= Rules.SlugLength } ? null : line,
            Owner = filter,
            Sort = Parse<CoverageSort>(sort) ?? CoverageSort.Owner,
            IsReversed = reverse == "1" && view == "table",
            IsTable = view == "table",
        };
    }

    /// <summary>The same in the order of a column; turned round when that is the order already. On the first page.</summary>
    public CoverageAddress SortBy(CoverageSort sort) => this with { Sort = sort, IsReversed = sort == Sort && !IsReversed, Page = 1 };

    /// <summary>What is asked of the directory.</summary>
    public CoverageRequest ToRequest() =>
        new() { Office = Office, ServiceLine = Line, Owners = Owner, Sort = Sort, IsReversed = IsReversed };

    /// <summary>Path and query.</summary>
    public override string ToString()
    {
        var query = new QueryBuilder();
        if (Office is { } office)
            query.Add("office", ResultsAddress.Name(office));
        if (Line is not null)
            query.Add("line", Line);
        if (Owner != OwnerFilter.Any)
            query.Add("owner", ResultsAddress.Name(Owner));
        if (Sort != CoverageSort.Owner)
            query.Add("sort", ResultsAddress.Name(Sort));
        if (IsReversed)
            query.Add("reverse", "1");
        if (IsTable)
            query.Add("view", "table");
        if (Page > 1)
            query.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return Path + query;
    }

    private static T? Parse<T>(string? value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
            if (ResultsAddress.Name(candidate) == value)
                return candidate;
        return null;
    }
}
