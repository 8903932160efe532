using BpoDirectory.Accounts;
using BpoDirectory.Operations.Caching;

namespace BpoDirectory.Exchange.Import;

/// <summary>What importing tables needs, and where the wrong rows of a table are downloaded.</summary>
public static class ImportServices
{
    /// <summary>Registers the import of tables, within limits.</summary>
    public static IServiceCollection AddImport(this IServiceCollection services, ImportLimits limits) =>
        services.AddSingleton(limits).AddSingleton<TableImporter, DepartmentImporter>().AddSingleton<TableImporter, FunctionImporter>()
            .AddSingleton<ImportStore>().AddSingleton<ImportDesk>().AddSingleton<ImportJobs>().AddSingleton<ImportCommand>()
            .AddHostedService<ImportTidying>();

    /// <summary>Maps the wrong rows of a table, to be mended and imported again.</summary>
    public static void MapImport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/admin/import/{id:int}/wrong-rows.csv", WriteWrongRowsAsync).WithMetadata(new PersonalAttribute())
            .RequireAuthorization(Policies.Edit).ExcludeFromDescription();

    private static async Task<IResult> WriteWrongRowsAsync(int id, HttpContext context, ImportStore store, ImportDesk desk, ImportJobs jobs)
    {
        if (await store.FindAsync(Actor.From(context.User), id) is not { AppliedAt: null, Options.Length: > 0 } import
            || jobs.Find(id)?.Comparison is not { } comparison || !File.Exists(store.PathOf(import)))
            return TypedResults.Text(
                "Compare the table with the directory again, then download its wrong rows.", statusCode: StatusCodes.Status404NotFound);
        return TypedResults.Stream(
            file => WrongRows.WriteAsync(
                file, store.PathOf(import), ImportOptions.FromJson(import.Options), desk.ImporterOf(import.EntryType), comparison,
                context.RequestAborted),
            "text/csv; charset=utf-8", "wrong-rows.csv");
    }
}
