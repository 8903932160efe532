using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Export;
using BpoDirectory.Functions;
using BpoDirectory.Operations;
using BpoDirectory.Operations.Caching;
using BpoDirectory.Operations.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Api;

/// <summary>Lists as files: the same departments in the same order as the list with the same parameters, on all of its pages.</summary>
internal static class ExportApi
{
    private const string RetryAfterSeconds = "10";
    private const string TooMany = "As many exports as this directory writes at once are under way. Try again in some seconds.";

    /// <summary>Maps the exports. They are written while they are read, so none of their answers is kept.</summary>
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        app.MapGet(DepartmentExport.Path, ExportDepartmentsAsync)
            .AddEndpointFilter(LimitAsync)
            .WithName("exportDepartments")
            .WithTags("Departments")
            .WithSummary("Export departments")
            .WithDescription("All departments that the list with the same parameters has on its pages, in its order, as a file. Columns about people and clients are left out for who may not see these.")
            .WithMetadata(new PersonalAttribute())
            .RequireAuthorization(Policies.ReadByProgram)
            .RequireRateLimiting(RateLimits.Search)
            .Produces<JsonObject[]>(StatusCodes.Status200OK, "application/json", "text/csv", ExportFormat.Xlsx.ToContentType())
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesValidationProblem();
        app.MapGet(ComparisonExport.Path, ExportComparisonAsync)
            .WithMetadata(new PersonalAttribute())
            .RequireAuthorization(Policies.ReadByProgram)
            .RequireRateLimiting(RateLimits.Search)
            .ExcludeFromDescription();
        var admin = app.MapGroup("/admin/export").WithMetadata(new PersonalAttribute()).RequireAuthorization(Policies.Edit)
            .ExcludeFromDescription()
            .AddEndpointFilter(LimitAsync);
        admin.MapGet("/departments", ExportEditedDepartmentsAsync);
        admin.MapGet("/functions", ExportEditedFunctionsAsync);
    }

    private static async ValueTask<object?> LimitAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        using var turn = call.HttpContext.RequestServices.GetRequiredService<ExportLimit>().TryBegin(MayEdit(call.HttpContext));
        if (turn is not null)
            return await next(call);
        call.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        return ErrorAnswers.IsForApi(call.HttpContext.Request.Path)
            ? TypedResults.Problem(TooMany, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Text(TooMany, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static bool MayEdit(HttpContext context) =>
        context.User.IsInRole(nameof(AccountRole.Editor)) || context.User.IsInRole(nameof(AccountRole.Administrator));

    private static async Task ExportDepartmentsAsync(
        [AsParameters] TextQuery question, [AsParameters] DepartmentQuery query, [AsParameters] DepartmentTableQuery table,
        HttpContext context, DepartmentExport export, Audience audience, CancellationToken cancellation)
    {
        var request = query.ToSearchRequest(question, new PageQuery(), audience) with { IsReversed = table.IsReversed };
        if (BeginFile(context, "departments", table.ToFormat()))
            await TableExport.WriteAsync(
                context.Response.Body, table.ToFormat(), table.ToColumns(),
                export.ReadAsync(await export.ListAsync(request, cancellation), MayEdit(context), cancellation), audience,
                cancellation: cancellation);
    }

    // The page, from which the address comes, tells what is wrong with a choice.
    private static async Task<IResult> ExportComparisonAsync(
        [FromQuery(Name = "department")] string[]? department, [FromQuery(Name = "show")] string? show,
        HttpContext context, ComparisonReader departments, Audience audience, CancellationToken cancellation)
    {
        var choice = await departments.FindAsync(department ?? [], audience);
        if (choice.Unknown.Count > 0)
            return TypedResults.NotFound();
        if (choice.Departments.Count < 2 || choice.LeftOut.Count > 0)
            return TypedResults.BadRequest();
        var rows = new ComparisonRows(new DepartmentComparison(choice.Departments), isOnlyDifferent: show == "differences");
        if (BeginFile(context, "comparison", ExportFormat.Csv))
            await ComparisonExport.WriteAsync(context.Response.Body, rows, cancellation);
        return TypedResults.Empty;
    }

    private static async Task ExportEditedDepartmentsAsync(
        [AsParameters] DepartmentTableQuery table, [AsParameters] WorkListQuery list, [FromQuery(Name = "office")] string? office,
        HttpContext context, DepartmentExport export, DepartmentWorkList workList, CancellationToken cancellation)
    {
        var filter = new DepartmentFilter(
            list.Text ?? "", EnumNames.Find<DepartmentState>(list.Show) ?? default,
            EnumNames.Find<DepartmentOrder>(list.Sort) ?? default, list.IsReversed, EnumNames.Find<Office>(office));
        if (BeginFile(context, "departments", table.ToFormat()))
            await TableExport.WriteAsync(
                context.Response.Body, table.ToFormat(), table.ToColumns(),
                export.ReadAsync(await workList.ListIdsAsync(filter, cancellation), evenArchived: true, cancellation), Audience.Editors,
                cancellation: cancellation);
    }

    private static async Task ExportEditedFunctionsAsync(
        [AsParameters] FunctionTableQuery table, [AsParameters] WorkListQuery list, HttpContext context, EntryWorkList workList,
        BusinessFunctionEditing functions, IDbContextFactory<DirectoryDbContext> contexts, CancellationToken cancellation)
    {
        var filter = new EntryFilter(
            list.Text ?? "", "archived".Equals(list.Show, StringComparison.OrdinalIgnoreCase),
            EnumNames.Find<EntryOrder>(list.Sort) ?? default, list.IsReversed);
        if (BeginFile(context, "functions", table.ToFormat()))
            await TableExport.WriteAsync(
                context.Response.Body, table.ToFormat(), table.ToColumns(),
                FunctionExport.ReadAsync(workList, functions, contexts, filter, cancellation),
                Audience.Editors, cancellation: cancellation);
    }

    // Says what the answer is, and whether its body is wanted.
    private static bool BeginFile(HttpContext context, string name, ExportFormat format)
    {
        var today = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        context.Response.ContentType = format.ToContentType();
        context.Response.Headers.ContentDisposition =
            string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{name}-{today:yyyy-MM-dd}{format.ToExtension()}\"");
        // The end of a compressed part of a workbook is written at once; what it holds is in memory by then.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return !context.IsHead();
    }
}

