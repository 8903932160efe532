using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Operations.Backups;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Meaning;
using BpoDirectory.Search.Storage;
using BpoDirectory.Tests.Accounts;
using BpoDirectory.Tests.Api;
using BpoDirectory.Tests.Editing;
using BpoDirectory.Watching;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Data;

/// <summary>Each thing that operators can see is done, and looked for in what the program measures.</summary>
public sealed class DirectoryMetricsTests
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Save_and_refused_save_of_a_program_are_counted_by_the_kind_of_entry()
    {
        var program = new WritingProgram();
        await program.InitializeAsync();
        using var measured = new Measured(program.Get<IMeterFactory>());

        foreach (var expected in new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed })
        {
            using var request = WritingProgram.Request(
                HttpMethod.Put, WritingProgram.Departments + "/legal", """{ "summary": "Reads the small print." }""");
            using var answer = await program.Client.SendAsync(request);
            Assert.Equal(expected, answer.StatusCode);
        }

        Assert.Equal([(1, "directory.entry.type=Department")], measured.Of("directory.entry.saves"));
        Assert.Equal([(1, "directory.entry.type=Department")], measured.Of("directory.entry.conflicts"));
        await program.DisposeAsync();
    }

    [Fact]
    public async Task Save_that_has_to_be_merged_is_counted()
    {
        var database = new EditingDatabase();
        await database.InitializeAsync();
        using var measured = new Measured(database.Get<IMeterFactory>());
        var open = await database.OpenAsync("legal");
        open.Content.Summary = "Reads the small print.";

        foreach (var conflicts in new[] { 0, 1 })
        {
            await database.Get<EntryStore>().SaveAsync(
                database.Departments, database.Ada, new EntrySave<DepartmentContent>(open.Id, open.Version, open.Content));
            Assert.Equal(conflicts, measured.Of("directory.entry.conflicts").Count);
        }

        Assert.Single(measured.Of("directory.entry.saves"));
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Time_of_a_question_is_measured_by_what_answers_it()
    {
        var catalog = new CatalogDatabase();
        await catalog.InitializeAsync();
        await catalog.Get<MeaningIndexer>().UpdateAsync(CancellationToken.None);
        using var measured = new Measured(catalog.Get<IMeterFactory>());

        foreach (var question in new[] { "payroll", "the laser printer jams all the time", "qwrtplkj" })
            catalog.Ask(question);

        var times = measured.Of("directory.search.duration");
        Assert.Equal(
            ["words", "meaning", "nothing"],
            times.Select(time => time.Tags.Replace("directory.search.answered_by=", "", StringComparison.Ordinal)));
        Assert.All(times, time => Assert.InRange(time.Value, double.Epsilon, LongestWait.TotalSeconds));
        await catalog.DisposeAsync();
    }

    [Fact]
    public async Task Wait_for_the_write_before_is_measured()
    {
        var catalog = new CatalogDatabase();
        await catalog.InitializeAsync();
        using var measured = new Measured(catalog.Get<IMeterFactory>());
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = catalog.Gate.WriteAsync(async _ =>
        {
            entered.SetResult();
            await leave.Task;
        });
        await entered.Task.WaitAsync(LongestWait);
        var second = catalog.Gate.WriteAsync(_ => Task.CompletedTask);
        var waiting = Stopwatch.StartNew();

        Assert.Single(measured.Of("directory.write.wait.duration"));
        var waited = waiting.Elapsed;
        leave.SetResult();
        await Task.WhenAll(first, second).WaitAsync(LongestWait);

        var waits = measured.Of("directory.write.wait.duration");
        Assert.Equal(2, waits.Count);
        Assert.InRange(waits[1].Value, waited.TotalSeconds, LongestWait.TotalSeconds);
        await catalog.DisposeAsync();
    }

    [Fact]
    public async Task Lag_of_the_index_grows_from_a_change_until_search_takes_it_up()
    {
        var catalog = new CatalogDatabase();
        await catalog.InitializeAsync();
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        var clock = new TestClock();
        var metrics = new DirectoryMetrics(meters, clock);
        using var state = new SearchState(catalog.Get<SearchDatabase>(), catalog.Get<CatalogVersion>(), metrics, clock);
        using var measured = new Measured(meters);
        Assert.NotNull(state.Current);
        Assert.Equal([(0, "")], measured.Ask("directory.index.lag"));

        await catalog.EditAsync("legal", _ => { });
        clock.Advance(TimeSpan.FromSeconds(5));
        await catalog.EditAsync("finance-and-accounting", _ => { });
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([(7, "")], measured.Ask("directory.index.lag"));
        Assert.NotNull(state.Current);
        Assert.Equal([(0, "")], measured.Ask("directory.index.lag"));
        await catalog.DisposeAsync();
    }

    [Fact]
    public async Task Open_pages_of_editors_are_counted_up_and_down()
    {
        await using var app = new DirectoryApp();
        using var measured = new Measured(app.Services.GetRequiredService<IMeterFactory>());
        await using var scope = app.Services.CreateAsyncScope();
        var handlers = scope.ServiceProvider.GetServices<CircuitHandler>().ToList();

        foreach (var handler in handlers)
            await handler.OnCircuitOpenedAsync(null!, CancellationToken.None);
        foreach (var handler in handlers)
            await handler.OnCircuitClosedAsync(null!, CancellationToken.None);

        Assert.Equal([(1, ""), (-1, "")], measured.Of("directory.circuits"));
    }

    [Fact]
    public async Task Age_of_each_job_is_told_once_it_has_run()
    {
        using var mails = new TestFolder();
        await using var app = new AccountApp(("Mail:From", "directory@example.com"), ("Mail:PickupFolder", mails.Path));
        using var measured = new Measured(app.Services.GetRequiredService<IMeterFactory>());

        await app.Services.GetRequiredService<NightlyBackups>().MakeIfDueAsync(new TimeOnly(2, 30), CancellationToken.None);
        await app.Services.GetRequiredService<DigestMailing>().SendDueAsync(CancellationToken.None);

        // The webhooks look by themselves when the program starts.
        List<(double Value, string Tags)> ages;
        var end = DateTime.UtcNow + LongestWait;
        do
            ages = measured.Ask("directory.job.age");
        while (ages.Count < 3 && DateTime.UtcNow < end);
        Assert.Equal(
            ["directory.job.name=digests", "directory.job.name=nightly_backup", "directory.job.name=webhooks"],
            ages.Select(age => age.Tags).Order(StringComparer.Ordinal));
        Assert.All(ages, age => Assert.InRange(age.Value, 0, LongestWait.TotalSeconds * 2));
    }
}
