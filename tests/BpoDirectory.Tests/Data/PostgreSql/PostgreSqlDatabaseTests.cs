using BpoDirectory.Catalog;
using BpoDirectory.Data;
using BpoDirectory.Data.PostgreSql;
using BpoDirectory.Data.Queries;
using BpoDirectory.Search;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BpoDirectory.Tests.Data.PostgreSql;

public sealed class PostgreSqlDatabaseTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new(new TestFolder(), isOnServer: true);

    public Task InitializeAsync() => TestServer.IsThere ? _database.InitializeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => _database.DisposeAsync();

    [PostgreSqlFact]
    public async Task Migrations_hold_every_change_of_the_model()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();

        Assert.IsType<PostgreSqlDbContext>(db);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [PostgreSqlFact]
    public async Task Migrations_can_be_taken_back()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();

        await db.Database.MigrateAsync("0");

        Assert.Empty(await db.Database.GetAppliedMigrationsAsync());
    }

    [PostgreSqlFact]
    public async Task Built_in_catalog_is_loaded_read_and_found()
    {
        Assert.True(await LoadAsync());
        Assert.False(await LoadAsync());

        var department = _database.Get<PreparedReads>().Read(session => DepartmentQueries.Find(session, "LEGAL", evenArchived: false));
        Assert.Equal("Legal", department!.Name);
        var answer = _database.Get<DepartmentSearch>().Search(new SearchRequest { Text = "payroll" });
        Assert.Contains(answer.Items, result => result.Slug == "human-resources");
    }

    [PostgreSqlFact]
    public async Task Lists_of_texts_ignore_case_where_slugs_do_and_nowhere_else()
    {
        await LoadAsync();

        Assert.Equal((1, 0), _database.Get<PreparedReads>().Read(session => (
            Count(session, "Slug", "LEGAL"), Count(session, "Name", "LEGAL"))));

        static int Count(ReadSession session, string column, string text) => session.Query(
            $"SELECT count(*) FROM Departments WHERE {column} IN (SELECT value FROM json_each($1))",
            row => row.GetInt32(0), new List<string> { text })[0];
    }

    [PostgreSqlFact]
    public async Task Writes_of_two_programs_follow_each_other()
    {
        const int each = 25;

        await Task.WhenAll(CountUpAsync(_database), _database.ByAnotherProgramAsync(CountUpAsync));

        await using var db = await _database.Contexts.CreateDbContextAsync();
        Assert.Equal(2 * each, await db.SpellingVariants.CountAsync());

        // Each writes what is one more than what it reads.
        static async Task CountUpAsync(TestDatabase program)
        {
            for (var i = 0; i < each; i++)
                await program.Gate.WriteAsync(async db =>
                    db.Add(new SpellingVariant
                    {
                        Variant = $"variant-{await db.SpellingVariants.CountAsync()}", Standard = "standard",
                    }));
        }
    }

    [PostgreSqlFact]
    public async Task Second_program_that_serves_is_refused_while_the_first_one_does()
    {
        await _database.Get<DirectoryDatabase>().ClaimAsync();

        var error = await Assert.ThrowsAsync<DatabaseUnusableException>(
            () => _database.ByAnotherProgramAsync(other => other.Get<DirectoryDatabase>().ClaimAsync()));

        Assert.Contains("in use by another program", error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task Connections_that_the_server_ends_are_followed_by_others()
    {
        var (reads, version) = (_database.Get<PreparedReads>(), _database.Get<CatalogVersion>());
        Assert.True(reads.Read(CatalogQueries.IsEmpty));
        var before = version.Current;

        await EndConnectionsAsync();
        Assert.ThrowsAny<NpgsqlException>(() => reads.Read(CatalogQueries.IsEmpty));

        Assert.True(reads.Read(CatalogQueries.IsEmpty));
        // Whatever was changed while nobody listened.
        Assert.True(SpinWait.SpinUntil(() => version.Current != before, TimeSpan.FromMinutes(2)));
    }

    [PostgreSqlFact]
    public async Task Text_that_cannot_be_kept_is_kept_as_far_as_it_can()
    {
        await _database.Gate.WriteAsync(db => db.AddAsync(new SearchWording
        {
            Key = "half", Text = "a\0b\uD83D", Outcome = SearchOutcome.Words,
        }).AsTask());

        Assert.Equal("a\uFFFDb\uFFFD", await _database.SqlAsync("SELECT Text FROM SearchWordings"));
    }

    [PostgreSqlFact]
    public async Task Rows_of_revisions_and_of_the_audit_are_only_ever_added()
    {
        await _database.Gate.WriteAsync(db => db.AddAsync(new AuditEntry
        {
            At = DateTime.UtcNow, Kind = AuditKind.BackupMade, ActorName = "root", Subject = "a", Detail = "",
        }).AsTask());

        string[] attempts =
            ["UPDATE auditentries SET detail = 'x'", "DELETE FROM auditentries", "TRUNCATE auditentries", "TRUNCATE revisions"];
        foreach (var sql in attempts)
            Assert.Contains(
                "is never", (await Assert.ThrowsAsync<PostgresException>(() => _database.SqlAsync(sql))).MessageText,
                StringComparison.Ordinal);
    }

    private async Task EndConnectionsAsync()
    {
        await using var connection = await _database.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        await command.ExecuteNonQueryAsync();
    }

    private Task<bool> LoadAsync() => _database.Get<CatalogLoader>().LoadIntoNewDatabaseAsync(SearchIndex.RebuildAsync);
}
