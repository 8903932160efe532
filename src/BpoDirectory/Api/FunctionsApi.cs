using System.ComponentModel;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Functions;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>The functions whose names or synonyms contain what is asked for, one page of them.</summary>
/// <param name="Query">The question as it was used: at most 200 characters and 16 words.</param>
/// <param name="Total">How many functions answer, over all pages.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="PageSize">Functions on a page.</param>
/// <param name="Items">The functions of this page, by name, each with its owners in order.</param>
public sealed record FunctionList(string Query, int Total, int Page, int PageSize, IReadOnlyList<FunctionItem> Items);

/// <summary>All that the directory says about one function.</summary>
/// <param name="Slug">The function's slug.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Description">One or two sentences: what the work is.</param>
/// <param name="Synonyms">Wordings people look for it by.</param>
/// <param name="Situations">When somebody needs it, told in everyday words.</param>
/// <param name="Note">Why there are several owners, where the sources disagree.</param>
/// <param name="Owners">The main owner, then the co-owners in order.</param>
/// <param name="Sources">Every source an ownership cites.</param>
public sealed record FunctionWithOwners(
    string Slug, string Name, string Description, IReadOnlyList<string> Synonyms, IReadOnlyList<string> Situations, string? Note,
    IReadOnlyList<FunctionOwnerAnswer> Owners, IReadOnlyList<SourceLink> Sources)
{
    internal static FunctionWithOwners From(FunctionDetails function) => new(
        function.Slug, function.Name, function.Description, function.Synonyms, function.Situations, function.Note,
        [.. function.Owners.Select(FunctionOwnerAnswer.From)], function.Sources);
}

/// <summary>An owner of a function.</summary>
/// <param name="Slug">The department's slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Office">Whether its work faces the client's customers.</param>
/// <param name="Summary">One or two sentences about it.</param>
/// <param name="Rank">1 for the main owner, then the co-owners in order.</param>
/// <param name="Reason">Why it owns the function, where that needs saying.</param>
/// <param name="Channel">The best way to reach it about the function; null where nothing says how.</param>
/// <param name="Hours">When it can be reached; null where nothing says so.</param>
/// <param name="Sources">Codes of the sources that state this ownership.</param>
public sealed record FunctionOwnerAnswer(
    string Slug, string Name, string Icon, Office Office, string Summary, int Rank, string? Reason, ChannelAnswer? Channel, HoursAnswer? Hours,
    IReadOnlyList<string> Sources)
{
    internal static FunctionOwnerAnswer From(FunctionOwnerDetails owner) => new(
        owner.Slug, owner.Name, owner.Icon, owner.Office, owner.Summary, owner.Rank, owner.Reason, ChannelAnswer.FromOptional(owner.Channel),
        owner.Hours is { } hours ? HoursAnswer.From(hours) : null, owner.Sources);
}

/// <summary>Functions: who does what.</summary>
internal static class FunctionsApi
{
    public static void MapFunctions(this IEndpointRouteBuilder api)
    {
        var functions = api.MapGroup("/functions").WithTags("Functions");
        functions.MapGet("/", ListAsync)
            .WithName("listFunctions")
            .WithSummary("List functions with their owners")
            .WithDescription("With a question, those whose name or one of whose synonyms contains it, without regard to case and accents; filler such as “who handles” is left out.")
            .ProducesValidationProblem();
        functions.MapGet("/{slug}", FindAsync)
            .WithName("getFunction")
            .WithSummary("Read a function with its owners in order")
            .WithDescription("A slug the function had before redirects to its present one.")
            .Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Lists functions with their owners.</summary>
    internal static async Task<Ok<FunctionList>> ListAsync(
        [AsParameters] TextQuery question, [AsParameters] PageQuery paging,
        BusinessFunctionReader functions, SearchState search, CancellationToken cancellation)
    {
        var filter = new NameFilter(question.Text, search.Current.Lexicon);
        var (page, pageSize) = paging.Parse();
        // A page far behind the last one starts at an index that an int does not hold.
        var skipped = (int)Math.Min((page - 1L) * pageSize, int.MaxValue);
        var (total, found) = await functions.FindAllAsync(filter.Part, skipped, pageSize, cancellation);
        return TypedResults.Ok(new FunctionList(filter.Text, total, page, pageSize, found));
    }

    private static async Task<Results<Ok<FunctionWithOwners>, RedirectHttpResult, ProblemHttpResult>> FindAsync(
        [Description("The function's slug, such as payroll-processing.")] string slug,
        BusinessFunctionReader functions, SlugRedirects former, CancellationToken cancellation)
    {
        if (await functions.FindAsync(slug, cancellation) is { } function)
            return TypedResults.Ok(FunctionWithOwners.From(function));
        return former.FindPresentSlug(EntryType.Function, slug) is { } present
            ? ReadApi.MovedTo("functions", present)
            : ReadApi.NotFound("function", slug);
    }
}
