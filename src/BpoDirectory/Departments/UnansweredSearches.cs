using System.Data.Common;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;
using BpoDirectory.Search;
using BpoDirectory.Search.Questions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A wording that was searched for and found nothing.</summary>
/// <param name="Text">The wording, cleaned and in lower case.</param>
/// <param name="Count">How often, in the days that counts are kept.</param>
/// <param name="LastDay">The last time, in UTC.</param>
public sealed record UnansweredSearch(string Text, int Count, DateOnly LastDay);

/// <summary>Searches that found nothing, and the two ways to give them an answer: another name of a department, or a synonym.</summary>
public sealed class UnansweredSearches(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, DepartmentSearch search, EntryStore store,
    DepartmentEditing departments, SynonymSetEditing synonymSets, SearchCounter counter, AccountRights rights)
{
    /// <summary>Most wordings shown.</summary>
    public const int Most = 50;

    // Some of the most frequent may have an answer by now.
    private const int MostLookedAt = 4 * Most;

    // Readers see the history of a department: what somebody searched for is not theirs to know.
    private const string Answering = "Answers a search that found nothing";

    private const string Undone = "Undone: not what the search meant";

    /// <summary>The wordings that find nothing to this day, most frequent first.</summary>
    public async Task<IReadOnlyList<UnansweredSearch>> ListAsync()
    {
        await WriteCountsAsync();
        await using var db = await contexts.CreateDbContextAsync();
        var counted = await db.SearchCounts.Where(c => !c.IsAnswered)
            .GroupBy(c => c.Text)
            .Select(c => new { Text = c.Key, Count = c.Sum(day => day.Count), LastDay = c.Max(day => day.Day) })
            .OrderByDescending(c => c.Count).ThenBy(c => c.Text)
            .Take(MostLookedAt)
            .Select(c => new UnansweredSearch(c.Text, c.Count, c.LastDay))
            .ToListAsync();
        return [.. counted.Where(c => !search.Search(new SearchRequest { Text = c.Text, PageSize = 1 }).IsAnswered).Take(Most)];
    }

    /// <summary>Whether any search at all is counted.</summary>
    public async Task<bool> IsAnyCountedAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.SearchCounts.AnyAsync();
    }

    /// <summary>Makes the wording another name of the department with this name or slug.</summary>
    /// <returns>The department's name.</returns>
    /// <exception cref="DirectoryRuleException">There is no such department, or the name is taken.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<string> AddAliasAsync(Actor actor, string text, string department) =>
        ChangeAsync(actor, departments, Answering, db => FindDepartmentAsync(db, department), content =>
        {
            if (content.Aliases.Exists(alias => Same(alias.Name, text)))
                throw new DirectoryRuleException($"“{text}” is another name of {content.Name} already.");
            content.Aliases.Add(new AliasContent { Name = text });
        });

    /// <summary>Undoes what <see cref="AddAliasAsync"/> did.</summary>
    /// <returns>The department's name.</returns>
    /// <exception cref="DirectoryRuleException">There is no such department, or it has no such name.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<string> RemoveAliasAsync(Actor actor, string text, string department) =>
        ChangeAsync(actor, departments, Undone, db => FindDepartmentAsync(db, department), content =>
        {
            if (content.Aliases.RemoveAll(alias => Same(alias.Name, text)) == 0)
                throw new DirectoryRuleException($"“{text}” is no name of {content.Name} any more.");
        });

    /// <summary>Adds the wording to the synonym set with this name.</summary>
    /// <returns>The set's name.</returns>
    /// <exception cref="DirectoryRuleException">There is no such set, or it has the wording.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<string> AddSynonymAsync(Actor actor, string text, string set) =>
        ChangeAsync(actor, synonymSets, Answering, db => FindSetAsync(db, set), content =>
        {
            if (content.Members.Exists(member => Same(member, text)))
                throw new DirectoryRuleException($"“{text}” is in {content.Name} already.");
            content.Members.Add(text);
        });

    /// <summary>Undoes what <see cref="AddSynonymAsync"/> did.</summary>
    /// <returns>The set's name.</returns>
    /// <exception cref="DirectoryRuleException">There is no such set, or it has no such wording.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<string> RemoveSynonymAsync(Actor actor, string text, string set) =>
        ChangeAsync(actor, synonymSets, Undone, db => FindSetAsync(db, set), content =>
        {
            if (content.Members.RemoveAll(member => Same(member, text)) == 0)
                throw new DirectoryRuleException($"“{text}” is not in {content.Name} any more.");
        });

    /// <summary>Forgets a wording that needs no answer; it is counted anew when it is searched for again.</summary>
    /// <returns>What is forgotten, for <see cref="RestoreAsync"/>.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<IReadOnlyList<SearchCount>> DismissAsync(Actor actor, string text)
    {
        await WriteCountsAsync();
        IReadOnlyList<SearchCount> forgotten = [];
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            var counts = await db.SearchCounts.Where(c => !c.IsAnswered && c.Text == text).ToListAsync();
            db.SearchCounts.RemoveRange(counts);
            forgotten = counts;
        });
        return forgotten;
    }

    /// <summary>Undoes what <see cref="DismissAsync"/> did.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task RestoreAsync(Actor actor, IReadOnlyList<SearchCount> forgotten) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Editor);
        var text = forgotten.Select(count => count.Text).FirstOrDefault();
        var counted = await db.SearchCounts.Where(c => !c.IsAnswered && c.Text == text).Select(c => c.Day).ToListAsync();
        db.SearchCounts.AddRange(forgotten.Where(count => !counted.Contains(count.Day)));
    });

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

    private static async Task<string> FindDepartmentAsync(DirectoryDbContext db, string department) =>
        await db.Departments.Where(d => d.NameKey == NameComparison.KeyOf(department) || d.Slug == department.Trim()).Select(d => d.Slug).FirstOrDefaultAsync()
        ?? throw new DirectoryRuleException($"There is no department “{department.Trim()}”: choose one of the list.");

    private static async Task<string> FindSetAsync(DirectoryDbContext db, string set) =>
        await db.SynonymSets.Where(s => s.NameKey == NameComparison.KeyOf(set)).Select(s => s.Id.ToString()).FirstOrDefaultAsync()
        ?? throw new DirectoryRuleException($"There is no synonym set “{set.Trim()}”: choose one of the list.");

    private static bool Same(string text, string other) => NameComparison.AreSame(text, other);

    private async Task<string> ChangeAsync<T>(
        Actor actor, EntryEditing<T> editing, string note, Func<DirectoryDbContext, Task<string>> find, Action<T> change) where T : EntryContent, new()
    {
        var title = "";
        await gate.WriteAsync(async db =>
        {
            var open = (await store.OpenAsync(editing, db, await find(db)))!;
            change(open.Content);
            var save = new EntrySave<T>(open.Id, open.Version, open.Content, note) { Action = RevisionAction.Edited };
            var outcome = await store.SaveAsync(editing, db, actor, save);
            if (outcome.Problems is [var problem, ..])
                throw new DirectoryRuleException(problem.Message);
            title = outcome.Saved!.Content.Title;
        });
        return title;
    }
}
