using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
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
/// <param name="Version">1 when new, one more with every change.</param>
/// <param name="UpdatedAt">When this version was saved, in UTC.</param>
public sealed record FunctionWithOwners(
    string Slug, string Name, string Description, IReadOnlyList<string> Synonyms, IReadOnlyList<string> Situations, string? Note,
    IReadOnlyList<FunctionOwnerAnswer> Owners, IReadOnlyList<SourceLink> Sources, int Version, DateTime UpdatedAt)
{
    internal static FunctionWithOwners From(FunctionDetails function) => new(
        function.Slug, function.Name, function.Description, function.Synonyms, function.Situations, function.Note,
        [.. function.Owners.Select(FunctionOwnerAnswer.From)], function.Sources, function.Version, function.UpdatedAt);
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
    string Slug, string Name, string Icon, Office Office, string Summary, int Rank, string? Reason, ChannelAnswer? Channel,
    HoursAnswer? Hours, IReadOnlyList<string> Sources)
{
    internal static FunctionOwnerAnswer From(FunctionOwnerDetails owner) => new(
        owner.Slug, owner.Name, owner.Icon, owner.Office, owner.Summary, owner.Rank, owner.Reason,
        ChannelAnswer.FromOptional(owner.Channel), owner.Hours is { } hours ? HoursAnswer.From(hours) : null, owner.Sources);
}

/// <summary>What a program says about a function. What it leaves out stays as it is; an empty text or list empties.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">
/// Its part of an address; the one it had keeps leading to it. Left out of a new function, it is made of the name.
/// </param>
/// <param name="Description">One or two sentences: what the work is.</param>
/// <param name="Synonyms">Wordings people look for it by.</param>
/// <param name="Situations">When somebody needs it, told in everyday words.</param>
/// <param name="Note">Why there are several owners, where the sources disagree.</param>
/// <param name="Owners">The departments that own it: the main owner, then the co-owners in order.</param>
/// <param name="ChangeNote">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record BusinessFunctionBody(
    [property: MaxLength(Rules.NameLength)] string? Name, [property: MaxLength(Rules.SlugLength)] string? Slug,
    [property: MaxLength(Rules.SentenceLength)] string? Description, [property: MaxLength(Rules.MostItems)] IReadOnlyList<string>? Synonyms,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<string>? Situations, [property: MaxLength(Rules.SentenceLength)] string? Note,
    [property: MaxLength(Rules.MostLinks)] IReadOnlyList<OwnerBody>? Owners, [property: MaxLength(Rules.SentenceLength)] string? ChangeNote)
    : IEntryBody<BusinessFunctionContent>
{
    /// <summary>As it was read; follows from the owners.</summary>
    public JsonElement? Sources { get; init; }

    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    string? IEntryBody<BusinessFunctionContent>.Reason => ChangeNote;

    async Task IEntryBody<BusinessFunctionContent>.ApplyToAsync(DirectoryDbContext db, BusinessFunctionContent content)
    {
        (content.Name, content.Slug) = (Name ?? content.Name, Slug ?? content.Slug);
        (content.Description, content.Note) = (Description ?? content.Description, Note ?? content.Note);
        (content.Synonyms, content.Situations) = (Synonyms?.ToList() ?? content.Synonyms, Situations?.ToList() ?? content.Situations);
        content.Owners = ArchivedNames.Keep(
            BodyItems.Merge(content.Owners, owner => owner.Slug, Owners, body => body.Slug, Owning),
            content.Owners, owner => owner.Slug,
            await ArchivedNames.AmongAsync(db.Departments, content.Owners.Select(owner => owner.Slug)));
    }

    private static OwnerContent Owning(OwnerContent? known, OwnerBody body)
    {
        var owner = known ?? new OwnerContent { Slug = body.Slug ?? "" };
        (owner.Reason, owner.Sources) = (body.Reason ?? owner.Reason, body.Sources?.ToList() ?? owner.Sources);
        return owner;
    }
}

/// <summary>A department that owns a function.</summary>
/// <param name="Slug">The department's slug.</param>
/// <param name="Reason">
/// Why it owns the function, where that needs saying. Left out or null, the one it had stays; an empty text clears it.
/// </param>
/// <param name="Sources">Codes of the sources that state it; left out, they stay too.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OwnerBody(
    [property: MaxLength(Rules.SlugLength)] string? Slug, [property: MaxLength(Rules.SentenceLength)] string? Reason,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<string>? Sources)
{
    /// <summary>As it was read; the slug says which department it is.</summary>
    public JsonElement? Name { get; init; }

    /// <summary>As it was read; the department says it.</summary>
    public JsonElement? Icon { get; init; }

    /// <summary>As it was read; the department says it.</summary>
    public JsonElement? Office { get; init; }

    /// <summary>As it was read; the department says it.</summary>
    public JsonElement? Summary { get; init; }

    /// <summary>As it was read; the place in the list says it.</summary>
    public JsonElement? Rank { get; init; }

    /// <summary>As it was read; the department says it.</summary>
    public JsonElement? Channel { get; init; }

    /// <summary>As it was read; the department says it.</summary>
    public JsonElement? Hours { get; init; }
}

/// <summary>Functions: who does what.</summary>
internal static class FunctionsApi
{
    private const string Path = "functions";
    private const string Tag = "Functions";
    private const string Slug = "The function's slug, such as payroll-processing.";

    public static void MapFunctions(this IEndpointRouteBuilder api)
    {
        var functions = api.MapGroup($"/{Path}").WithTags(Tag);
        functions.MapGet("/", ListAsync)
            .WithName("listFunctions")
            .WithSummary("List functions with their owners")
            .WithDescription("With a question, those whose name or one of whose synonyms contains it, without regard to case and accents; filler such as “who handles” is left out.")
            .ProducesValidationProblem();
        functions.MapEntry<BusinessFunctionEditing, BusinessFunctionContent, FunctionWithOwners>(
            Path, "Function", Slug, FindAsync, function => function.Version);
    }

    public static void MapFunctionWrites(this IEndpointRouteBuilder api) =>
        api.MapEntryWrites<BusinessFunctionContent, BusinessFunctionBody>(
            new(
                api.ServiceProvider.GetRequiredService<BusinessFunctionEditing>(), Path, Tag, "Function",
                async (context, slug) => await FindAsync(context, slug, evenArchived: true))
            {
                Slug = Slug,
                ReasonField = "changeNote",
                Example =
                    """
                    {
                      "name": "Cleaning of offices", "description": "Offices are cleaned every evening.", "synonyms": ["janitorial services"],
                      "situations": ["The bin has not been emptied."], "note": "Two departments share the houses.",
                      "owners": [{ "slug": "legal", "reason": "Keeps the leases." }], "changeNote": "Taken over in June"
                    }
                    """,
            });

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

    private static async Task<FunctionWithOwners?> FindAsync(HttpContext context, string slug, bool evenArchived) =>
        await context.RequestServices.GetRequiredService<BusinessFunctionReader>().FindAsync(slug, evenArchived, context.RequestAborted)
            is { } function
            ? FunctionWithOwners.From(function)
            : null;
}
