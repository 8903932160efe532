using System.Data.Common;
using System.Linq.Expressions;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Search.Questions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Which wordings are listed.</summary>
public enum WordingList
{
    /// <summary>Those that find nothing.</summary>
    Unanswered,

    /// <summary>Those whose answers are only close in meaning.</summary>
    ByMeaning,

    /// <summary>Those whose answers nobody has opened.</summary>
    NeverOpened,

    /// <summary>Those that are suggested to everybody.</summary>
    Suggested,
}

/// <summary>The order of the wordings: from A to Z, and what is most or latest first.</summary>
public enum WordingOrder
{
    Count,
    Text,
    Trend,
    LastDay,
}

/// <summary>Which wordings an editor looks at, and in which order.</summary>
/// <param name="List">The list.</param>
/// <param name="Text">What they contain, in any spelling of its letters; empty for all.</param>
/// <param name="Order">What they are ordered by.</param>
/// <param name="IsReversed">Whether that order is turned round.</param>
public sealed record WordingFilter(WordingList List, string Text = "", WordingOrder Order = WordingOrder.Count, bool IsReversed = false);

/// <summary>A wording that people searched for.</summary>
/// <param name="Text">The wording, cleaned and in lower case.</param>
/// <param name="Count">How often, in the days that counts are kept.</param>
/// <param name="ThisWeek">How often in the last seven days.</param>
/// <param name="WeekBefore">How often in the seven days before.</param>
/// <param name="LastDay">The last time, in UTC.</param>
/// <param name="IsApproved">Whether an editor has it suggested to everybody.</param>
public sealed record SearchedWording(string Text, int Count, int ThisWeek, int WeekBefore, DateOnly LastDay, bool IsApproved);

