using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Functions;

public sealed class FunctionOwnershipTests : IAsyncLifetime
{
    private const string Slug = "recruitment";

    private static readonly NamedLink Legal = new("legal", "Legal");

    private readonly BusinessFunctionEditing _editing = new();
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Department_becomes_the_first_or_the_last_owner_in_a_version_of_both(bool isMain)
    {
        var before = await OpenAsync();
        var legal = await _database.OpenAsync("legal");
        string[] owners = [.. before.Content.Owners.Select(owner => owner.Slug)];

        var assignment = await AssignAsync(before.Version, isMain);

        var after = await OpenAsync();
        Assert.Equal(isMain ? ["legal", .. owners] : [.. owners, "legal"], after.Content.Owners.Select(owner => owner.Slug));
        Assert.Equal((before.Version + 1, after.Version), (after.Version, assignment.Outcome.Saved!.Version));
        var changed = await _database.OpenAsync("legal");
        Assert.Equal(legal.Version + 1, changed.Version);
        Assert.Equal(isMain ? 1 : owners.Length + 1, changed.Content.Functions.Single(function => function.Slug == Slug).Rank);
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        var entry = await db.AuditEntries.SingleAsync();
        Assert.Equal((AuditKind.Edited, "Ada"), (entry.Kind, entry.ActorName));
    }

    [Fact]
    public async Task Owner_that_becomes_the_main_one_keeps_its_reason_and_what_is_so_already_is_not_saved()
    {
        var open = await OpenAsync();
        open.Content.Owners.Add(new OwnerContent { Slug = "legal", Name = "Legal", Reason = "Contracts of employment." });
        var save = new EntrySave<BusinessFunctionContent>(open.Id, open.Version, open.Content);
        await _database.Get<EntryStore>().SaveAsync(_editing, _database.Ada, save);

        await AssignAsync(2, isMain: false);
        Assert.Equal(2, (await OpenAsync()).Version);
        await AssignAsync(2, isMain: true);
        await AssignAsync(3, isMain: true);

        var after = await OpenAsync();
        Assert.Equal((3, "Contracts of employment."), (after.Version, after.Content.Owners[0].Reason));
        Assert.Equal(open.Content.Owners.Count, after.Content.Owners.Count);
    }

    [Fact]
    public async Task Undone_it_has_its_former_owners_but_not_over_a_later_version()
    {
        var before = await OpenAsync();
        var first = await AssignAsync(1, isMain: true);

        var undone = await UndoAsync(first);
        Assert.Equal(before.Content.Owners.Select(owner => owner.Slug), undone.Saved!.Content.Owners.Select(owner => owner.Slug));

        Assert.NotNull((await UndoAsync(first)).Newer);
    }

    [Fact]
    public async Task Nothing_is_assigned_over_a_version_that_was_not_shown()
    {
        await AssignAsync(1, isMain: false);

        var ownership = _database.Get<FunctionOwnership>();
        var late = await ownership.AssignAsync(_database.Ben, Slug, 1, new NamedLink("sales", "Sales"), isMain: true);

        Assert.Equal(2, late!.Outcome.Newer!.Version);
        Assert.Null(await ownership.AssignAsync(_database.Ben, "no-such-function", 1, Legal, isMain: true));
    }

    [Fact]
    public async Task Nobody_without_the_right_assigns() => await Assert.ThrowsAsync<NotAllowedException>(() =>
        _database.Get<FunctionOwnership>().AssignAsync(new Actor(999, "Nobody"), Slug, 1, Legal, isMain: true));

    private Task<OpenEntry<BusinessFunctionContent>> OpenAsync() => _database.OpenAsync(_editing, Slug);

    private async Task<OwnerAssignment> AssignAsync(int present, bool isMain) =>
        (await _database.Get<FunctionOwnership>().AssignAsync(_database.Ada, Slug, present, Legal, isMain))!;

    private Task<SaveOutcome<BusinessFunctionContent>> UndoAsync(OwnerAssignment assignment) =>
        _database.Get<EntryLifecycle>().UndoAsync(_editing, _database.Ada, assignment.Outcome.Saved!, assignment.Before);
}
