using BpoDirectory.Tests.Operations;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Tests.Exchange.Import;

/// <summary>Tables imported by the program's own command.</summary>
[Trait(TestServer.Database, TestServer.File)]
public sealed class ImportCommandTests : IDisposable
{
    private const int Rows = 3000;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Dry_run_import_and_wrong_rows_have_exit_codes_of_their_own()
    {
        await PrepareAsync();
        var table = Write("name,summary,Old code\nZubrowka Unit,Keeps zubrowka.,7\n,nameless,8\n");

        var unsaid = await ImportAsync(table, "--dry-run");
        Assert.Contains("No column holds “Office”", unsaid.Output, StringComparison.Ordinal);
        Assert.Contains("--office front or --office back", unsaid.Output, StringComparison.Ordinal);

        var dry = await ImportAsync(table, "--office", "back", "--dry-run");
        Assert.Equal(2, dry.ExitCode);
        Assert.DoesNotContain("No column holds", dry.Output, StringComparison.Ordinal);
        Assert.Contains("The column “Old code” is not imported.", dry.Output, StringComparison.Ordinal);
        Assert.Contains("2 rows: 1 new, 0 changed, 0 unchanged, 1 wrong", dry.Output, StringComparison.Ordinal);
        Assert.Contains("Row 3: Name: Enter a department name.", dry.Errors, StringComparison.Ordinal);
        Assert.Equal(0L, Count("zubrowka-unit"));

        var right = await ImportAsync(Write("name,summary\nZubrowka Unit,Keeps zubrowka.\n"), "--office", "back");
        Assert.Equal((0, ""), (right.ExitCode, right.Errors));
        Assert.Contains("Imported: 1 new, 0 changed.", right.Output, StringComparison.Ordinal);
        Assert.Equal(1L, Count("zubrowka-unit"));

        var refused = await ImportAsync(Write("{}"));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(
            "no list", Assert.Single(refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_that_is_killed_leaves_all_or_nothing()
    {
        await PrepareAsync();
        var table = Write("name,summary\n" + string.Concat(Enumerable.Range(1, Rows).Select(row => $"Killed Unit {row},Number {row}.\n")));
        using (var program = ProgramProcess.Run("import", _folder.Path, table, "--user", "ada", "--office", "back"))
        {
            await program.OutputAsync("rows: ");
            // The write-ahead log grows as soon as something is written, long before it is committed.
            var log = new FileInfo(_folder.File("directory.db-wal"));
            while (!program.HasEnded && log.Length < 200_000)
            {
                await Task.Yield();
                log.Refresh();
            }
            await program.KillAsync();
        }

        Assert.Contains(Count("killed-unit-%"), new long[] { 0, Rows });
        var again = await ImportAsync(table, "--office", "back");
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(Rows, Count("killed-unit-%"));
    }

    private async Task PrepareAsync()
    {
        CatalogDatabase.CopyInto(_folder);
        Assert.Equal(
            0, (await ProgramProcess.AnswerAsync("correct horse staple", "admin create", _folder.Path, "--user", "ada", "--name", "Ada",
                "--password-stdin")).ExitCode);
    }

    private Task<(int ExitCode, string Output, string Errors)> ImportAsync(string table, params string[] arguments) =>
        ProgramProcess.AnswerAsync(null, "import", _folder.Path, [table, "--user", "ada", .. arguments]);

    private string Write(string text)
    {
        var path = _folder.File("table.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private long Count(string slug)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("directory.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT count(*) FROM Departments WHERE Slug LIKE $1 AND EXISTS (SELECT 1 FROM Revisions WHERE EntryType = 'Department' AND EntryId = Departments.Id)";
        command.Parameters.AddWithValue("$1", slug);
        return (long)command.ExecuteScalar()!;
    }
}
