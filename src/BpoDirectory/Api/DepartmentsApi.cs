using System.ComponentModel;
using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Departments;
using BpoDirectory.Search;
using BpoDirectory.Search.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Api;

/// <summary>Departments: found by what one asks, and each with all that is said about it.</summary>
internal static class DepartmentsApi
{
    private static readonly TextParameter Query = new("q", "Search text. The first 200 characters and 16 words count.");
    private static readonly ChoiceParameter<Office> Office = new("office", "Only departments of this office; repeatable.", Repeatable: true);
    private static readonly SlugsParameter Line = new("line", "Only departments that deliver this service line, by its slug; repeatable.");
    private static readonly SlugsParameter Type = new("type", "Only departments near this outsourcing type, by its slug; repeatable.");
    private static readonly ChoiceParameter<Side> Side = new("side", "Only departments on this side of an outsourcing contract.");
    private static readonly ChoiceParameter<DepartmentSort> Sort = new("sort", "The order: relevance when something is asked, else name.");
    private static readonly NumberParameter Page = new("page", "The page, from 1.", Usual: 1);
    private static readonly NumberParameter PageSize =
        new("pageSize", "Departments on a page.", Usual: SearchRequest.UsualPage, Largest: SearchRequest.LargestPage);

    public static void MapDepartments(this IEndpointRouteBuilder api)
    {
        var departments = api.MapGroup("/departments").WithTags("Departments");
        departments.MapGet("/", List)
            .WithName("listDepartments")
            .WithSummary("Find departments")
            .WithDescription("Values of one parameter are alternatives; different parameters narrow each other.")
            .WithQuery(Query, Office, Line, Type, Side, Sort, Page, PageSize);
        departments.MapGet("/{slug}", Find)
            .WithName("getDepartment")
            .WithSummary("Read a department")
            .WithDescription("The ETag is the version. A slug the department had before redirects to its present one.")
            .Produces(StatusCodes.Status301MovedPermanently)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<DepartmentList>, ValidationProblem> List(HttpRequest request, DepartmentSearch search, SearchCounter counter)
    {
        var query = new QueryValues(request.Query);
        var asked = new SearchRequest
        {
            Text = query.Text(Query),
            Offices = query.Choices(Office),
            ServiceLines = query.Slugs(Line),
            OutsourcingTypes = query.Slugs(Type),
            Sides = query.Choices(Side),
            Sort = query.Choice(Sort, DepartmentSort.Relevance),
            Page = query.Number(Page),
            PageSize = query.Number(PageSize),
        };
        if (query.Errors.Count > 0)
            return TypedResults.ValidationProblem(query.Errors);
        var answer = search.Search(asked);
        counter.Count(request.HttpContext, answer);
        return TypedResults.Ok(DepartmentList.Of(answer));
    }

    private static Results<Ok<DepartmentAnswer>, RedirectHttpResult, StatusCodeHttpResult, ProblemHttpResult> Find(
        [Description("The department's slug, such as finance-and-accounting.")] string slug,
        HttpContext context, DepartmentReader departments, SlugRedirects former)
    {
        if (departments.Find(slug) is not { } department)
            return former.FindPresentSlug(EntryType.Department, slug) is { } present
                ? ReadApi.MovedTo("departments", present)
                : ReadApi.NotFound("department", slug);

        var version = new EntityTagHeaderValue($"\"{department.Version.ToString(CultureInfo.InvariantCulture)}\"");
        context.Response.GetTypedHeaders().ETag = version;
        return Has(context.Request.GetTypedHeaders().IfNoneMatch, version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(DepartmentAnswer.Of(department));
    }

    private static bool Has(IEnumerable<EntityTagHeaderValue> known, EntityTagHeaderValue version) =>
        known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(version, useStrongComparison: false));
}
