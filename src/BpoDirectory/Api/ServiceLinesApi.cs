using BpoDirectory.ServiceLines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All service lines in the catalog's order.</summary>
public sealed record ServiceLineList(int Total, IReadOnlyList<ServiceLineDetails> Items);

/// <summary>Service lines: what providers sell, and who delivers it.</summary>
internal static class ServiceLinesApi
{
    public static void MapServiceLines(this IEndpointRouteBuilder api) =>
        api.MapGet("/service-lines", ListAsync)
            .WithName("listServiceLines")
            .WithTags("Service lines")
            .WithSummary("List service lines with the departments that deliver them")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Ok<ServiceLineList>> ListAsync(ServiceLineReader lines, CancellationToken cancellation)
    {
        var all = await lines.ListAsync(cancellation: cancellation);
        return TypedResults.Ok(new ServiceLineList(all.Count, all));
    }
}
