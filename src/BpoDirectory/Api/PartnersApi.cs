using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Partners;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All partners by name.</summary>
public sealed record PartnerList(int Total, IReadOnlyList<PartnerDetails> Items);

/// <summary>What a program says about a partner. What it leaves out stays as it is; an empty text clears.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">
/// Its part of an address; the one it had keeps leading to it. Left out of a new partner, it is made of the name.
/// </param>
/// <param name="Website">An http or https address.</param>
/// <param name="Note">What else there is to say of the partner.</param>
/// <param name="ChangeNote">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PartnerBody(
    [property: MaxLength(Rules.NameLength)] string? Name, [property: MaxLength(Rules.SlugLength)] string? Slug, string? Website,
    [property: MaxLength(Rules.SentenceLength)] string? Note, [property: MaxLength(Rules.SentenceLength)] string? ChangeNote)
    : IEntryBody<PartnerContent>
{
    /// <summary>As it was read; follows from the departments.</summary>
    public JsonElement? DepartmentCount { get; init; }

    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    string? IEntryBody<PartnerContent>.Reason => ChangeNote;

    Task IEntryBody<PartnerContent>.ApplyToAsync(DirectoryDbContext db, PartnerContent content)
    {
        (content.Name, content.Slug) = (Name ?? content.Name, Slug ?? content.Slug);
        (content.Website, content.Note) = (Website ?? content.Website, Note ?? content.Note);
        return Task.CompletedTask;
    }
}

/// <summary>Partners: who does departments' work for them.</summary>
internal static class PartnersApi
{
    private const string Path = "partners";
    private const string Tag = "Partners";
    private const string Slug = "The partner's slug, such as harbour-services.";

    public static void MapPartners(this IEndpointRouteBuilder api)
    {
        var partners = api.MapGroup($"/{Path}").WithTags(Tag);
        partners.MapGet("/", ListAsync)
            .WithName("listPartners")
            .WithSummary("List the partners that do departments' work")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        partners.MapEntry<PartnerEditing, PartnerContent, PartnerDetails>(Path, "Partner", Slug, FindAsync, partner => partner.Version);
    }

    public static void MapPartnerWrites(this IEndpointRouteBuilder api) =>
        api.MapEntryWrites<PartnerContent, PartnerBody>(
            new(api.ServiceProvider.GetRequiredService<PartnerEditing>(), Path, Tag, "Partner",
                async (context, slug) => await FindAsync(context, slug, evenArchived: true))
            {
                Slug = Slug,
                ReasonField = "changeNote",
                Example = """{ "name": "Harbour Services", "website": "https://harbour.example.com", "note": "Since 2019.", "changeNote": "New contract" }""",
            });

    private static async Task<Ok<PartnerList>> ListAsync(PartnerReader partners, CancellationToken cancellation)
    {
        var all = await partners.ListAsync(cancellation);
        return TypedResults.Ok(new PartnerList(all.Count, all));
    }

    private static Task<PartnerDetails?> FindAsync(HttpContext context, string slug, bool evenArchived) =>
        context.RequestServices.GetRequiredService<PartnerReader>().FindAsync(slug, evenArchived, context.RequestAborted);
}
