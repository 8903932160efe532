using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Departments;
using BpoDirectory.Functions;
using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace BpoDirectory.Api.Assistants;

/// <summary>What assistants can ask. The answers are those of the API; what is wrong is told with what to do.</summary>
internal sealed class DirectoryTools(
    IHttpContextAccessor requests, DepartmentSearch search, SearchCounter counter, SearchState state, DepartmentReader departments,
    BusinessFunctionReader functions, SlugRedirects former, Audience audience, OpenNow now, IOptions<JsonOptions> json)
{
    private const int FewAnswers = 5;

    /// <summary>Who handles something.</summary>
    [McpServerTool(Name = "who_handles", Title = "Who handles it?", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Finds the department that handles something, from a question in everyday words. Answers with `answer`, the business function that "
        + "evidently answers the question with its owning departments (main owner first, how to reach each and whether it is open now), and "
        + "with the best matching departments in `items`, best first, each with the reason for the match. `suggestions` are close wordings "
        + "when nothing is found.")]
    public CallToolResult WhoHandles(
        [Description(
            "What somebody wants done or asks about, in their own words, such as “who do I ask about my payslip”, “payroll in Berlin” or "
            + "“phone number for IT support”. The first 200 characters count.")]
        string question) =>
        string.IsNullOrWhiteSpace(question)
            ? Wrong("The question is empty. Say what somebody wants done, such as “payroll”.")
            : List(question, new DepartmentQuery(), 1, FewAnswers);

    /// <summary>Departments by question and filter.</summary>
    [McpServerTool(Name = "search_departments", Title = "Search departments", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Lists departments, a page at a time: those that have to do with a question, or all, narrowed by filters. Values of one filter are "
        + "alternatives; different filters narrow each other. `facets` counts the values that each filter can take: use them, not guesses, as values.")]
    public CallToolResult SearchDepartments(
        [Description("What is looked for, in words; leave it out to list all departments by name.")] string? question = null,
        [Description("Offices: front, back, both or none.")] string[]? office = null,
        [Description("Slugs of service lines, as in facets.line.")] string[]? line = null,
        [Description("Slugs of outsourcing types, as in facets.type.")] string[]? type = null,
        [Description("Slugs of sites, as in facets.site.")] string[]? site = null,
        [Description("BCP 47 tags of languages in which people can be served, such as en or de.")] string[]? language = null,
        [Description("Slugs of tags, as in facets.tag.")] string[]? tag = null,
        [Description("The page, from 1.")] int page = 1,
        [Description("Departments on a page, 1 to 100.")] int pageSize = 10) =>
        List(
            question, new DepartmentQuery { Office = office, Line = line, Type = type, Site = site, Language = language, Tag = tag },
            page, pageSize);

    /// <summary>One department.</summary>
    [McpServerTool(Name = "get_department", Title = "Read a department", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Reads all that is known of one department: what it is responsible for, the functions it owns, how and when it is reached, whether it is "
        + "open now, whom to turn to next, what it promises, its sites and languages, and the sources of all that. People and clients are "
        + "there only for those who may see them.")]
    public CallToolResult GetDepartment(
        [Description("The department's slug, such as finance-and-accounting: the `slug` of an item that another tool answered with.")] string slug)
    {
        var department = departments.Find(slug, audience)
            ?? (former.FindPresentSlug(EntryType.Department, slug) is { } present ? departments.Find(present, audience) : null);
        return department is null
            ? Wrong($"No department has the slug “{slug}”. Find it with search_departments or who_handles, and use the slug of an item.")
            : Answer(DepartmentAnswer.From(department, audience, now));
    }

    /// <summary>Functions and their owners.</summary>
    [McpServerTool(Name = "list_functions", Title = "List functions", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Lists business functions by name, a page at a time, each with the departments that own it in order, the main owner first. With a text, "
        + "those whose name or one of whose synonyms contains it. For a question in everyday words use who_handles.")]
    public async Task<CallToolResult> ListFunctionsAsync(
        [Description("Part of a name or synonym, such as “invoice”; leave it out to list all.")] string? text = null,
        [Description("The page, from 1.")] int page = 1,
        [Description("Functions on a page, 1 to 100.")] int pageSize = 25,
        CancellationToken cancellation = default) =>
        ProblemOf(PageOf(page, pageSize)) is { } problem
            ? Wrong(problem)
            : Answer((await FunctionsApi.ListAsync(QuestionOf(text), PageOf(page, pageSize), functions, state, cancellation)).Value!);

    private CallToolResult List(string? question, DepartmentQuery query, int page, int pageSize) =>
        (ProblemOf(query) ?? ProblemOf(PageOf(page, pageSize))) is { } problem
            ? Wrong(problem)
            : Answer(DepartmentsApi.List(
                QuestionOf(question), query, PageOf(page, pageSize), requests.HttpContext!, search, counter, audience, now).Value!);

    private static TextQuery QuestionOf(string? text) => new() { Q = text is null ? null : [text] };

    private static PageQuery PageOf(int page, int pageSize) => new()
    {
        Page = [page.ToString(CultureInfo.InvariantCulture)], PageSize = [pageSize.ToString(CultureInfo.InvariantCulture)],
    };

    // The rules of the API.
    private static string? ProblemOf(object query)
    {
        var problems = new List<ValidationResult>();
        return Validator.TryValidateObject(query, new ValidationContext(query), problems, validateAllProperties: true)
            ? null
            : string.Join(' ', problems.Select(Tell));
    }

    private static string Tell(ValidationResult problem) =>
        $"{string.Join(", ", problem.MemberNames.Select(JsonNamingPolicy.CamelCase.ConvertName))}: {problem.ErrorMessage}";

    private CallToolResult Answer<T>(T answer)
    {
        var content = JsonSerializer.SerializeToElement(answer, json.Value.SerializerOptions);
        return new CallToolResult { Content = [new TextContentBlock { Text = content.GetRawText() }], StructuredContent = content };
    }

    private static CallToolResult Wrong(string what) => new() { Content = [new TextContentBlock { Text = what }], IsError = true };
}
