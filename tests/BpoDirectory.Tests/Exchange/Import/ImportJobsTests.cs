using BpoDirectory.Data;
using BpoDirectory.Exchange.Import;
using Microsoft.Extensions.Logging.Abstractions;

namespace BpoDirectory.Tests.Exchange.Import;

public sealed class ImportJobsTests : IAsyncLifetime
{
    private readonly ImportDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Second_click_begins_nothing_and_other_work_is_refused_meanwhile()
    {
        using var content = new MemoryStream("name,summary\nZubrowka Unit,New.\n"u8.ToArray());
        var id = await _database.Store.ReceiveAsync(
            _database.Ada, EntryType.Department, "units.csv", content, _ => { }, CancellationToken.None);
        var import = (await _database.Store.FindAsync(_database.Ada, id))!;
        var comparison = await _database.CompareAsync("name,summary\nZubrowka Unit,New.\n");
        using var jobs = new ImportJobs(_database.Desk, new ImportLimits(), TimeProvider.System, NullLogger<ImportJobs>.Instance);
        var leftOut = new HashSet<int>();
        ImportJob? job = null;

        // While somebody else writes, it cannot end.
        await _database.Editing.Catalog.Gate.WriteAsync(_ =>
        {
            job = jobs.Apply(_database.Ada, import, comparison, leftOut);
            Assert.Same(job, jobs.Apply(_database.Ada, import, comparison, leftOut));
            Assert.Throws<ImportRefusedException>(() => jobs.Undo(_database.Ada, import, keepsLaterChanges: false));
            return Task.CompletedTask;
        });
        while (job!.IsRunning)
            await Task.Delay(10);

        Assert.Null(job.Trouble);
        Assert.Equal(1, job.Result!.Added);
        Assert.False(File.Exists(_database.Store.PathOf(import)));
    }
}
