using BpoDirectory.Data.Queries;
using BpoDirectory.Editing;

namespace BpoDirectory.Api;

/// <summary>One entry by its slug, with the tag that its changes need, and its history; whatever the type.</summary>
internal static class EntryReadsApi
{
    /// <summary>Maps both.</summary>
    /// <param name="entries">Where the entries are mapped.</param>
    /// <param name="path">Their part of the API's addresses: “sites”.</param>
    /// <param name="operation">What operations call one: “Site” makes getSite.</param>
    /// <param name="slug">What the part of an address is, for the description.</param>
    /// <param name="read">The entry with a slug, even archived where that is asked for; null when there is none.</param>
    /// <param name="versionOf">The version of an entry.</param>
    public static void MapEntry<TEditing, TContent, TAnswer>(
        this RouteGroupBuilder entries, string path, string operation, string slug, Func<HttpContext, string, bool, Task<TAnswer?>> read,
        Func<TAnswer, int> versionOf)
        where TEditing : EntryEditing<TContent>
        where TContent : EntryContent, new()
        where TAnswer : class
    {
        var editing = ((IEndpointRouteBuilder)entries).ServiceProvider.GetRequiredService<TEditing>();
        entries.MapGet("/{slug}", async (string slug, HttpContext context, SlugRedirects former) => await FindAsync(slug, context, former))
            .Produces<TAnswer>()
            .WithSlug(slug)
            .WithName($"get{operation}")
            .WithSummary($"Read {editing.One}")
            .WithDescription("The ETag begins with the version; If-Match takes it as it was read. A slug that it had before redirects to its present one.")
            .Produces(StatusCodes.Status301MovedPermanently)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
        entries.MapRevisions<TEditing, TContent>(slug, $"list{operation}Revisions");

        // The generator of request delegates knows no type parameters.
        async Task<IResult> FindAsync(string slug, HttpContext context, SlugRedirects former) =>
            await read(context, slug, false) is { } entry ? VersionTag.Answer(context, versionOf(entry), entry)
            : former.FindPresentSlug(editing.Type, slug) is { } present ? ReadApi.MovedTo(path, present)
            : ReadApi.NotFound(editing.Noun, slug);
    }
}
