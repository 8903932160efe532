using System.Text;
using BpoDirectory.Accounts;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Import.Files;
using BpoDirectory.Operations.Caching;

namespace BpoDirectory.Exchange.Import;

/// <summary>What importing tables needs, and the wrong rows of a table as a file.</summary>
public static class ImportServices
{
    /// <summary>Registers the import of tables, within limits.</summary>
    public static IServiceCollection AddImport(this IServiceCollection services, ImportLimits limits) =>
        services.AddSingleton(limits).AddSingleton<TableImporter, DepartmentImporter>().AddSingleton<TableImporter, FunctionImporter>()
            .AddSingleton<ImportStore>().AddSingleton<ImportDesk>().AddSingleton<ImportJobs>().AddSingleton<ImportCommand>()
            .AddHostedService<ImportTidying>();

    /// <summary>Maps the wrong rows of a table, to be mended and imported again.</summary>
    public static void MapImport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/admin/import/{id:int}/wrong-rows.csv", WriteWrongRowsAsync).WithMetadata(new PersonalAttribute()).RequireAuthorization(Policies.Edit).ExcludeFromDescription();

    private static async Task<IResult> WriteWrongRowsAsync(int id, HttpContext context, ImportStore store, ImportDesk desk, ImportJobs jobs)
    {
        if (await store.FindAsync(Actor.From(context.User), id) is not { AppliedAt: null, Options.Length: > 0 } import || jobs.Find(id)?.Comparison is not { } comparison)
            return TypedResults.Text("Compare the table with the directory again, then download its wrong rows.", statusCode: StatusCodes.Status404NotFound);
        var (path, format) = (store.PathOf(import), ImportOptions.FromJson(import.Options).Format);
        TableFile file;
        try
        {
            file = desk.Open(path, format, context.RequestAborted);
        }
        catch (TableRefusedException refused)
        {
            return TypedResults.Text(refused.Message, statusCode: StatusCodes.Status404NotFound);
        }
        var wrong = comparison.Rows.Where(row => row.State == ImportRowState.Wrong).ToDictionary(row => row.Number);
        return TypedResults.Stream(
            async output =>
            {
                await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                await writer.WriteAsync(Line(file.Columns.Select(column => column.Heading), "What is wrong"));
                foreach (var row in TableReader.Read(path, format).Where(row => wrong.ContainsKey(row.Number)))
                {
                    var cells = file.Columns.Select(column => column.Index < row.Cells.Count ? row.Cells[column.Index] : "");
                    await writer.WriteAsync(Line(cells, string.Join(' ', wrong[row.Number].Problems.Select(problem => $"{problem.Label} {problem.Message}".Trim()))));
                }
            },
            "text/csv; charset=utf-8", "wrong-rows.csv");
    }

    private static string Line(IEnumerable<string> cells, string last) =>
        string.Join(',', cells.Append(last).Select(cell => $"\"{SpreadsheetText.ToCell(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n";
}
