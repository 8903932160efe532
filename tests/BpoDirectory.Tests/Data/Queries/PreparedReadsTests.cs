using System.Data.Common;
using BpoDirectory.Data.Queries;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BpoDirectory.Tests.Data.Queries;

public sealed class PreparedReadsTests : IAsyncLifetime
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    private readonly CatalogDatabase _database = new();

    private PreparedReads Reads => _database.Get<PreparedReads>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public void Query_returns_its_rows()
    {
        var names = Reads.Read(
            session => session.Query(
                "SELECT Name FROM Departments WHERE Office = $1 AND Slug <> $2 ORDER BY Name", row => row.GetString(0), "Front", "sales"));

        Assert.Equal(["Call Center", "Customer Service", "Marketing"], names);
    }

    [Fact]
    public async Task No_more_reads_run_at_once_than_have_room_and_the_others_follow()
    {
        var asked = (2 * PreparedReads.MostAtOnce) + 1;
        var (inside, most) = (0, 0);
        using var full = new CountdownEvent(PreparedReads.MostAtOnce);
        using var begun = new CountdownEvent(asked);

        await Task.WhenAll(
            Enumerable.Range(0, asked)
                .Select(_ => Task.Factory.StartNew(Ask, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal((0, PreparedReads.MostAtOnce), (inside, most));

        void Ask()
        {
            begun.Signal();
            Reads.Read(_ =>
            {
                InterlockedMax(Interlocked.Increment(ref inside));
                if (!full.IsSet)
                    full.Signal();
                full.Wait();
                begun.Wait();
                return Interlocked.Decrement(ref inside);
            });
        }

        void InterlockedMax(int now)
        {
            for (var seen = Volatile.Read(ref most); seen < now; seen = Volatile.Read(ref most))
                Interlocked.CompareExchange(ref most, now, seen);
        }
    }

    [Fact]
    public void Prepared_query_takes_other_parameters_the_next_time()
    {
        string[] slugs = ["legal", "sales", "no-such-department", "legal"];

        var found = slugs.Select(
            slug => Reads.Read(
                session => session.Query("SELECT Name FROM Departments WHERE Slug = $1", row => row.GetString(0), slug).FirstOrDefault()));

        Assert.Equal(["Legal", "Sales", null, "Legal"], found);
    }

    [Fact]
    public async Task Queries_of_one_read_see_one_state()
    {
        var (before, after) = Reads.Read(session =>
        {
            var first = Count(session);
            // On another thread, as another request would.
            Task.Run(() => _database.SqlAsync("DELETE FROM SpellingVariants")).GetAwaiter().GetResult();
            return (first, Count(session));
        });

        Assert.True(before > 0);
        Assert.Equal(before, after);
        Assert.Equal(0, Reads.Read(Count));
        Assert.Equal(0L, await _database.SqlAsync("SELECT count(*) FROM SpellingVariants"));
    }

    [Fact]
    public void Reads_cannot_write()
    {
        var error = Assert.ThrowsAny<DbException>(
            () => Reads.Read(session => session.Query("DELETE FROM Departments RETURNING Id", row => row.GetInt32(0))));

        if (error is SqliteException failure)
            Assert.Equal(SQLitePCL.raw.SQLITE_READONLY, failure.SqliteErrorCode);
        else
            Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, error.SqlState);
    }

    [Fact]
    public void Connection_reads_on_after_a_failure()
    {
        Assert.ThrowsAny<DbException>(() => Reads.Read(session => session.Query("SELECT nonsense", row => row.GetString(0))));
        Assert.Throws<InvalidOperationException>(() => Reads.Read<int>(_ => throw new InvalidOperationException()));

        Assert.True(Reads.Read(Count) > 0);
    }

    [Fact]
    public async Task Reads_run_side_by_side()
    {
        using var both = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Reads.Read(session =>
        {
            Assert.True(both.SignalAndWait(TimeSpan.FromMinutes(2)), "The other read did not begin.");
            return Count(session);
        }))));
    }

    [Fact]
    public void Part_that_takes_too_long_is_left_and_the_read_goes_on() => Reads.Read(session =>
    {
        Assert.False(session.TryWithin(TimeSpan.FromMilliseconds(20), () => session.Query(Endless, row => row.GetInt64(0))));
        Assert.True(session.TryWithin(TimeSpan.FromMinutes(2), () => Assert.True(Count(session) > 0)));
        return Count(session);
    });

    [Fact]
    public void Failure_of_a_part_is_no_lack_of_time() => Reads.Read(session =>
    {
        Assert.ThrowsAny<DbException>(
            () => session.TryWithin(TimeSpan.FromMinutes(2), () => session.Query("SELECT nonsense", row => row.GetInt64(0))));
        return Count(session);
    });

    private static int Count(ReadSession session) => session.Query("SELECT count(*) FROM SpellingVariants", row => row.GetInt32(0))[0];
}
