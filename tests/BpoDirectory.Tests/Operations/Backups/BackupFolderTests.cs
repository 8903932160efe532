using BpoDirectory.Accounts;
using BpoDirectory.Components.Admin.Backups;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Operations;
using BpoDirectory.Operations.Backups;
using BpoDirectory.Tests.Editing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BpoDirectory.Tests.Operations.Backups;

/// <summary>Backups that the program makes while it serves.</summary>
[Trait(TestServer.Database, TestServer.File)]
public sealed class BackupFolderTests : IAsyncLifetime
{
    private const int Writers = 8;

    private static readonly TimeOnly Night = new(2, 30);

    private readonly EditingDatabase _database = new();
    private readonly TestClock _clock = new();

    private DataFolder Data => new(Path.GetDirectoryName(_database.Catalog.File)!);

    private string Folder => Path.Combine(Data.Path, "backups");

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Backup_made_while_eight_people_save_is_one_state_of_the_database()
    {
        using var backups = Backups();
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        var slugs = await db.Departments.OrderBy(d => d.Id).Select(d => d.Slug).Take(Writers).ToListAsync();
        using var enough = new CancellationTokenSource();
        var saves = slugs.Select(slug => Task.Run(async () =>
        {
            for (var count = 1; !enough.IsCancellationRequested; count++)
                await _database.EditAsync(slug, department => department.Summary = $"Count {count}", $"Count {count}");
        })).ToList();
        while (await _database.Catalog.SqlAsync("SELECT COUNT(*) FROM Revisions WHERE Note IS NOT NULL") is < 2L * Writers)
            await Task.Yield();

        var made = new List<Backup>();
        for (var i = 0; i < 3; i++)
            made.Add(await backups.MakeAsync(BackupKind.Manual));
        await enough.CancelAsync();
        await Task.WhenAll(saves);

        Assert.All(made, backup =>
        {
            var file = backups.Find(backup.Name)!;
            Assert.Equal(DatabaseCondition.Sound, DatabaseCopy.Inspect(file).Condition);
            Assert.Equal(
                0L, Ask(file,
                    "SELECT COUNT(*) FROM Departments d WHERE d.Version > 1 AND d.Summary <> (SELECT r.Note FROM Revisions r WHERE r.EntryType = 'Department' AND r.EntryId = d.Id AND r.Number = d.Version)"));
            Assert.True(Ask(file, "SELECT COUNT(*) FROM Revisions WHERE Note LIKE 'Count %'") >= 2L * Writers);
        });
        Assert.Equal(
            [.. made.Select(backup => backup.Name).Order(StringComparer.Ordinal)],
            Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task As_many_of_each_kind_are_kept_as_are_configured()
    {
        using var backups = Backups(keep: 2);
        for (var i = 0; i < 3; i++)
        {
            await backups.MakeAsync(BackupKind.Nightly);
            await backups.MakeAsync(BackupKind.Manual);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(
            [(BackupKind.Nightly, 2), (BackupKind.Manual, 2)],
            backups.List().GroupBy(backup => backup.Kind).Select(kind => (kind.Key, kind.Count())).OrderBy(kind => kind.Key));
        Assert.All(backups.List(), backup => Assert.True(backup.MadeAt > _clock.GetUtcNow().UtcDateTime.AddMinutes(-2.5)));
    }

    [Fact]
    public async Task Two_in_one_second_are_two()
    {
        using var backups = Backups();

        Assert.NotEqual((await backups.MakeAsync(BackupKind.Manual)).Name, (await backups.MakeAsync(BackupKind.Manual)).Name);
    }

    [Fact]
    public async Task Nobody_but_the_owner_may_read_one()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var backups = Backups();

        var made = await backups.MakeAsync(BackupKind.Manual);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backups.Find(made.Name)!));
    }

