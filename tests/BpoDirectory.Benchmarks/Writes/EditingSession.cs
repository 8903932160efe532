using System.Diagnostics;
using System.Globalization;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Benchmarks.Writes;

/// <summary>Edits departments as the directory does: through its one gate, with the index in the same transaction.</summary>
internal sealed class EditingSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly WriteGate _gate;
    private int _edits;
    private int _versionsBefore;

    private EditingSession(ServiceProvider services, IReadOnlyList<int> departments) =>
        (_services, _gate, Departments) = (services, services.GetRequiredService<WriteGate>(), departments);

    /// <summary>Keys of the departments that are edited.</summary>
    public IReadOnlyList<int> Departments { get; }

    public static async Task<EditingSession> OpenAsync(string database)
    {
        var services = await DirectoryServices.OpenAsync(database);
        await using var db = await services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        var session = new EditingSession(services, await db.Departments.OrderBy(d => d.Id).Select(d => d.Id).Take(8).ToListAsync());
        session._versionsBefore = await session.VersionsAsync();
        // The first search of all reads the whole catalog, which is no edit's doing.
        services.GetRequiredService<DepartmentSearch>().Search(new SearchRequest { Text = "first" });
        return session;
    }

    /// <summary>Changes the summary of a department.</summary>
    public Task EditAsync(int id, string word = "edited") => _gate.WriteAsync(async db =>
    {
        var department = await db.Departments.SingleAsync(d => d.Id == id);
        var edit = Interlocked.Increment(ref _edits);
        department.Describe(
            string.Create(CultureInfo.InvariantCulture, $"Summary {edit}, {word} at a time when others edit too."), department.Description);
        department.Touch(DateTime.UtcNow);
        await db.SaveChangesAsync();
        await SearchIndex.UpdateAsync(db, [id], CancellationToken.None);
    });

    /// <summary>The least that any program does to make a change last: one statement, one transaction, one flush.</summary>
    public Task EditBareAsync(int id) => _gate.WriteAsync(async db =>
    {
        Interlocked.Increment(ref _edits);
        await db.Database.ExecuteSqlAsync($"UPDATE Departments SET Summary = {$"Bare {_edits}"}, Version = Version + 1 WHERE Id = {id}");
    });

    /// <summary>Puts a new word into a department and searches for it at once.</summary>
    /// <returns>How long the search took, and whether it found the department.</returns>
    public async Task<(TimeSpan Took, bool IsVisible)> EditAndSearchAsync(int id)
    {
        var word = "zubrowka" + (char)('a' + _edits % 26) + (char)('a' + _edits / 26 % 26);
        await EditAsync(id, word);
        var started = Stopwatch.GetTimestamp();
        var answer = _services.GetRequiredService<DepartmentSearch>().Search(new SearchRequest { Text = word });
        return (Stopwatch.GetElapsedTime(started), answer.Items.Any(item => item.Summary.Contains(word, StringComparison.Ordinal)));
    }

    /// <summary>The share of edits that the departments' versions count: 1 when none was lost.</summary>
    public async Task<double> CountedShareAsync() => (double)(await VersionsAsync() - _versionsBefore) / _edits;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<int> VersionsAsync()
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        return await db.Departments.Where(d => Departments.Contains(d.Id)).SumAsync(d => d.Version);
    }
}
