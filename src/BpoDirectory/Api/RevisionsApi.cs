using System.ComponentModel;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>What was saved of a department, and when, by whom and why.</summary>
internal static class RevisionsApi
{
    private static readonly NumberParameter Page = new("page", "The page, from 1.", Usual: 1);
    private static readonly NumberParameter PageSize = new("pageSize", "Revisions on a page.", Usual: 25, Largest: 100);

    public static void MapRevisions(this IEndpointRouteBuilder api) =>
        api.MapGet("/departments/{slug}/revisions", List)
            .WithTags("Departments")
            .WithName("listRevisions")
            .WithSummary("Read a department's history")
            .WithQuery(Page, PageSize)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<RevisionList>, ValidationProblem, ProblemHttpResult>> List(
        [Description("The department's slug, such as finance-and-accounting.")] string slug, HttpRequest request, EntryStore store, RevisionReader revisions, DepartmentEditing editing)
    {
        var query = new QueryValues(request.Query);
        var (page, size) = (query.Number(Page), query.Number(PageSize));
        if (query.Errors.Count > 0)
            return TypedResults.ValidationProblem(query.Errors);
        if (await store.OpenAsync(editing, slug) is not { Content.Archived: false } open)
            return ReadApi.NotFound("department", slug);
        var lines = await revisions.ListAsync(editing, open.Id, page, size);
        return TypedResults.Ok(new RevisionList(
            await revisions.CountAsync(editing, open.Id), page, size,
            [.. lines.Select(line => new RevisionItem(line.Number, line.SavedAt, line.By, line.Action, line.Note))]));
    }
}

/// <summary>A department's revisions, latest first, one page of them.</summary>
/// <param name="Total">How many there are, over all pages.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="PageSize">Revisions on a page.</param>
/// <param name="Items">The revisions of this page.</param>
public sealed record RevisionList(int Total, int Page, int PageSize, IReadOnlyList<RevisionItem> Items);

/// <summary>What one save did.</summary>
/// <param name="Number">The version that it made.</param>
/// <param name="SavedAt">When, in UTC.</param>
/// <param name="By">Who saved; empty for the program itself.</param>
/// <param name="Action">What it did.</param>
/// <param name="Note">Why, where the editor said so.</param>
public sealed record RevisionItem(int Number, DateTime SavedAt, string By, RevisionAction Action, string? Note);
