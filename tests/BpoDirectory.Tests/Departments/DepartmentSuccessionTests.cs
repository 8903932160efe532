using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Tests.Editing;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentSuccessionTests : IAsyncLifetime
{
    private const string Freight = "freight-forwarding";
    private const string Transport = "transportation";

    private readonly EditingDatabase _database = new();

    private DepartmentSuccession Succession => _database.Get<DepartmentSuccession>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Successor_is_whom_readers_are_sent_to_for_the_functions_it_takes_over()
    {
        var logistics = await _database.OpenAsync("logistics");

        var outcome = await Succession.ArchiveAsync(_database.Ada, logistics, "supply-chain-management", [Freight, Transport], "Merged");

        Assert.True(outcome.Archived.Saved!.Content.Archived);
        Assert.Equal(["supply-chain-management"], await OwnersAsync(Freight));
        Assert.Equal(["supply-chain-management"], await OwnersAsync(Transport));
        Assert.Empty(await OwnersAsync("customs-clearance"));
    }

    [Fact]
    public async Task Undone_succession_leaves_both_departments_and_the_functions_as_they_were()
    {
        var (logistics, successor) = (await _database.OpenAsync("logistics"), await _database.OpenAsync("supply-chain-management"));
        var outcome = await Succession.ArchiveAsync(_database.Ada, logistics, "supply-chain-management", [Freight]);

        Assert.NotNull((await Succession.UndoAsync(_database.Ada, outcome, logistics.Content)).Saved);

        Assert.Equal(["logistics"], await OwnersAsync(Freight));
        Assert.Equal(ContentJson.Write(logistics.Content), ContentJson.Write((await _database.OpenAsync("logistics")).Content));
        Assert.Equal(
            ContentJson.Write(successor.Content), ContentJson.Write((await _database.OpenAsync("supply-chain-management")).Content));
    }

    [Fact]
    public async Task Nothing_of_it_is_undone_when_somebody_saved_one_of_them_since()
    {
        var logistics = await _database.OpenAsync("logistics");
        var outcome = await Succession.ArchiveAsync(_database.Ada, logistics, "supply-chain-management", [Freight]);
        await _database.EditAsync("logistics", content => content.Summary = "Ben’s.", by: _database.Ben);

        Assert.NotNull((await Succession.UndoAsync(_database.Ada, outcome, logistics.Content)).Newer);

        Assert.Equal(["supply-chain-management"], await OwnersAsync(Freight));
    }

    [Fact]
    public async Task Version_that_was_not_seen_is_not_archived()
    {
        var shown = await _database.OpenAsync("logistics");
        await _database.EditAsync("logistics", content => content.Summary = "Ben’s.", by: _database.Ben);

        var outcome = await Succession.ArchiveAsync(_database.Ada, shown, "supply-chain-management", [Freight]);

        Assert.Equal((2, null), (outcome.Archived.Newer?.Version, outcome.Handover));
        Assert.Equal(["logistics"], await OwnersAsync(Freight));
    }

    private async Task<IEnumerable<string>> OwnersAsync(string function) =>
        (await _database.Get<BusinessFunctionReader>().FindAsync(function))!.Owners.Select(owner => owner.Slug);
}