/// <summary>How a list of departments is exported.</summary>
public sealed record DepartmentTableQuery
{
    [FromQuery(Name = "format"), OneOf<ExportFormat>, Description("The kind of file; csv when not given.")]
    public string[]? Format { get; init; }

    [FromQuery(Name = "columns"), DepartmentColumns, Description("The columns in their order, separated by commas; all when not given.")]
    public string[]? Columns { get; init; }

    [FromQuery(Name = "reverse"), SingleText, Description("1 turns the order round.")]
    public string[]? Reverse { get; init; }

    internal bool IsReversed => Reverse is ["1"];

    internal ExportFormat ToFormat() => OneOfAttribute<ExportFormat>.Parse(Format) is [var format] ? format : ExportFormat.Csv;

    internal IReadOnlyList<TableColumn> ToColumns() => Tables.Departments.Choose(Columns?.FirstOrDefault(), out _);
}

/// <summary>How a list of functions is exported.</summary>
public sealed record FunctionTableQuery
{
    [FromQuery(Name = "format"), OneOf<ExportFormat>]
    public string[]? Format { get; init; }

    [FromQuery(Name = "columns"), FunctionColumns]
    public string[]? Columns { get; init; }

    internal ExportFormat ToFormat() => OneOfAttribute<ExportFormat>.Parse(Format) is [var format] ? format : ExportFormat.Csv;

    internal IReadOnlyList<TableColumn> ToColumns() => Tables.Functions.Choose(Columns?.FirstOrDefault(), out _);
}

/// <summary>The state of an editors' list as its address holds it; values that nobody can mean are left aside, as on the page.</summary>
public sealed record WorkListQuery
{
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "show")]
    public string? Show { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "order")]
    public string? Order { get; init; }

    internal bool IsReversed => Order == "reversed";
}

/// <summary>Names of columns, separated by commas.</summary>
/// <param name="columns">The columns that there are.</param>
public abstract class ColumnsAttribute(TableColumns columns) : QueryRuleAttribute
{
    /// <inheritdoc />
    public override void Describe(Microsoft.OpenApi.OpenApiSchema schema) =>
        (schema.Type, schema.Items) = (Microsoft.OpenApi.JsonSchemaType.String, null);

    /// <inheritdoc />
    protected override string? FindProblem(string[] values)
    {
        if (FindRepetition(values) is { } repeated)
            return repeated;
        columns.Choose(values[0], out var unknown);
        return unknown is null
            ? null
            : $"There is no column “{unknown}”. Allowed: {string.Join(", ", columns.All.Select(column => column.Name))}.";
    }
}

/// <summary>Names of columns of departments.</summary>
public sealed class DepartmentColumnsAttribute() : ColumnsAttribute(Tables.Departments);

/// <summary>Names of columns of functions.</summary>
public sealed class FunctionColumnsAttribute() : ColumnsAttribute(Tables.Functions);
