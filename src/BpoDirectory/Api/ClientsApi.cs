using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Accounts;
using BpoDirectory.Clients;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All clients by name.</summary>
public sealed record ClientList(int Total, IReadOnlyList<ClientDetails> Items);

/// <summary>What a program says about a client. What it leaves out stays as it is; an empty text clears.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its part of an address; the one it had keeps leading to it. Left out of a new client, it is made of the name.</param>
/// <param name="Note">What else there is to say of the client.</param>
/// <param name="ChangeNote">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ClientBody(
    [property: MaxLength(Rules.NameLength)] string? Name, [property: MaxLength(Rules.SlugLength)] string? Slug,
    [property: MaxLength(Rules.SentenceLength)] string? Note, [property: MaxLength(Rules.SentenceLength)] string? ChangeNote)
    : IEntryBody<ClientContent>
{
    /// <summary>As it was read; follows from the departments.</summary>
    public JsonElement? DepartmentCount { get; init; }

    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    string? IEntryBody<ClientContent>.Reason => ChangeNote;

    Task IEntryBody<ClientContent>.ApplyToAsync(DirectoryDbContext db, ClientContent content)
    {
        (content.Name, content.Slug, content.Note) = (Name ?? content.Name, Slug ?? content.Slug, Note ?? content.Note);
        return Task.CompletedTask;
    }
}

/// <summary>Clients, for who may see them.</summary>
internal static class ClientsApi
{
    private const string Path = "clients";
    private const string Tag = "Clients";
    private const string Slug = "The client's slug, such as northwind.";

    public static void MapClients(this IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup($"/{Path}").WithTags(Tag).RequireAuthorization(Policies.SeeClients)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        clients.MapGet("/", ListAsync)
            .WithName("listClients")
            .WithSummary("List the clients that departments serve");
        clients.MapEntry<ClientEditing, ClientContent, ClientDetails>(Path, "Client", Slug, FindAsync, client => client.Version);
    }

    public static void MapClientWrites(this IEndpointRouteBuilder api) =>
        api.MapEntryWrites<ClientContent, ClientBody>(
            new(api.ServiceProvider.GetRequiredService<ClientEditing>(), Path, Tag, "Client",
                async (context, slug) => await FindAsync(context, slug, evenArchived: true))
            {
                Slug = Slug,
                ReasonField = "changeNote",
                Example = """{ "name": "Northwind", "note": "Retail, in three countries.", "changeNote": "Signed in June" }""",
            });

    private static async Task<Ok<ClientList>> ListAsync(ClientReader clients, CancellationToken cancellation)
    {
        var all = await clients.ListAsync(cancellation);
        return TypedResults.Ok(new ClientList(all.Count, all));
    }

    private static Task<ClientDetails?> FindAsync(HttpContext context, string slug, bool evenArchived) =>
        context.RequestServices.GetRequiredService<ClientReader>().FindAsync(slug, evenArchived, context.RequestAborted);
}
