using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>What was saved of an entry, and when, by whom and why.</summary>
internal static class RevisionsApi
{
    /// <summary>Maps the history of entries of a type.</summary>
    /// <param name="entries">Where the entries are mapped.</param>
    /// <param name="slug">What the part of an address is, for the description.</param>
    /// <param name="operation">The name of the operation.</param>
    public static void MapRevisions<TEditing, TContent>(this RouteGroupBuilder entries, string slug, string operation)
        where TEditing : EntryEditing<TContent>
        where TContent : EntryContent, new()
    {
        var editing = ((IEndpointRouteBuilder)entries).ServiceProvider.GetRequiredService<TEditing>();
        entries.MapGet("/{slug}/revisions", (string slug, [AsParameters] PageQuery paging, EntryStore store, RevisionReader revisions) =>
                ListAsync(editing, slug, paging, store, revisions))
            .WithSlug(slug)
            .WithName(operation)
            .WithSummary($"Read the history of {editing.One}")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<RevisionList>, ProblemHttpResult>> ListAsync<TContent>(
        EntryEditing<TContent> editing, string slug, PageQuery paging, EntryStore store, RevisionReader revisions)
        where TContent : EntryContent, new()
    {
        var (page, size) = paging.Parse();
        if (await store.OpenAsync(editing, slug) is not { Content.Archived: false } open)
            return ReadApi.NotFound(editing.Noun, slug);
        var saved = await revisions.ListAsync(editing, open.Id, page, size);
        return TypedResults.Ok(new RevisionList(
            await revisions.CountAsync(editing, open.Id), page, size,
            [.. saved.Select(revision => new RevisionItem(
                revision.Number, revision.SavedAt, revision.By, revision.Action, revision.Note))]));
    }
}

/// <summary>An entry's revisions, latest first, one page of them.</summary>
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
