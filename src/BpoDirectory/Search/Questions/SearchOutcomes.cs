using BpoDirectory.Data;
using BpoDirectory.Search.Meaning;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search.Questions;

/// <summary>Keeps with each wording how the directory answers it now, so that nobody has to search for it again to know.</summary>
public sealed class SearchOutcomes(
    IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate, DepartmentSearch search, MeaningSearch meaning)
{
    // Those asked less are known anew when they are asked again.
    private const int MostLookedAt = 500;

    /// <summary>Searches again for the wordings that were asked most.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var wordings = await SearchCountStore.ReadMostAskedAsync(db, MostLookedAt, cancellation);
        await RefreshAsync(wordings, cancellation);
    }

    /// <summary>Searches again for one wording.</summary>
    public async Task RefreshAsync(string text, CancellationToken cancellation)
    {
        var key = WordingKey.From(text);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var found = await db.SearchWordings.AsNoTracking().Where(wording => wording.Key == key).ToListAsync(cancellation);
        await RefreshAsync(found, cancellation);
    }

    private async Task RefreshAsync(IReadOnlyList<SearchWording> wordings, CancellationToken cancellation)
    {
        var changed = await Task.Run(() => wordings.Where(IsChanged).ToList(), cancellation);
        if (changed.Count == 0)
            return;
        await gate.WriteAsync(
            async db =>
            {
                foreach (var wording in changed)
                    await db.SearchWordings.Where(stored => stored.Key == wording.Key).ExecuteUpdateAsync(
                        set => set.SetProperty(w => w.Outcome, wording.Outcome).SetProperty(w => w.IsWhole, wording.IsWhole), cancellation);
            },
            cancellation);
    }

    private bool IsChanged(SearchWording wording)
    {
        var answer = search.Search(new SearchRequest { Text = wording.Text, PageSize = 1 });
        // While meaning is not ready, it is not known what it would answer.
        if (answer.IsIncomplete || (!answer.IsAnswered && wording.Outcome == SearchOutcome.Meaning && !meaning.IsReady))
            return false;
        var (outcome, isWhole) = (wording.Outcome, wording.IsWhole);
        (wording.Outcome, wording.IsWhole) = (answer.Outcome, answer.IsWhole);
        return (outcome, isWhole) != (wording.Outcome, wording.IsWhole);
    }
}
