using BpoDirectory.Accounts;
using BpoDirectory.Clients;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All clients by name.</summary>
public sealed record ClientList(int Total, IReadOnlyList<ClientDetails> Items);

/// <summary>Clients, for who may see them.</summary>
internal static class ClientsApi
{
    public static void MapClients(this IEndpointRouteBuilder api) =>
        api.MapGet("/clients", ListAsync)
            .WithName("listClients")
            .WithTags("Clients")
            .WithSummary("List the clients that departments serve")
            .RequireAuthorization(Policies.SeeClients)
            .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<Ok<ClientList>> ListAsync(ClientReader clients, CancellationToken cancellation)
    {
        var all = await clients.ListAsync(cancellation);
        return TypedResults.Ok(new ClientList(all.Count, all));
    }
}
