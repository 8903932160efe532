using System.ComponentModel;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Departments;
using BpoDirectory.Operations.Security;
using BpoDirectory.Search;
using BpoDirectory.Search.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Api;

/// <summary>Departments: found by what one asks, and each with all that is said about it.</summary>
internal static class DepartmentsApi
{
    public static void MapDepartments(this IEndpointRouteBuilder api)
    {
        var departments = api.MapGroup("/departments").WithTags("Departments");
        departments.MapGet("/", List)
            .WithName("listDepartments")
            .WithSummary("Find departments")
            .WithDescription("Values of one parameter are alternatives; different parameters narrow each other.")
            .RequireRateLimiting(RateLimits.Search)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesValidationProblem();
        departments.MapGet("/{slug}", Find)
            .WithName("getDepartment")
            .WithSummary("Read a department")
            .WithDescription("The ETag begins with the version; If-Match takes it as it was read. A slug the department had before redirects to its present one.")
            .Produces(StatusCodes.Status301MovedPermanently)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Finds departments, and counts what was asked.</summary>
    internal static Ok<DepartmentList> List(
        [AsParameters] TextQuery question, [AsParameters] DepartmentQuery query, [AsParameters] PageQuery paging,
        HttpContext context, DepartmentSearch search, SearchCounter counter, Audience audience, OpenNow now)
    {
        var answer = search.Search(query.ToSearchRequest(question, paging, audience));
        counter.Count(context, answer, isShown: false);
        return TypedResults.Ok(DepartmentList.From(answer, now));
    }

    private static Results<Ok<DepartmentAnswer>, RedirectHttpResult, ProblemHttpResult> Find(
        [Description("The department's slug, such as finance-and-accounting.")] string slug,
        HttpContext context, DepartmentReader departments, SlugRedirects former, Audience audience, OpenNow now)
    {
        if (departments.Find(slug, audience) is not { } department)
            return former.FindPresentSlug(EntryType.Department, slug) is { } present
                ? ReadApi.MovedTo("departments", present)
                : ReadApi.NotFound("department", slug);

        var answer = DepartmentAnswer.From(department, audience, now);
        context.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue(VersionTag.Of(answer));
        context.Response.Headers.Append(HeaderNames.Vary, $"{HeaderNames.Cookie}, {HeaderNames.Authorization}");
        return TypedResults.Ok(answer);
    }
}
