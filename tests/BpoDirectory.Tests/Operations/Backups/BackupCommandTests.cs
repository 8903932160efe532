using System.Runtime.Versioning;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Operations;
using BpoDirectory.Operations.Backups;
using Microsoft.Extensions.Configuration;

namespace BpoDirectory.Tests.Operations.Backups;

/// <summary>Backups and their restore by the command line.</summary>
[UnsupportedOSPlatform("windows")]
[Trait(TestServer.Database, TestServer.File)]
public sealed class BackupCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _elsewhere = new();

    public BackupCommandTests() => CatalogDatabase.CopyInto(_folder);

    private string Database => _folder.File("directory.db");

    private string Backup => _elsewhere.File("a backup = one.db");

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task Program_that_runs_can_be_backed_up_and_nothing_is_restored_under_it()
    {
        using (var program = ProgramProcess.Start(_folder.Path))
        {
            await program.AddressAsync();
            var (code, output, errors) = await ProgramProcess.AnswerAsync(null, "backup", _folder.Path, Backup);
            Assert.Equal((0, ""), (code, errors));
            Assert.Contains("it is sound", output, StringComparison.Ordinal);

            using var refused = ProgramProcess.Run("restore", _folder.Path, Backup);
            Assert.Contains("End the program that uses it", await refused.RefusalAsync(), StringComparison.Ordinal);
        }

        var restored = await ProgramProcess.AnswerAsync(null, "restore", _folder.Path, Backup);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        var kept = Assert.Single(Directory.GetFiles(_folder.Path, "directory-replaced-*.db"));
        Assert.Contains(kept, restored.Output, StringComparison.Ordinal);
        Assert.Equal(DatabaseCondition.Sound, DatabaseCopy.Inspect(kept).Condition);
        Assert.Equal(DatabaseCondition.Sound, DatabaseCopy.Inspect(Database).Condition);
        Assert.Equal([Backup], Directory.GetFiles(_elsewhere.Path));
        Assert.Equal([], Directory.GetFiles(_folder.Path, "*-wal"));

        using var again = ProgramProcess.Start(_folder.Path);
        using var client = new HttpClient { BaseAddress = await again.AddressAsync() };
        Assert.Contains("Finance and Accounting", await client.GetStringAsync("/api/v1/departments"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_into_an_empty_folder_says_that_there_was_nothing_before()
    {
        await RunAsync(CommandLine.Backup, Backup);
        using var empty = new TestFolder();

        Assert.Equal(
            0, await BackupCommands.RunAsync(
                Line(CommandLine.Restore, Backup), new DatabaseSetting(""), new DataFolder(empty.Path), DateTime.UtcNow));

        Assert.Equal([empty.File("directory.db")], Directory.GetFiles(empty.Path));
        Assert.True(DatabaseCopy.Inspect(empty.File("directory.db")).IsUpToDate);
    }

    [Fact]
    public async Task Database_that_was_damaged_is_kept_as_it_was_and_its_log_with_it()
    {
        await RunAsync(CommandLine.Backup, Backup);
        var damaged = (await File.ReadAllBytesAsync(Database))[..50_000];
        await File.WriteAllBytesAsync(Database, damaged);
        await File.WriteAllTextAsync(Database + "-wal", "");

        await RunAsync(CommandLine.Restore, Backup);

        var kept = Assert.Single(Directory.GetFiles(_folder.Path, "directory-replaced-*.db"));
        Assert.Equal(damaged, await File.ReadAllBytesAsync(kept));
        Assert.Equal(DatabaseCondition.Sound, DatabaseCopy.Inspect(Database).Condition);
        Assert.False(File.Exists(Database + "-wal"));
    }

    [Theory]
    [InlineData("damaged", "is damaged")]
    [InlineData("no database", "is not a database of BpoDirectory")]
    [InlineData("empty", "is not a database of BpoDirectory")]
    [InlineData("foreign", "is not a database of BpoDirectory")]
    [InlineData("newer", "newer version")]
    [InlineData("old", "before the first release")]
    [InlineData("missing", "There is no file")]
    [InlineData("folder", "There is no file")]
    [InlineData("itself", "is the database itself")]
    public async Task What_is_no_good_backup_is_refused_and_nothing_changes(string what, string told)
    {
        var before = await File.ReadAllBytesAsync(Database);
        var file = await MakeAsync(what);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(CommandLine.Restore, file));

        Assert.Contains(told, StartFailure.Explain(refused, null), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
        Assert.Equal([Database], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("taken.db", "is there already")]
    [InlineData("no/such/folder.db", "There is no folder")]
    public async Task Backup_overwrites_nothing_and_needs_a_folder(string name, string told)
    {
        await File.WriteAllTextAsync(_elsewhere.File("taken.db"), "precious");

        var refused = await Assert.ThrowsAsync<SettingException>(() => RunAsync(CommandLine.Backup, _elsewhere.File(name)));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(_elsewhere.File("taken.db")));
        Assert.Single(Directory.GetFileSystemEntries(_elsewhere.Path));
    }

    [Fact]
    public async Task Backup_of_a_damaged_database_is_refused_and_leaves_no_file()
    {
        await File.WriteAllBytesAsync(Database, (await File.ReadAllBytesAsync(Database))[..50_000]);

        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => RunAsync(CommandLine.Backup, Backup));

        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_elsewhere.Path));
    }

    [Fact]
    public async Task Kill_in_the_middle_of_a_restore_or_a_backup_leaves_a_sound_database()
    {
        await RunAsync(CommandLine.Backup, Backup);
        var dice = new Random(3);
        for (var kill = 0; kill < 8; kill++)
        {
            var command = kill % 2 == 0 ? CommandLine.Restore : CommandLine.Backup;
            using (var program = ProgramProcess.Run(command, _folder.Path, kill % 2 == 0 ? Backup : _elsewhere.File($"{kill}.db")))
            {
                await Task.Delay(dice.Next(100, 900));
                await program.KillAsync();
            }

            Assert.Equal(DatabaseCondition.Sound, DatabaseCopy.Inspect(Database).Condition);
            Assert.All(Directory.GetFiles(_elsewhere.Path, "*.db"),
                file => Assert.Equal(DatabaseCondition.Sound, DatabaseCopy.Inspect(file).Condition));
        }

        await RunAsync(CommandLine.Restore, Backup);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part"));
    }

    [Theory]
    [InlineData("backup", "/backup/today.db", "--Data:Directory=/data")]
    [InlineData("--Data:Directory", "/data", "backup", "/backup/today.db")]
    [InlineData("--Data:Directory=/data", "backup", "/backup/today.db")]
    public void File_of_a_command_is_no_setting(params string[] args)
    {
        var line = CommandLine.Parse(args);

        Assert.Equal(("backup", "/backup/today.db"), (line.Command, line.File));
        Assert.Equal("/data", new ConfigurationBuilder().AddCommandLine(line.Settings).Build()["Data:Directory"]);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore", "one.db", "two.db")]
    [InlineData("now", "backup", "one.db")]
    public void Command_without_its_one_file_is_refused(params string[] args) =>
        Assert.Contains(
            "needs the path of one file", Assert.Throws<SettingException>(() => CommandLine.Parse(args)).Message, StringComparison.Ordinal);

    [Fact]
    public void Help_names_both() =>
        Assert.All(["backup FILE", "restore FILE"], command => Assert.Contains(command, CommandLine.Help, StringComparison.Ordinal));

    private async Task<string> MakeAsync(string what)
    {
        var file = what switch
        {
            "itself" => Database,
            "folder" => _elsewhere.Path,
            _ => _elsewhere.File("other.db"),
        };
        var content = what switch
        {
            "damaged" => (await File.ReadAllBytesAsync(Database))[..60_000],
            "no database" => new byte[5_000],
            "empty" => [],
            "foreign" => await TestDatabase.FileAfterAsync(database => database.SqlAsync("CREATE TABLE Recipes (Id INTEGER PRIMARY KEY)")),
            "newer" => await WithMigrationAsync("99990101000000_Future"),
            "old" => await WithMigrationAsync("20200101000000_Past"),
            _ => null,
        };
        if (content is not null)
            await File.WriteAllBytesAsync(file, content);
        return file;
    }

    private static Task<byte[]> WithMigrationAsync(string migration) => TestDatabase.FileAfterAsync(async database =>
    {
        await database.Get<DirectoryDatabase>().OpenAsync();
        await database.SqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('{migration}', '10.0.0')");
    });

    private async Task RunAsync(string command, string file) =>
        Assert.Equal(
            0, await BackupCommands.RunAsync(
                Line(command, file), new DatabaseSetting(""), new DataFolder(_folder.Path), DateTime.UtcNow));

    private static CommandLine Line(string command, string file) => CommandLine.Parse([command, file]);
}
