using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>Synonym sets by name, one page of them.</summary>
/// <param name="Total">How many there are, over all pages.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="PageSize">Sets on a page.</param>
/// <param name="Items">The sets of this page.</param>
public sealed record SynonymSetList(int Total, int Page, int PageSize, IReadOnlyList<SynonymSetDetails> Items);

/// <summary>What a program says about a synonym set. What it leaves out stays as it is; an empty text or list empties.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">Words and phrases that mean the same.</param>
/// <param name="Department">Slug of the department that a search for one of them leads to; an empty text for none.</param>
/// <param name="Function">Slug of the function that a search for one of them leads to; an empty text for none.</param>
/// <param name="Note">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SynonymSetBody(
    [property: MaxLength(Rules.NameLength)] string? Name, [property: MaxLength(Rules.MostItems)] IReadOnlyList<string>? Members,
    [property: MaxLength(Rules.SlugLength)] string? Department, [property: MaxLength(Rules.SlugLength)] string? Function,
    [property: MaxLength(Rules.SentenceLength)] string? Note)
    : IEntryBody<SynonymSetContent>
{
    /// <summary>As it was read; the address names the set.</summary>
    public JsonElement? Slug { get; init; }

    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    string? IEntryBody<SynonymSetContent>.Slug => null;

    string? IEntryBody<SynonymSetContent>.Reason => Note;

    Task IEntryBody<SynonymSetContent>.ApplyToAsync(DirectoryDbContext db, SynonymSetContent content)
    {
        (content.Name, content.Members) = (Name ?? content.Name, Members?.ToList() ?? content.Members);
        (content.Department, content.Function) = (Department ?? content.Department, Function ?? content.Function);
        return Task.CompletedTask;
    }
}

/// <summary>Synonym sets, for those who keep them.</summary>
internal static class SynonymsApi
{
    private const string Path = "synonyms";
    private const string Tag = "Synonym sets";
    private const string Slug = "The set's number.";

    public static void MapSynonyms(this IEndpointRouteBuilder api)
    {
        var sets = api.MapGroup($"/{Path}").WithTags(Tag).RequireAuthorization(Policies.EditByToken)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        sets.MapGet("/", ListAsync)
            .WithName("listSynonymSets")
            .WithSummary("Find synonym sets by a part of their name or their words")
            .ProducesValidationProblem();
        sets.MapEntry<SynonymSetEditing, SynonymSetContent, SynonymSetDetails>(Path, "SynonymSet", Slug, FindAsync, set => set.Version);
        api.MapEntryWrites<SynonymSetContent, SynonymSetBody>(
            new(
                api.ServiceProvider.GetRequiredService<SynonymSetEditing>(), Path, Tag, "SynonymSet",
                async (context, slug) => await FindAsync(context, slug, evenArchived: true))
            {
                Slug = Slug,
                Creating = "It gets a number of its own; words and phrases are searched for at once.",
                Example = """{ "name": "Cleaning", "members": ["cleaning", "janitorial", "housekeeping"], "department": "legal", "note": "Asked for often" }""",
            });
    }

    private static async Task<Ok<SynonymSetList>> ListAsync(
        [AsParameters] TextQuery question, [AsParameters] PageQuery paging, SynonymSetReader sets, CancellationToken cancellation)
    {
        var (page, size) = paging.Parse();
        var (total, found) = await sets.ListAsync(question.Text, page, size, cancellation);
        return TypedResults.Ok(new SynonymSetList(total, page, size, found));
    }

    private static Task<SynonymSetDetails?> FindAsync(HttpContext context, string slug, bool evenArchived) =>
        context.RequestServices.GetRequiredService<SynonymSetReader>().FindAsync(slug, evenArchived, context.RequestAborted);
}
