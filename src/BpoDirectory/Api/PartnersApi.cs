using BpoDirectory.Partners;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All partners by name.</summary>
public sealed record PartnerList(int Total, IReadOnlyList<PartnerDetails> Items);

/// <summary>Partners: who does work for departments.</summary>
internal static class PartnersApi
{
    public static void MapPartners(this IEndpointRouteBuilder api) =>
        api.MapGet("/partners", ListAsync)
            .WithName("listPartners")
            .WithTags("Partners")
            .WithSummary("List the partners that do departments' work")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Ok<PartnerList>> ListAsync(PartnerReader partners, CancellationToken cancellation)
    {
        var all = await partners.ListAsync(cancellation);
        return TypedResults.Ok(new PartnerList(all.Count, all));
    }
}
