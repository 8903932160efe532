using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.OutsourcingTypes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All outsourcing types by acronym.</summary>
public sealed record OutsourcingTypeList(int Total, IReadOnlyList<OutsourcingTypeDetails> Items);

/// <summary>What a program says about an outsourcing type. What it leaves out stays as it is; an empty list empties.</summary>
/// <param name="Name">What the acronym stands for.</param>
/// <param name="Acronym">What the field calls it.</param>
/// <param name="Slug">Its part of an address; the one it had keeps leading to it. Left out of a new type, it is made of the name.</param>
/// <param name="Summary">One or two sentences: what is outsourced.</param>
/// <param name="Description">The description, in Markdown.</param>
/// <param name="Synonyms">Wordings people look for it by.</param>
/// <param name="Departments">
/// The departments near it, nearest first: slugs, or objects with slug and reason. A new one needs a reason; left out, the one it had
/// stays.
/// </param>
/// <param name="Sources">The sources that state it: codes, or objects with a code.</param>
/// <param name="Note">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OutsourcingTypeBody(
    [property: MaxLength(Rules.NameLength)] string? Name, [property: MaxLength(Rules.AcronymLength)] string? Acronym,
    [property: MaxLength(Rules.SlugLength)] string? Slug, [property: MaxLength(Rules.SentenceLength)] string? Summary,
    [property: MaxLength(Rules.MarkdownLength)] string? Description, [property: MaxLength(Rules.MostItems)] IReadOnlyList<string>? Synonyms,
    [property: MaxLength(Rules.MostLinks)] IReadOnlyList<Reference>? Departments,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<Reference>? Sources,
    [property: MaxLength(Rules.SentenceLength)] string? Note)
    : IEntryBody<OutsourcingTypeContent>
{
    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    string? IEntryBody<OutsourcingTypeContent>.Reason => Note;

    async Task IEntryBody<OutsourcingTypeContent>.ApplyToAsync(DirectoryDbContext db, OutsourcingTypeContent content)
    {
        (content.Name, content.Acronym, content.Slug) = (Name ?? content.Name, Acronym ?? content.Acronym, Slug ?? content.Slug);
        (content.Summary, content.Description) = (Summary ?? content.Summary, Description ?? content.Description);
        content.Synonyms = Synonyms?.ToList() ?? content.Synonyms;
        content.Departments = ArchivedNames.Keep(
            BodyItems.Merge(content.Departments, near => near.Slug, Departments, body => body.Key, Near),
            content.Departments, near => near.Slug,
            await ArchivedNames.AmongAsync(db.Departments, content.Departments.Select(near => near.Slug)));
        content.Sources = Sources?.Select(source => source.Key).ToList() ?? content.Sources;
    }

    private static NearDepartmentContent Near(NearDepartmentContent? known, Reference body)
    {
        var near = known ?? new NearDepartmentContent { Slug = body.Key };
        near.Reason = body.Reason ?? near.Reason;
        return near;
    }
}

/// <summary>Outsourcing types: BPO and its relatives, with the departments near them.</summary>
internal static class OutsourcingTypesApi
{
    private const string Path = "outsourcing-types";
    private const string Tag = "Outsourcing types";
    private const string Slug = "The outsourcing type's slug, such as kpo.";

    public static void MapOutsourcingTypes(this IEndpointRouteBuilder api)
    {
        var types = api.MapGroup($"/{Path}").WithTags(Tag);
        types.MapGet("/", ListAsync)
            .WithName("listOutsourcingTypes")
            .WithSummary("List outsourcing types with the departments near them")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        types.MapEntry<OutsourcingTypeEditing, OutsourcingTypeContent, OutsourcingTypeDetails>(
            Path, "OutsourcingType", Slug, FindAsync, type => type.Version);
    }

    public static void MapOutsourcingTypeWrites(this IEndpointRouteBuilder api) =>
        api.MapEntryWrites<OutsourcingTypeContent, OutsourcingTypeBody>(
            new(
                api.ServiceProvider.GetRequiredService<OutsourcingTypeEditing>(), Path, Tag, "OutsourcingType",
                async (context, slug) => await FindAsync(context, slug, evenArchived: true))
            {
                Slug = Slug,
                Example =
                    """
                    {
                      "name": "Facility process outsourcing", "acronym": "FPO", "slug": "fpo", "summary": "Houses and what is in them.",
                      "description": "What **FPO** covers, and what it does not.", "synonyms": ["facility outsourcing"],
                      "departments": [{ "slug": "legal", "reason": "Keeps the leases." }], "note": "New on the market"
                    }
                    """,
            });

    private static async Task<Ok<OutsourcingTypeList>> ListAsync(OutsourcingTypeReader types, CancellationToken cancellation)
    {
        var all = await types.ListAsync(cancellation: cancellation);
        return TypedResults.Ok(new OutsourcingTypeList(all.Count, all));
    }

    private static Task<OutsourcingTypeDetails?> FindAsync(HttpContext context, string slug, bool evenArchived) =>
        context.RequestServices.GetRequiredService<OutsourcingTypeReader>()
            .FindAsync(slug, evenArchived: evenArchived, cancellation: context.RequestAborted);
}