/// <summary>
/// What people searched for, how it was answered, and what editors make of it: a name of an entry, a suggestion, or nothing.
/// </summary>
public sealed class SearchedWordings(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, EntryStore store, SearchCounter counter, SearchOutcomes outcomes,
    AccountRights rights, TimeProvider clock)
{
    private const int DaysOfWeek = 7;

    // Readers see the history of an entry: what somebody searched for is not theirs to know.
    private const string Answering = "Another name that people search for";

    private const string Undone = "Undone: not what the search meant";

    /// <summary>How many wordings the filter lets through.</summary>
    public async Task<int> CountAsync(WordingFilter filter)
    {
        await WriteCountsAsync();
        await using var db = await contexts.CreateDbContextAsync();
        return await Matching(db, filter).CountAsync();
    }

    /// <summary>Some of them, in the filter's order.</summary>
    public async Task<IReadOnlyList<SearchedWording>> ListAsync(WordingFilter filter, int skip, int take)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (weekAgo, twoWeeksAgo) = (today.AddDays(-DaysOfWeek), today.AddDays(-2 * DaysOfWeek));
        var rows = Matching(db, filter).Select(w => new Row
        {
            Text = w.Text,
            IsApproved = w.IsApproved,
            Count = w.Counts.Sum(c => c.Count),
            ThisWeek = w.Counts.Sum(c => c.Day > weekAgo ? c.Count : 0),
            WeekBefore = w.Counts.Sum(c => c.Day <= weekAgo && c.Day > twoWeeksAgo ? c.Count : 0),
            LastDay = w.Counts.Where(c => c.Count > 0).Max(c => (DateOnly?)c.Day),
        });
        var page = await Ordered(rows, filter).ThenBy(row => row.Text).Skip(skip).Take(take).ToListAsync();
        return [.. page.Select(row =>
            new SearchedWording(row.Text, row.Count, row.ThisWeek, row.WeekBefore, row.LastDay ?? default, row.IsApproved))];
    }

    /// <summary>Whether any search at all is counted.</summary>
    public async Task<bool> IsAnyCountedAsync()
    {
        await WriteCountsAsync();
        await using var db = await contexts.CreateDbContextAsync();
        return await db.SearchCounts.AnyAsync();
    }

    /// <summary>Makes the wording another name of the entry in use with this name or slug.</summary>
    /// <returns>What the entry is called.</returns>
    /// <exception cref="DirectoryRuleException">There is no such entry, it has the name, or it may not have it.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<string> AddNameAsync<T>(Actor actor, EntryEditing<T> editing, string text, string target)
        where T : EntryContent, IOtherNames, new() =>
        ChangeAsync(actor, editing, Answering, text, target, content =>
        {
            if (content.HasName(text))
                throw new DirectoryRuleException($"{content.Title} has “{text}” already.");
            content.AddName(text);
        });

    /// <summary>Undoes what <see cref="AddNameAsync"/> did.</summary>
    /// <returns>What the entry is called.</returns>
    /// <exception cref="DirectoryRuleException">There is no such entry, or it has no such name.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<string> RemoveNameAsync<T>(Actor actor, EntryEditing<T> editing, string text, string target)
        where T : EntryContent, IOtherNames, new() =>
        ChangeAsync(actor, editing, Undone, text, target, content =>
        {
            if (!content.HasName(text))
                throw new DirectoryRuleException($"{content.Title} has no “{text}” any more.");
            content.RemoveName(text);
        });

    /// <summary>Has a wording that needs nothing leave every list for good, and the suggestions too; or takes that back.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task DismissAsync(Actor actor, string text, bool isDismissed = true) =>
        SetAsync(actor, text, wording => wording.IsDismissed = isDismissed);

    /// <summary>Has a wording suggested to everybody as soon as it has an answer; or leaves that to how often it is asked.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task ApproveAsync(Actor actor, string text, bool isApproved = true) =>
        SetAsync(actor, text, wording => wording.IsApproved = isApproved);

    private static IQueryable<SearchWording> Matching(DirectoryDbContext db, WordingFilter filter)
    {
        var text = WordingKey.From(filter.Text);
        return db.SearchWordings.Where(w => !w.IsDismissed && w.Key.Contains(text)).Where(Condition(filter.List));
    }

    private static Expression<Func<SearchWording, bool>> Condition(WordingList list) => list switch
    {
        WordingList.Unanswered => w => w.Outcome == SearchOutcome.Nothing && w.Counts.Any(c => c.Count > 0),
        WordingList.ByMeaning => w => w.Outcome == SearchOutcome.Meaning && w.Counts.Any(c => c.Count > 0),
        WordingList.NeverOpened => w => w.Outcome != SearchOutcome.Nothing
            && w.Counts.Any(c => c.Shown > 0) && !w.Counts.Any(c => c.Opened > 0),
        _ => w => w.Outcome != SearchOutcome.Nothing
            && (w.IsApproved || (w.IsWhole && w.Counts.Count(c => c.Count > 0) >= SearchWording.DaysBeforeSuggested)),
    };

    private static IOrderedQueryable<Row> Ordered(IQueryable<Row> rows, WordingFilter filter) => filter.Order switch
    {
        WordingOrder.Text => rows.OrderBy(row => row.Text, isDescending: filter.IsReversed),
        WordingOrder.Trend => rows.OrderBy(row => row.ThisWeek - row.WeekBefore, isDescending: !filter.IsReversed),
        WordingOrder.LastDay => rows.OrderBy(row => row.LastDay ?? DateOnly.MinValue, isDescending: !filter.IsReversed),
        _ => rows.OrderBy(row => row.Count, isDescending: !filter.IsReversed),
    };

    private async Task WriteCountsAsync()
    {
        try
        {
            await counter.WriteAsync(CancellationToken.None);
        }
        catch (DbException)
        {
            // They stay in memory to be written later, and what is written already can be read.
        }
    }

    private async Task SetAsync(Actor actor, string text, Action<SearchWording> set)
    {
        var key = WordingKey.From(text);
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            if (await db.SearchWordings.SingleOrDefaultAsync(wording => wording.Key == key) is { } wording)
                set(wording);
        });
    }

    private async Task<string> ChangeAsync<T>(
        Actor actor, EntryEditing<T> editing, string note, string text, string target, Action<T> change) where T : EntryContent, new()
    {
        var title = "";
        var (name, address) = (NameComparison.KeyOf(target), target.Trim());
        await gate.WriteAsync(async db =>
        {
            var slug = await editing.Rows(db).Where(row => !row.IsArchived && (row.NameKey == name || row.Slug == address))
                .Select(row => row.Slug).FirstOrDefaultAsync()
                ?? throw new DirectoryRuleException($"There is no {editing.Noun} “{address}”: choose one of the list.");
            var open = (await store.OpenAsync(editing, db, slug))!;
            change(open.Content);
            var save = new EntrySave<T>(open.Id, open.Version, open.Content, note) { Action = RevisionAction.Edited };
            var outcome = await store.SaveAsync(editing, db, actor, save);
            if (outcome.Problems is [var problem, ..])
                throw new DirectoryRuleException(problem.Message);
            title = outcome.Saved!.Content.Title;
        });
        // What was answered before the change must not be written after it.
        await WriteCountsAsync();
        await outcomes.RefreshAsync(text, CancellationToken.None);
        return title;
    }

    private sealed class Row
    {
        public required string Text { get; init; }

        public bool IsApproved { get; init; }

        public int Count { get; init; }

        public int ThisWeek { get; init; }

        public int WeekBefore { get; init; }

        public DateOnly? LastDay { get; init; }
    }
}
