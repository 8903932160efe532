using System.ComponentModel;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>What was saved of a department, and when, by whom and why.</summary>
internal static class RevisionsApi
{
    public static void MapRevisions(this IEndpointRouteBuilder api) =>
        api.MapGet("/departments/{slug}/revisions", ListAsync)
            .WithTags("Departments")
            .WithName("listRevisions")
            .WithSummary("Read a department's history")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<RevisionList>, ProblemHttpResult>> ListAsync(
        [Description("The department's slug, such as finance-and-accounting.")] string slug, [AsParameters] PageQuery paging,
        EntryEditor editor, Revisions revisions, DepartmentKind kind)
    {
        var (page, size) = paging.Parse();
        if (await editor.OpenAsync(kind, slug) is not { Content.Archived: false } open)
            return ReadApi.NotFound("department", slug);
        var saved = await revisions.ListAsync(kind, open.Id, page, size);
        return TypedResults.Ok(new RevisionList(
            await revisions.CountAsync(kind, open.Id), page, size,
            [.. saved.Select(revision => new RevisionItem(
                revision.Number, revision.SavedAt, revision.By, revision.Action, revision.Note))]));
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
