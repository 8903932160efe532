using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Data;

/// <summary>New rows by one prepared command for each table.</summary>
[Trait(TestServer.Database, TestServer.File)]
public sealed class AddedRowsTests : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 3, 1, 8, 30, 15, 123, DateTimeKind.Utc);

    private readonly TestDatabase _usual = new();
    private readonly TestDatabase _inserted = new();

    public async Task InitializeAsync()
    {
        await _usual.InitializeAsync();
        await _inserted.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _usual.DisposeAsync();
        await _inserted.DisposeAsync();
    }

    [Fact]
    public async Task Rows_and_keys_are_those_that_the_framework_writes()
    {
        await _usual.Gate.WriteAsync(db => db.AddRangeAsync(Entities()));
        var inserted = Entities();
        CatalogChange? change = null;
        _inserted.Gate.Committed += committed => change = committed;

        await _inserted.Gate.WriteAsync(async db =>
        {
            await db.AddRangeAsync(inserted);
            using var rows = new AddedRows(db);
            rows.Insert();
            Assert.False(db.ChangeTracker.HasChanges());
        });

        Assert.Equal(await DumpAsync(_usual), await DumpAsync(_inserted));
        var department = inserted.OfType<Department>().Single();
        Assert.Equal((1, 1, 2), (department.Id, department.Aliases[0].Id, department.Aliases[1].Id));
        Assert.Equal([1], change!.Departments);
        Assert.Single(change.Revisions);
    }

    [Fact]
    public async Task Keys_go_on_behind_those_of_rows_that_are_gone()
    {
        await _inserted.Gate.WriteAsync(db => db.AddAsync(new Language("de")).AsTask());
        await _inserted.Gate.WriteAsync(async db => db.Remove(await db.Languages.SingleAsync()));
        var language = new Language("pl");

        await _inserted.Gate.WriteAsync(async db =>
        {
            await db.AddAsync(language);
            using var rows = new AddedRows(db);
            rows.Insert();
        });

        Assert.Equal(2, language.Id);
    }

    [Fact]
    public async Task What_refers_to_a_row_that_is_not_written_yet_is_refused_and_nothing_is_kept()
    {
        var (parent, part) = (NewDepartment("parent"), NewDepartment("part"));
        part.MoveUnder(parent);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _inserted.Gate.WriteAsync(db =>
        {
            db.AddRange(part, parent);
            using var rows = new AddedRows(db);
            rows.Insert();
            return Task.CompletedTask;
        }));

        Assert.Equal(0L, await _inserted.SqlAsync("SELECT count(*) FROM Departments"));
    }

    private static object[] Entities()
    {
        var source = new Source { Code = "S1", Slug = "s1", Title = "Source", Description = "It says so." };
        var department = NewDepartment("legal");
        department.SetHours("Europe/Berlin", isAlwaysOpen: false, "Not in August");
        department.Aliases.AddRange([new DepartmentAlias("Law", 1), new DepartmentAlias("Źródło \U0001F6E0", 2)]);
        department.Aliases[1].Sources.Add(source);
        department.Sources.Add(source);
        department.Responsibilities.AddRange(
            [new Responsibility("Contracts", null, 1), new Responsibility("Disputes", "In court and out of it.", 2)]);
        department.Hours.Add(new OpeningInterval(DayOfWeek.Monday, DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(17, 30), 1));
        department.Languages.Add(new Language("de"));
        department.Tags.Add(new Tag("law", "Law"));
        var function = new BusinessFunction("contracts", "Contracts", "Writes contracts.");
        function.Illustrate(["you signed something", "you “did not”"]);
        function.Synonyms.Add(new FunctionSynonym("agreements", 1));
        function.Owners.Add(new FunctionOwner(department, 1, "It always did"));
        function.Owners[0].Sources.Add(source);
        foreach (var entry in new Entry[] { department, function })
            entry.Touch(Now);
        var revision = new Revision
        {
            EntryType = EntryType.Department, EntryId = 1, Number = 1, SavedAt = Now, AccountId = null, By = "",
            Action = RevisionAction.Created, Snapshot = "{}",
        };
        return [function, department, revision];
    }

    private static Department NewDepartment(string slug)
    {
        var department = new Department(slug, $"The {slug}", "Does things.");
        department.SetOffice(Office.Back, OfficeBasis.Judged, "It is.", default);
        return department;
    }

    private static async Task<List<string>> DumpAsync(TestDatabase database)
    {
        var tables = (string)(await database.SqlAsync("SELECT group_concat(name) FROM sqlite_master WHERE type = 'table' ORDER BY name"))!;
        var dump = new List<string>();
        foreach (var table in tables.Split(',').Order(StringComparer.Ordinal))
        {
            var columns =
                await database.SqlAsync($"SELECT group_concat('\"' || name || '\", typeof(\"' || name || '\")') FROM pragma_table_info('{table}')");
            dump.Add($"{table}: {await database.SqlAsync($"SELECT group_concat(line, char(10)) FROM (SELECT json_array({columns}) AS line FROM \"{table}\" ORDER BY 1)")}");
        }
        return dump;
    }
}
