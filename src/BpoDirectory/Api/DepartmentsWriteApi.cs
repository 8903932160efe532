using System.ComponentModel;
using System.Text.Json.Serialization;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace BpoDirectory.Api;

/// <summary>Changes of departments by programs: the same rules, revisions and audit as in the editor.</summary>
internal static class DepartmentsWriteApi
{
    // The longest description in any script, escaped as JSON, and as much again for everything else.
    private const int LargestBody = 512 * 1024;

    private const string Slug = "The department's slug, such as finance-and-accounting.";

    public static void MapDepartmentWrites(this IEndpointRouteBuilder api)
    {
        var departments = api.MapGroup("/departments").WithTags("Departments")
            .RequireAuthorization(Policies.EditByToken)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .WithHeader(Idempotency.Header, "A key of your own: the same key is answered the same for 24 hours.", isRequired: false);
        departments.MapPost("/", Create)
            .Accepts<DepartmentBody>("application/json")
            .WithName("createDepartment").WithSummary("Create a department")
            .WithDescription("Without a slug, one is made of the name.")
            .Produces<SavedDepartment>(StatusCodes.Status201Created);
        Changing(departments.MapPut("/{slug}", Replace))
            .Accepts<DepartmentBody>("application/json")
            .WithName("replaceDepartment").WithSummary("Change a department")
            .WithDescription("If-Match names the version that the change was made from. What the body leaves out stays as it is. "
                + "What changes nothing and has no note makes no version.");
        Changing(departments.MapPost("/{slug}/archive", Archive))
            .Accepts<ArchiveBody>("application/json")
            .WithName("archiveDepartment").WithSummary("Archive a department")
            .WithDescription("It is no longer shown or found; nothing is deleted. One that is archived already stays as it is, unless another successor is named.");
        Changing(departments.MapPost("/{slug}/restore", Restore))
            .Accepts<NoteBody>("application/json")
            .WithName("restoreDepartment").WithSummary("Bring an archived department back");
    }

    private static RouteHandlerBuilder Changing(RouteHandlerBuilder endpoint) => endpoint
        .Produces<SavedDepartment>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired)
        .WithHeader("If-Match", "The ETag of the version that the change was made from, such as \"3\".", isRequired: true);

    private static T WithHeader<T>(this T endpoints, string name, string description, bool isRequired) where T : IEndpointConventionBuilder =>
        endpoints.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Description = description,
                Required = isRequired,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            return Task.CompletedTask;
        });

    private static Task<IResult> Create(HttpContext context, DepartmentWriteHandler writes) =>
        writes.RunAsync<DepartmentBody>(context, StatusCodes.Status201Created, (_, body) =>
        {
            var content = new DepartmentContent { Office = Office.Front, OfficeBasis = OfficeBasis.Stated };
            body.ApplyTo(content, ArchivedNames.None);
            content.Slug = body.Slug ?? SlugProposal.FromName(content.Name);
            return Task.FromResult<EntrySave<DepartmentContent>?>(new(0, 0, content, body.Note) { Action = RevisionAction.Created });
        });

    private static Task<IResult> Replace([Description(Slug)] string slug, HttpContext context, DepartmentWriteHandler writes) =>
        ChangeAsync<DepartmentBody>(slug, context, writes, body => body.Note, RevisionAction.Edited,
            async (db, body, content) => body.ApplyTo(content, await ArchivedNames.ReadAsync(db, content)));

    private static Task<IResult> Archive([Description(Slug)] string slug, HttpContext context, DepartmentWriteHandler writes) =>
        ChangeAsync<ArchiveBody>(slug, context, writes, body => body.Note, RevisionAction.Archived,
            (_, body, content) =>
            {
                (content.Archived, content.Successor) = (true, body.Successor ?? content.Successor);
                return Task.CompletedTask;
            });

    private static Task<IResult> Restore([Description(Slug)] string slug, HttpContext context, DepartmentWriteHandler writes) =>
        ChangeAsync<NoteBody>(slug, context, writes, body => body.Note, RevisionAction.Restored,
            (_, _, content) =>
            {
                content.Restore();
                return Task.CompletedTask;
            });

    private static Task<IResult> ChangeAsync<TBody>(
        string slug, HttpContext context, DepartmentWriteHandler writes, Func<TBody, string?> note, RevisionAction action,
        Func<DirectoryDbContext, TBody, DepartmentContent, Task> change)
        where TBody : class
    {
        if (context.Request.Headers.IfMatch.Count == 0)
            return Refuse("Send the ETag of the version that the change was made from in If-Match, such as \"3\".", StatusCodes.Status428PreconditionRequired);
        if (VersionOf(context.Request) is not { } version)
            return Refuse("If-Match names no version: send one ETag as it was read, such as \"3\".", StatusCodes.Status400BadRequest);
        return writes.RunAsync<TBody>(context, StatusCodes.Status200OK, async (db, body) =>
        {
            if (await writes.OpenAsync(db, slug) is not { } open)
                return null;
            await change(db, body, open.Content);
            return new EntrySave<DepartmentContent>(open.Id, version, open.Content, note(body)) { Action = action };
        });
    }

    private static Task<IResult> Refuse(string detail, int status) => Task.FromResult<IResult>(TypedResults.Problem(detail, statusCode: status));

    // One version, named as this directory names it; “*” would overwrite whatever a colleague has just saved.
    private static int? VersionOf(HttpRequest request) =>
        request.GetTypedHeaders().IfMatch is [{ IsWeak: false } tag] ? VersionTag.Read(tag.Tag.AsSpan()) : null;
}

/// <summary>What to say when a department is archived.</summary>
/// <param name="Successor">Slug of the department that takes over its work, where one does.</param>
/// <param name="Note">Why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ArchiveBody(string? Successor, string? Note);

/// <summary>What to say about a change.</summary>
/// <param name="Note">Why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NoteBody(string? Note);

/// <summary>A department as just saved.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that the save made, or the present one where nothing was to be changed; also the ETag.</param>
/// <param name="UpdatedAt">When it was made, in UTC.</param>
public sealed record SavedDepartment(string Slug, string Name, int Version, DateTime UpdatedAt);
