using System.Runtime.CompilerServices;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Search;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.Export;

/// <summary>The departments of a list, all of its pages, as they are exported.</summary>
public sealed class DepartmentExport(DepartmentSearch search, IDbContextFactory<DirectoryDbContext> contexts) : IDisposable
{
    /// <summary>Where readers' lists are exported, with the parameters of the list.</summary>
    public const string Path = "/api/v1/export/departments";

    private const int Batch = 500;
    private const int AnswersAtOnce = 1000;
    private const int MostReadsAtOnce = 2;

    // Many exports at once leave the machine to readers: each waits for its turn with every batch.
    private readonly SemaphoreSlim _turns = new(MostReadsAtOnce);

    /// <summary>Keys of all departments that a request lists, in the order of the list.</summary>
    public async Task<IReadOnlyList<int>> ListAsync(SearchRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Text))
            return search.ListIds(request);
        var slugs = new List<string>();
        while (true)
        {
            var answer = search.Search(request with { Page = (slugs.Count / AnswersAtOnce) + 1, PageSize = AnswersAtOnce });
            slugs.AddRange(answer.Items.Select(item => item.Slug));
            if (answer.Items.Count < AnswersAtOnce)
                break;
        }
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var ids = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in slugs.Chunk(AnswersAtOnce))
            foreach (var row in await db.Departments.Where(d => some.Contains(d.Slug)).Select(d => new { d.Slug, d.Id })
                .ToListAsync(cancellation))
                ids.Add(row.Slug, row.Id);
        return [.. slugs.Distinct(StringComparer.OrdinalIgnoreCase).Where(ids.ContainsKey).Select(slug => ids[slug])];
    }

    /// <summary>Their contents in that order, the next ones read while some are written.</summary>
    /// <param name="ids">The departments.</param>
    /// <param name="evenArchived">
    /// Whether archived departments, and what departments name that is archived, are there too: for who may edit.
    /// </param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<IReadOnlyList<DepartmentContent>> ReadAsync(
        IReadOnlyList<int> ids, bool evenArchived, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Task<IReadOnlyList<DepartmentContent>>? next = null;
        foreach (var batch in ids.Chunk(Batch))
        {
            var ready = next;
            next = Task.Run(() => ReadBatchAsync(batch, evenArchived, cancellation), cancellation);
            if (ready is not null)
                yield return await ready;
        }
        if (next is not null)
            yield return await next;
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private async Task<IReadOnlyList<DepartmentContent>> ReadBatchAsync(int[] ids, bool evenArchived, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await using var state = await db.BeginReadAsync(cancellation);
            return await new DepartmentContents(db, evenArchived).ReadAsync(ids, cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }
}
