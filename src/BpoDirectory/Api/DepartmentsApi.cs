using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
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
    private const string Slug = "The department's slug, such as finance-and-accounting.";

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
        departments.MapRevisions<DepartmentEditing, DepartmentContent>(Slug, "listRevisions");
    }

    public static void MapDepartmentWrites(this IEndpointRouteBuilder api) =>
        api.MapEntryWrites<DepartmentContent, DepartmentBody, ArchiveBody>(
            new(api.ServiceProvider.GetRequiredService<DepartmentEditing>(), "departments", "Departments", "Department", Read)
            {
                Slug = Slug,
                New = () => new DepartmentContent { Office = Office.Front, OfficeBasis = OfficeBasis.Stated },
                Example =
                    """
                    {
                      "name": "Facilities", "aliases": ["Building services"], "office": "back", "officeBasis": "judged",
                      "officeReason": "No client meets it.", "summary": "Keeps the houses in order.",
                      "responsibilities": [{ "text": "Cleaning", "detail": "Every evening." }],
                      "channels": [{ "kind": "email", "value": "facilities@example.com", "label": "Service desk" }],
                      "hours": { "timeZone": "Asia/Manila", "days": [{ "firstDay": "monday", "lastDay": "friday", "opens": "09:00", "closes": "18:00" }] },
                      "delivery": "inhouse", "tags": ["internal"], "languages": ["en"],
                      "functions": [{ "slug": "payroll-processing", "rank": 2, "reason": "Pays its own people." }],
                      "reviewIntervalDays": 90, "note": "New in the organisation"
                    }
                    """,
            },
            body => body.Note,
            (body, content) => (content.Archived, content.Successor) = (true, body.Successor ?? content.Successor));

    private static Task<object?> Read(HttpContext context, string slug) => Task.FromResult<object?>(
        context.RequestServices.GetRequiredService<DepartmentReader>().Find(slug, Audience.Editors, evenArchived: true) is { } department
            ? DepartmentAnswer.From(department, Audience.Editors, context.RequestServices.GetRequiredService<OpenNow>())
            : null);

    internal static Ok<DepartmentList> List(
        [AsParameters] TextQuery question, [AsParameters] DepartmentQuery query, [AsParameters] PageQuery paging,
        HttpContext context, DepartmentSearch search, SearchCounter counter, Audience audience, OpenNow now)
    {
        var answer = search.Search(query.ToSearchRequest(question, paging, audience));
        counter.Count(context, answer, isShown: false);
        return TypedResults.Ok(DepartmentList.From(answer, now));
    }

    private static Results<Ok<DepartmentAnswer>, RedirectHttpResult, ProblemHttpResult> Find(
        [Description(Slug)] string slug,
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

/// <summary>What to say when a department is archived.</summary>
/// <param name="Successor">Slug of the department that takes over its work, where one does.</param>
/// <param name="Note">Why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ArchiveBody(
    [property: MaxLength(Rules.SlugLength)] string? Successor, [property: MaxLength(Rules.SentenceLength)] string? Note);
