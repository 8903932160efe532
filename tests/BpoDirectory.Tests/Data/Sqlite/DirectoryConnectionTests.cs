using System.Data.Common;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Data.Sqlite;

[Trait(TestServer.Database, TestServer.File)]
public sealed class DirectoryConnectionTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task Every_connection_has_the_setting(string setting, string value)
    {
        await using var first = await database.Contexts.CreateDbContextAsync();
        await first.Database.OpenConnectionAsync();
        await using var second = await database.Contexts.CreateDbContextAsync();
        second.Database.OpenConnection();

        Assert.NotSame(first.Database.GetDbConnection(), second.Database.GetDbConnection());
        Assert.Equal(value, Read(first, setting));
        Assert.Equal(value, Read(second, setting));
    }

    [Fact]
    public async Task More_values_can_be_named_at_once_than_a_statement_has_parameters()
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        var slugs = Enumerable.Range(0, 40_000).Select(number => $"department-{number}").ToList();

        Assert.Equal(0, await db.Departments.CountAsync(department => slugs.Contains(department.Slug)));
    }

    [Fact]
    public async Task Connection_taken_from_the_pool_again_has_the_settings_again()
    {
        await using (var before = await database.Contexts.CreateDbContextAsync())
        {
            await before.Database.OpenConnectionAsync();
            Execute(before, "PRAGMA synchronous = OFF");
            Assert.Equal("0", Read(before, "synchronous"));
        }

        await using var after = await database.Contexts.CreateDbContextAsync();
        await after.Database.OpenConnectionAsync();
        Assert.Equal("2", Read(after, "synchronous"));
    }

    [Fact]
    public async Task Writes_of_the_gate_run_with_the_settings_too() => await database.Gate.WriteAsync(db =>
    {
        Assert.Equal("2", Read(db, "synchronous"));
        Assert.Equal("1", Read(db, "foreign_keys"));
        return Task.CompletedTask;
    });

    private static string Read(DirectoryDbContext db, string setting)
    {
        using var command = Command(db, $"PRAGMA {setting}");
        return command.ExecuteScalar()!.ToString()!;
    }

    private static void Execute(DirectoryDbContext db, string sql)
    {
        using var command = Command(db, sql);
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DirectoryDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }

    [Fact]
    public async Task Model_that_is_made_beside_the_start_is_the_one_that_the_program_uses()
    {
        var options = new DbContextOptionsBuilder<DirectoryDbContext>();
        DirectoryConnection.Configure(options, "none");
        await using var before = new DirectoryDbContext(options.Options);
        await using var services =
            new ServiceCollection().AddLogging().AddDirectoryDatabase(new DatabaseSetting("none")).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();

        Assert.Same(before.Model, db.Model);
    }
}
