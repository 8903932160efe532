using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BpoDirectory.Tests.Data;

public sealed class WriteGateTests : IAsyncLifetime
{
    private const int Writers = 30;

    private readonly TestDatabase _database = new();

    private WriteGate Gate => _database.Gate;

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Concurrent_writers_pass_one_at_a_time_and_lose_nothing()
    {
        await Gate.WriteAsync(db => Add(db, "counter"));
        var (inside, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => Gate.WriteAsync(async db =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            var department = await db.Departments.SingleAsync(d => d.Slug == "counter");
            await Task.Yield();
            department.Touch(DateTime.UtcNow);
            await db.SaveChangesAsync();
            Interlocked.Decrement(ref inside);
        }))));

        Assert.Equal(1, most);
        Assert.Equal(Writers, await VersionAsync("counter"));
    }

    [Fact]
    public async Task Readers_are_never_locked_out_while_others_write()
    {
        await Gate.WriteAsync(db => Add(db, "counter"));
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var last = 0;
            while (!done.IsCancellationRequested)
            {
                var version = await VersionAsync("counter");
                Assert.True(version >= last, "A reader saw an older state than before.");
                last = version;
            }
        })).ToList();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => Gate.WriteAsync(async db =>
            (await db.Departments.SingleAsync(d => d.Slug == "counter")).Touch(DateTime.UtcNow)))));
        await done.CancelAsync();

        await Task.WhenAll(readers);
        Assert.Equal(Writers, await VersionAsync("counter"));
    }

    [Fact]
    public async Task Tracked_changes_are_saved_without_asking()
    {
        await Gate.WriteAsync(db => Add(db, "legal"));

        Assert.Equal(["legal"], await SlugsAsync());
    }

    [Fact]
    public async Task Change_that_throws_leaves_nothing_behind_even_of_what_it_saved()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Gate.WriteAsync(async db =>
        {
            await Add(db, "legal");
            await db.SaveChangesAsync();
            throw new InvalidOperationException("stop");
        }));

        Assert.Equal("stop", error.Message);
        Assert.Empty(await SlugsAsync());
    }

    [Fact]
    public async Task Change_that_the_database_refuses_leaves_nothing_behind()
    {
        await Gate.WriteAsync(db => Add(db, "legal"));

        await Assert.ThrowsAsync<DbUpdateException>(() => Gate.WriteAsync(async db =>
        {
            await Add(db, "sales");
            await db.SaveChangesAsync();
            await Add(db, "legal");
        }));

        Assert.Equal(["legal"], await SlugsAsync());
    }

    [Fact]
    public async Task Gate_opens_again_after_a_failure()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Gate.WriteAsync(_ => throw new InvalidOperationException()));

        await Gate.WriteAsync(db => Add(db, "legal"));

        Assert.Equal(["legal"], await SlugsAsync());
    }

    [Fact]
    public async Task Change_is_invisible_to_others_until_it_is_committed()
    {
        await Gate.WriteAsync(async db =>
        {
            await Add(db, "legal");
            await db.SaveChangesAsync();
            Assert.Empty(await SlugsAsync());
        });

        Assert.Equal(["legal"], await SlugsAsync());
    }

    [Fact]
    public async Task Committed_is_raised_once_for_each_write_when_its_change_can_be_seen()
    {
        var seen = new List<string>();
        Gate.Committed += _ =>
        {
            using var db = _database.Contexts.CreateDbContext();
            seen.Add(string.Join(' ', db.Departments.Select(d => d.Slug).Order()));
        };

        await Gate.WriteAsync(db => Add(db, "legal"));
        await Gate.WriteAsync(db => Add(db, "sales"));

        Assert.Equal(["legal", "legal sales"], seen);
    }

    [Fact]
    public async Task Committed_is_raised_before_the_next_write_begins()
    {
        var (begun, begunTooEarly) = (false, false);
        Task? next = null;
        Gate.Committed += _ =>
        {
            if (next is not null)
                return;
            next = Gate.WriteAsync(_ =>
            {
                begun = true;
                return Task.CompletedTask;
            });
            begunTooEarly = begun;
        };

        await Gate.WriteAsync(db => Add(db, "legal"));
        await next!;

        Assert.True(begun);
        Assert.False(begunTooEarly);
    }

    [Fact]
    public async Task Committed_is_not_raised_for_a_failed_write()
    {
        var raised = 0;
        Gate.Committed += _ => raised++;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Gate.WriteAsync(_ => throw new InvalidOperationException()));

        Assert.Equal(0, raised);
    }

    [Fact]
    public async Task Writer_cancelled_while_it_waits_never_runs_and_holds_nobody_up()
    {
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        var first = Gate.WriteAsync(async db =>
        {
            entered.SetResult();
            await leave.Task;
            await Add(db, "first");
        });
        await entered.Task;
        using var cancellation = new CancellationTokenSource();
        var waiting = Gate.WriteAsync(db => Add(db, "cancelled"), cancellation.Token);
        var last = Gate.WriteAsync(db => Add(db, "last"));

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        leave.SetResult();
        await Task.WhenAll(first, last);

        Assert.Equal(["first", "last"], await SlugsAsync());
    }

    [Fact]
    public async Task Write_cancelled_while_it_runs_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Gate.WriteAsync(
            async db =>
            {
                await Add(db, "legal");
                await db.SaveChangesAsync();
                await cancellation.CancelAsync();
            },
            cancellation.Token));

        Assert.Empty(await SlugsAsync());
    }

    [Fact]
    public async Task Closing_the_gate_waits_for_the_write_under_way()
    {
        var gate = new WriteGate(_database.Contexts, _database.Get<DirectoryMetrics>(), NullLogger<WriteGate>.Instance);
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        var write = gate.WriteAsync(async db =>
        {
            entered.SetResult();
            await leave.Task;
            await Add(db, "legal");
        });
        await entered.Task;

        var closing = Task.Run(gate.Dispose);
        Assert.False(closing.IsCompleted);
        leave.SetResult();
        await write;
        await closing;

        Assert.Equal(["legal"], await SlugsAsync());
    }

    [Fact]
    public async Task Begun_is_raised_before_anything_is_changed()
    {
        var seen = new List<string>();
        Gate.Begun += () => seen.Add("begun");

        await Gate.WriteAsync(db =>
        {
            seen.Add("change");
            return Add(db, "legal");
        });

        Assert.Equal(["begun", "change"], seen);
    }

    private static Task Add(DirectoryDbContext db, string slug)
    {
        var department = new Department(slug, slug, "A summary.");
        department.SetOffice(Office.Back, OfficeBasis.Judged, "A reason.", Side.Provider);
        db.Add(department);
        return Task.CompletedTask;
    }

    private async Task<List<string>> SlugsAsync()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();
        return await db.Departments.Select(d => d.Slug).Order().ToListAsync();
    }

    private async Task<int> VersionAsync(string slug)
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();
        return await db.Departments.Where(d => d.Slug == slug).Select(d => d.Version).SingleAsync();
    }
}
