using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace BpoDirectory.Api;

/// <summary>Changes of entries by programs: the same rules, revisions and audit as in the editor, whatever the type.</summary>
internal static class EntryWritesApi
{
    // The longest description in any script, escaped as JSON, and as much again for everything else.
    private const int LargestBody = 512 * 1024;

    /// <summary>Maps how entries of a type are created, changed, archived and restored.</summary>
    public static void MapEntryWrites<TContent, TBody>(this IEndpointRouteBuilder api, WritableEntries<TContent> entries)
        where TContent : EntryContent, new()
        where TBody : class, IEntryBody<TContent> =>
        api.MapEntryWrites<TContent, TBody, NoteBody>(entries, body => body.Note, (_, content) => content.Archived = true);

    /// <summary>The same, where there is more to say when an entry is archived.</summary>
    /// <param name="api">Where.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="noteOf">Why an entry is archived, for the history.</param>
    /// <param name="archive">Archives an entry, as the body says.</param>
    public static void MapEntryWrites<TContent, TBody, TArchive>(
        this IEndpointRouteBuilder api, WritableEntries<TContent> entries, Func<TArchive, string?> noteOf,
        Action<TArchive, TContent> archive)
        where TContent : EntryContent, new()
        where TBody : class, IEntryBody<TContent>
        where TArchive : class
    {
        var group = api.MapGroup($"/{entries.Path}").WithTags(entries.Tag)
            .RequireAuthorization(Policies.EditByToken)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithHeader(Idempotency.Header, "A key of your own: the same key is answered the same for 24 hours.", isRequired: false,
                Idempotency.LongestKey);
        group.MapPost("/", (HttpContext context, EntryWriteHandler writes) => CreateAsync<TContent, TBody>(entries, context, writes))
            .Accepts<TBody>("application/json")
            .WithName($"create{entries.Operation}").WithSummary($"Create {entries.Editing.One}")
            .WithDescription(entries.Creating)
            .WithExample(entries.Example)
            .Produces<SavedEntry>(StatusCodes.Status201Created);
        group.MapPut("/{slug}", (string slug, HttpContext context, EntryWriteHandler writes) => ChangeAsync<TContent, TBody>(
                entries, slug, context, writes, body => body.Reason, RevisionAction.Edited,
                (db, body, content) => body.ApplyToAsync(db, content)))
            .Accepts<TBody>("application/json")
            .Changing(entries.Slug)
            .WithName($"replace{entries.Operation}").WithSummary($"Change {entries.Editing.One}")
            .WithDescription("If-Match names the version that the change was made from. What the body leaves out stays as it is. "
                + "What changes nothing and has no note makes no version.")
            .WithExample(entries.Example);
        group.MapPost("/{slug}/archive", (string slug, HttpContext context, EntryWriteHandler writes) => ChangeAsync<TContent, TArchive>(
                entries, slug, context, writes, noteOf, RevisionAction.Archived, (_, body, content) =>
                {
                    archive(body, content);
                    return Task.CompletedTask;
                }))
            .Accepts<TArchive>(isOptional: true, "application/json")
            .Changing(entries.Slug)
            .WithName($"archive{entries.Operation}").WithSummary($"Archive {entries.Editing.One}")
            .WithDescription("It is no longer shown or found; nothing is deleted. What is archived already stays as it is, unless the body says otherwise.");
        group.MapPost("/{slug}/restore", (string slug, HttpContext context, EntryWriteHandler writes) => ChangeAsync<TContent, NoteBody>(
                entries, slug, context, writes, body => body.Note, RevisionAction.Restored, (_, _, content) =>
                {
                    content.Restore();
                    return Task.CompletedTask;
                }))
            .Accepts<NoteBody>(isOptional: true, "application/json")
            .Changing(entries.Slug)
            .WithName($"restore{entries.Operation}").WithSummary($"Bring an archived {entries.Editing.Noun} back");
    }

    private static RouteHandlerBuilder Changing(this RouteHandlerBuilder endpoint, string slug) => endpoint
        .Produces<SavedEntry>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired)
        .WithSlug(slug)
        .WithHeader("If-Match", "The ETag of the version that the change was made from, such as \"3\".", isRequired: true);

    private static Task<IResult> CreateAsync<TContent, TBody>(
        WritableEntries<TContent> entries, HttpContext context, EntryWriteHandler writes)
        where TContent : EntryContent, new()
        where TBody : class, IEntryBody<TContent> =>
        writes.RunAsync<TContent, TBody>(entries, context, StatusCodes.Status201Created, async (db, body) =>
        {
            var content = entries.New();
            await body.ApplyToAsync(db, content);
            content.Slug = body.Slug ?? SlugProposal.FromName(content.Title);
            return new EntrySave<TContent>(0, 0, content, body.Reason) { Action = RevisionAction.Created };
        });

    private static Task<IResult> ChangeAsync<TContent, TBody>(
        WritableEntries<TContent> entries, string slug, HttpContext context, EntryWriteHandler writes, Func<TBody, string?> note,
        RevisionAction action, Func<DirectoryDbContext, TBody, TContent, Task> change)
        where TContent : EntryContent, new()
        where TBody : class
    {
        if (context.Request.Headers.IfMatch.Count == 0)
            return Refuse(
                "Send the ETag of the version that the change was made from in If-Match, such as \"3\".",
                StatusCodes.Status428PreconditionRequired);
        if (VersionOf(context.Request) is not { } version)
            return Refuse("If-Match names no version: send one ETag as it was read, such as \"3\".", StatusCodes.Status400BadRequest);
        return writes.RunAsync<TContent, TBody>(entries, context, StatusCodes.Status200OK, async (db, body) =>
        {
            if (await writes.OpenAsync(entries, db, slug) is not { } open)
                return null;
            await change(db, body, open.Content);
            return new EntrySave<TContent>(open.Id, version, open.Content, note(body)) { Action = action };
        });
    }

    private static Task<IResult> Refuse(string detail, int status) =>
        Task.FromResult<IResult>(TypedResults.Problem(detail, statusCode: status));

    // One version, named as this directory names it; “*” would overwrite whatever a colleague has just saved.
    private static int? VersionOf(HttpRequest request) =>
        request.GetTypedHeaders().IfMatch is [{ IsWeak: false } tag] ? VersionTag.Read(tag.Tag.AsSpan()) : null;

    /// <summary>Describes the part of the address that names an entry.</summary>
    public static RouteHandlerBuilder WithSlug(this RouteHandlerBuilder endpoint, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Name == "slug"))
                parameter.Description = description;
            return Task.CompletedTask;
        });

    private static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, string example) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var body in operation.RequestBody?.Content?.Values ?? [])
                body.Example = JsonNode.Parse(example);
            return Task.CompletedTask;
        });

    private static T WithHeader<T>(this T endpoints, string name, string description, bool isRequired, int? longest = null)
        where T : IEndpointConventionBuilder =>
        endpoints.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Description = description,
                Required = isRequired,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest },
            });
            return Task.CompletedTask;
        });
}

/// <summary>What to say about a change.</summary>
/// <param name="Note">Why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NoteBody([property: MaxLength(Rules.SentenceLength)] string? Note);

/// <summary>An entry as just saved.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that the save made, or the present one where nothing was to be changed; also the ETag.</param>
/// <param name="UpdatedAt">When it was made, in UTC.</param>
public sealed record SavedEntry(string Slug, string Name, int Version, DateTime UpdatedAt);
