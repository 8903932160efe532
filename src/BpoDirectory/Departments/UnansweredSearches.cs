using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Search;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>A wording that was searched for and found nothing.</summary>
/// <param name="Text">The wording, cleaned and in lower case.</param>
/// <param name="Count">How often, in the days that counts are kept.</param>
/// <param name="LastDay">The last time, in UTC.</param>
public sealed record UnansweredSearch(string Text, int Count, DateOnly LastDay);

/// <summary>Searches that found nothing, and the two ways to give them an answer: another name of a department, or a synonym.</summary>
public sealed class UnansweredSearches(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, DepartmentSearch search, EntryEditor editor,
    DepartmentKind departments, SynonymSetKind synonymSets)
{
    /// <summary>Most wordings shown.</summary>
    public const int Most = 50;

    // Some of the most frequent may have an answer by now.
    private const int MostLookedAt = 4 * Most;

    /// <summary>The wordings that find nothing to this day, most frequent first.</summary>
    public async Task<IReadOnlyList<UnansweredSearch>> ListAsync()
    {
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

    /// <summary>Makes the wording another name of the department with this name or slug.</summary>
    /// <returns>The department's name.</returns>
    /// <exception cref="DirectoryRuleException">There is no such department, or the name is taken.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<string> AddAliasAsync(Actor actor, string text, string department) =>
        ChangeAsync(actor, departments, text, async db => await db.Departments
                .Where(d => !d.IsArchived && (d.Name == department.Trim() || d.Slug == department.Trim())).Select(d => d.Slug).FirstOrDefaultAsync()
                ?? throw new DirectoryRuleException($"There is no department “{department.Trim()}”: choose one of the list."),
            content => content.Aliases.Add(new AliasContent { Name = text }));

    /// <summary>Adds the wording to the synonym set with this name.</summary>
    /// <returns>The set's name.</returns>
    /// <exception cref="DirectoryRuleException">There is no such set, or it has the wording.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public Task<string> AddSynonymAsync(Actor actor, string text, string set) =>
        ChangeAsync(actor, synonymSets, text, async db => await db.SynonymSets
                .Where(s => s.Name == set.Trim()).Select(s => s.Id.ToString()).FirstOrDefaultAsync()
                ?? throw new DirectoryRuleException($"There is no synonym set “{set.Trim()}”: choose one of the list."),
            content => content.Members.Add(text));

    private async Task<string> ChangeAsync<T>(
        Actor actor, EntryKind<T> kind, string text, Func<DirectoryDbContext, Task<string>> find, Action<T> change) where T : EntryContent, new()
    {
        var title = "";
        await gate.WriteAsync(async db =>
        {
            var open = (await editor.OpenAsync(kind, db, await find(db)))!;
            change(open.Content);
            var outcome = await editor.SaveAsync(kind, db, actor, new EntrySave<T>(open.Id, open.Version, open.Content, $"People searched for “{text}”"));
            if (outcome.Problems is [var problem, ..])
                throw new DirectoryRuleException(problem.Message);
            title = outcome.Saved!.Content.Title;
        });
        return title;
    }
}