    [Fact]
    public async Task Folder_that_cannot_be_made_is_told_and_nothing_is_left()
    {
        using var backups =
            new BackupFolder(
                new BackupSettings(Path.Combine(_database.Catalog.File, "backups"), Night, 1), Data, _clock,
                NullLogger<BackupFolder>.Instance);

        var failed = await Assert.ThrowsAsync<BackupFailedException>(() => backups.MakeAsync(BackupKind.Manual));

        Assert.DoesNotContain('\n', failed.Message);
        Assert.Contains(_database.Catalog.File, failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../directory.db")]
    [InlineData("directory.db")]
    [InlineData("directory-20260301-120000-manual.db")]
    public async Task Only_backups_are_found(string name)
    {
        using var backups = Backups();
        await backups.MakeAsync(BackupKind.Nightly);

        Assert.Null(backups.Find(name));
    }

    [Fact]
    public async Task One_is_made_each_night_and_none_at_the_start_of_a_new_directory()
    {
        using var backups = Backups();
        using var nights = Nights(backups);

        await nights.MakeIfDueAsync(Night, CancellationToken.None);
        Assert.Empty(backups.List());

        for (var night = 1; night <= 3; night++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            await nights.MakeIfDueAsync(Night, CancellationToken.None);
            await nights.MakeIfDueAsync(Night, CancellationToken.None);
            Assert.Equal(night, backups.List().Count);
        }
    }

    [Fact]
    public async Task Night_in_which_the_program_did_not_run_is_made_up_for()
    {
        using var backups = Backups();
        await backups.MakeAsync(BackupKind.Nightly);
        _clock.Advance(TimeSpan.FromDays(3));
        using var nights = Nights(backups);

        await nights.MakeIfDueAsync(Night, CancellationToken.None);
        await nights.MakeIfDueAsync(Night, CancellationToken.None);

        Assert.Equal(2, backups.List().Count);
    }

    [Fact]
    public async Task Backup_of_the_future_stands_for_no_night_and_for_none_that_is_kept()
    {
        using var backups = Backups(keep: 1);
        _clock.Advance(TimeSpan.FromDays(365));
        await backups.MakeAsync(BackupKind.Nightly);
        _clock.SetBack(TimeSpan.FromDays(365));
        using var nights = Nights(backups);

        for (var night = 1; night <= 2; night++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            await nights.MakeIfDueAsync(Night, CancellationToken.None);
        }

        var now = _clock.GetUtcNow().UtcDateTime;
        Assert.Equal([true, false], backups.List().Select(backup => backup.MadeAt > now));
        Assert.Equal(now, backups.List()[1].MadeAt);
    }

    [Fact]
    public async Task Only_an_administrator_checks_one()
    {
        using var backups = Backups();
        var made = await backups.MakeAsync(BackupKind.Manual);
        var administration = new BackupAdministration(
            backups, _database.Catalog.Gate, _database.Get<AccountRights>(), _database.Get<AuditTrail>());

        await Assert.ThrowsAsync<NotAllowedException>(() => administration.CheckAsync(_database.Ada, made.Name));
    }

    [Fact]
    public async Task Night_that_fails_is_told_and_tried_again_an_hour_later()
    {
        using var backups = Backups();
        using var nights = Nights(backups);
        await File.WriteAllTextAsync(Folder, "in the way");
        _clock.Advance(TimeSpan.FromDays(1));

        await nights.MakeIfDueAsync(Night, CancellationToken.None);
        Assert.Contains(Folder, nights.Failure, StringComparison.Ordinal);
        File.Delete(Folder);
        await nights.MakeIfDueAsync(Night, CancellationToken.None);
        Assert.Empty(backups.List());

        _clock.Advance(TimeSpan.FromHours(1));
        await nights.MakeIfDueAsync(Night, CancellationToken.None);
        Assert.Single(backups.List());
        Assert.Null(nights.Failure);
    }

    [Fact]
    public async Task Damaged_backup_is_found_out()
    {
        using var backups = Backups();
        var made = await backups.MakeAsync(BackupKind.Manual);
        Assert.Equal(DatabaseCondition.Sound, (await backups.CheckAsync(made.Name))!.Condition);

        await using (var file = File.OpenWrite(backups.Find(made.Name)!))
            file.SetLength(made.Size / 2);

        Assert.Equal(DatabaseCondition.Damaged, (await backups.CheckAsync(made.Name))!.Condition);
        Assert.Null(await backups.CheckAsync("directory-20200101-000000-manual.db"));
    }

    private BackupFolder Backups(int keep = 14) =>
        new(new BackupSettings(Folder, Night, keep), Data, _clock, NullLogger<BackupFolder>.Instance);

    private NightlyBackups Nights(BackupFolder backups) => new(
        new BackupSettings(Folder, Night, 14), backups, _database.Get<DirectoryMetrics>(), _clock, NullLogger<NightlyBackups>.Instance);

    private static long Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
