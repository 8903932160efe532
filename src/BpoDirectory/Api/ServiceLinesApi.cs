using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.ServiceLines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All service lines in the catalog's order.</summary>
public sealed record ServiceLineList(int Total, IReadOnlyList<ServiceLineDetails> Items);

/// <summary>What a program says about a service line. What it leaves out stays as it is; an empty list empties.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its part of an address; the one it had keeps leading to it. Left out of a new line, it is made of the name.</param>
/// <param name="Summary">What providers offer in it.</param>
/// <param name="Departments">The departments that deliver it, in order: slugs, or objects with a slug.</param>
/// <param name="Sources">The sources that state it: codes, or objects with a code.</param>
/// <param name="Note">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ServiceLineBody(
    [property: MaxLength(Rules.NameLength)] string? Name, [property: MaxLength(Rules.SlugLength)] string? Slug,
    [property: MaxLength(Rules.SentenceLength)] string? Summary,
    [property: MaxLength(Rules.MostLinks)] IReadOnlyList<Reference>? Departments,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<Reference>? Sources, [property: MaxLength(Rules.SentenceLength)] string? Note)
    : IEntryBody<ServiceLineContent>
{
    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    string? IEntryBody<ServiceLineContent>.Reason => Note;

    async Task IEntryBody<ServiceLineContent>.ApplyToAsync(DirectoryDbContext db, ServiceLineContent content)
    {
        (content.Name, content.Slug, content.Summary) = (Name ?? content.Name, Slug ?? content.Slug, Summary ?? content.Summary);
        content.Departments = ArchivedNames.Keep(
            BodyItems.Merge(
                content.Departments, member => member.Slug, Departments, body => body.Key, (known, body) => known ?? new MemberContent
                {
                    Slug = body.Key,
                }),
            content.Departments, member => member.Slug,
            await ArchivedNames.AmongAsync(db.Departments, content.Departments.Select(member => member.Slug)));
        content.Sources = Sources?.Select(source => source.Key).ToList() ?? content.Sources;
    }
}

/// <summary>Service lines: what providers sell, and who delivers it.</summary>
internal static class ServiceLinesApi
{
    private const string Path = "service-lines";
    private const string Tag = "Service lines";
    private const string Slug = "The service line's slug, such as finance-and-accounting.";

    public static void MapServiceLines(this IEndpointRouteBuilder api)
    {
        var lines = api.MapGroup($"/{Path}").WithTags(Tag);
        lines.MapGet("/", ListAsync)
            .WithName("listServiceLines")
            .WithSummary("List service lines with the departments that deliver them")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        lines.MapEntry<ServiceLineEditing, ServiceLineContent, ServiceLineDetails>(
            Path, "ServiceLine", Slug, FindAsync, line => line.Version);
    }

    public static void MapServiceLineWrites(this IEndpointRouteBuilder api) =>
        api.MapEntryWrites<ServiceLineContent, ServiceLineBody>(
            new(
                api.ServiceProvider.GetRequiredService<ServiceLineEditing>(), Path, Tag, "ServiceLine",
                async (context, slug) => await FindAsync(context, slug, evenArchived: true))
            {
                Slug = Slug,
                Example = """{ "name": "Facility services", "summary": "Houses, looked after.", "departments": ["legal"], "note": "Asked for by two clients" }""",
            });

    private static async Task<Ok<ServiceLineList>> ListAsync(ServiceLineReader lines, CancellationToken cancellation)
    {
        var all = await lines.ListAsync(cancellation: cancellation);
        return TypedResults.Ok(new ServiceLineList(all.Count, all));
    }

    private static Task<ServiceLineDetails?> FindAsync(HttpContext context, string slug, bool evenArchived) =>
        context.RequestServices.GetRequiredService<ServiceLineReader>()
            .FindAsync(slug, evenArchived: evenArchived, cancellation: context.RequestAborted);
}
