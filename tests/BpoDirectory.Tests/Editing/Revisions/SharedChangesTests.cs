using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Functions;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.ServiceLines;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Editing.Revisions;

public sealed class SharedChangesTests : IAsyncLifetime
{
    private const string Payroll = "payroll-processing";

    private readonly EditingDatabase _database = new();
    private readonly BusinessFunctionEditing _functions = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Owner_added_on_the_page_of_the_department_is_a_version_of_the_function_too()
    {
        var function = await _database.OpenAsync(_functions, Payroll);

        await _database.EditAsync(
            "legal", legal => legal.Functions.Add(new OwnedFunctionContent { Slug = Payroll, Rank = 3, Reason = "It signs." }));

        var now = await _database.OpenAsync(_functions, Payroll);
        Assert.Equal(function.Version + 1, now.Version);
        Assert.Contains(now.Content.Owners, owner => owner.Slug == "legal");
        Assert.Equal([(1, "", null), (2, "Ada", "With the department “Legal”")], await RevisionsAsync(EntryType.Function, function.Id));
    }

    [Fact]
    public async Task Save_of_a_function_that_was_open_before_meets_the_owner_added_meanwhile()
    {
        var open = await _database.OpenAsync(_functions, Payroll);
        await _database.EditAsync("legal", legal => legal.Functions.Add(new OwnedFunctionContent { Slug = Payroll, Rank = 3 }));

        open.Content.Description = "Pays people.";
        var outcome = await _database.Get<EntryStore>()
            .SaveAsync(_functions, _database.Ben, new EntrySave<BusinessFunctionContent>(open.Id, open.Version, open.Content));

        Assert.Null(outcome.Saved);
        Assert.Contains(outcome.Newer!.Content.Owners, owner => owner.Slug == "legal");
    }

    [Fact]
    public async Task Owner_removed_on_the_page_of_the_function_is_a_version_of_each_department_whose_part_changed()
    {
        var (first, second, other) =
            (await _database.OpenAsync("finance-and-accounting"), await _database.OpenAsync("human-resources"),
                await _database.OpenAsync("legal"));
        var open = await _database.OpenAsync(_functions, Payroll);
        open.Content.Owners.RemoveAt(0);

        await _database.Get<EntryStore>()
            .SaveAsync(_functions, _database.Ben, new EntrySave<BusinessFunctionContent>(open.Id, open.Version, open.Content));

        Assert.Equal(
            [first.Version + 1, second.Version + 1, other.Version],
            [(await _database.OpenAsync("finance-and-accounting")).Version, (await _database.OpenAsync("human-resources")).Version,
                (await _database.OpenAsync("legal")).Version]);
        var revision = await _database.Get<RevisionReader>().FindAsync(_database.Departments, second.Id, second.Version + 1);
        Assert.Equal(1, revision!.Functions.Single(f => f.Slug == Payroll).Rank);
        Assert.Equal((2, "Ben", "With the function “Payroll processing”"), (await RevisionsAsync(EntryType.Department, first.Id))[^1]);
    }

    [Fact]
    public async Task Source_of_an_ownership_is_a_part_of_both()
    {
        var function = await _database.OpenAsync(_functions, Payroll);

        await _database.EditAsync("human-resources", hr => hr.Functions.Single(f => f.Slug == Payroll).Sources.Add("S1"));

        Assert.Equal(function.Version + 1, (await _database.OpenAsync(_functions, Payroll)).Version);
    }

    [Fact]
    public async Task Service_lines_and_outsourcing_types_are_shared_alike()
    {
        var (lines, types) = (_database.Get<ServiceLineEditing>(), _database.Get<OutsourcingTypeEditing>());
        var (line, type) = (await _database.OpenAsync(lines, "human-resources"), await _database.OpenAsync(types, "kpo"));

        await _database.EditAsync("operations", operations =>
        {
            operations.ServiceLines.Add("human-resources");
            operations.OutsourcingTypes.Add(new NearTypeContent { Slug = "kpo", Reason = "Near" });
        });

        Assert.Equal(
            (line.Version + 1, type.Version + 1),
            ((await _database.OpenAsync(lines, "human-resources")).Version, (await _database.OpenAsync(types, "kpo")).Version));
    }

    [Fact]
    public async Task Save_that_changes_nothing_shared_is_one_revision()
    {
        var before = await CountAsync();

        await _database.EditAsync("legal", legal => legal.Summary = "Keeps to the law.");

        // The version that was loaded, and the one saved.
        Assert.Equal(before + 2, await CountAsync());
    }

    private async Task<List<(int, string, string?)>> RevisionsAsync(EntryType type, int id)
    {
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        var revisions = await db.Revisions.Where(r => r.EntryType == type && r.EntryId == id).OrderBy(r => r.Number).ToListAsync();
        return revisions.ConvertAll(r => (r.Number, r.By, r.Note));
    }

    private async Task<int> CountAsync()
    {
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        return await db.Revisions.CountAsync();
    }
}
