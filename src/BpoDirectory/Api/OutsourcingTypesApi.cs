using BpoDirectory.OutsourcingTypes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>All outsourcing types by acronym.</summary>
public sealed record OutsourcingTypeList(int Total, IReadOnlyList<OutsourcingTypeDetails> Items);

/// <summary>Outsourcing types: BPO and its relatives, with the departments near them.</summary>
internal static class OutsourcingTypesApi
{
    public static void MapOutsourcingTypes(this IEndpointRouteBuilder api) =>
        api.MapGet("/outsourcing-types", ListAsync)
            .WithName("listOutsourcingTypes")
            .WithTags("Outsourcing types")
            .WithSummary("List outsourcing types with the departments near them")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Ok<OutsourcingTypeList>> ListAsync(OutsourcingTypeReader types, CancellationToken cancellation)
    {
        var all = await types.ListAsync(cancellation: cancellation);
        return TypedResults.Ok(new OutsourcingTypeList(all.Count, all));
    }
}
