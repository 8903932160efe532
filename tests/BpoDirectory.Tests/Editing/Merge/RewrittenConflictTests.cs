using System.Text.Json.Nodes;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Merge;
using BpoDirectory.Functions;

namespace BpoDirectory.Tests.Editing.Merge;

public sealed class RewrittenConflictTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Texts_of_an_item_are_written_anew_and_the_rest_of_it_stays_mine()
    {
        var rewritten = new RewrittenConflict(Responsibility(), await OpenAsync());
        Assert.Equal(["Mine", "My detail"], rewritten.Texts.Select(text => rewritten[text]));

        rewritten.Write(rewritten.Texts[0], "Ours");

        Assert.Equal("""{"key":"a","text":"Ours","detail":"My detail","sources":["S1"]}""", rewritten.Value.ToJsonString());
    }

    [Fact]
    public async Task Item_that_one_side_removed_is_written_from_what_the_other_made_of_it()
    {
        var rewritten = new RewrittenConflict(Responsibility() with { Mine = null }, await OpenAsync());

        Assert.Equal("""{"key":"a","text":"Theirs","detail":"","sources":[]}""", rewritten.Value.ToJsonString());
    }

    [Fact]
    public async Task What_is_written_is_kept_for_its_own_conflict_until_it_is_forgotten()
    {
        var session = await OpenAsync();
        var rewritten = new RewrittenConflict(Responsibility(), session);
        rewritten.Write(rewritten.Texts[1], "Our detail");

        var again = new RewrittenConflict(Responsibility(), session);
        Assert.True(again.IsKept);
        Assert.Equal(["Mine", "Our detail"], again.Texts.Select(text => again[text]));
        Assert.False(new RewrittenConflict(Responsibility() with { Original = Item("Another") }, session).IsKept);

        again.Write(again.Texts[1], "");
        Assert.Equal(["Mine", ""], again.Texts.Select(text => new RewrittenConflict(Responsibility(), session)[text]));
        again.Forget();
        Assert.False(new RewrittenConflict(Responsibility(), session).IsKept);
    }

    [Fact]
    public async Task Orders_and_single_values_are_only_chosen()
    {
        var session = await OpenAsync();
        var office = DepartmentContent.Fields.Single(field => field.Name == "office");

        Assert.Empty(
            new RewrittenConflict(Responsibility() with { Key = null, IsOrder = true, Original = new JsonArray(), Mine = new JsonArray(),
                Theirs = new JsonArray() }, session).Texts);
        Assert.Empty(new RewrittenConflict(new MergeConflict(office, null, false, "front", "back", "mixed"), session).Texts);
    }

    [Fact]
    public async Task Words_are_written_anew_line_by_line()
    {
        var synonyms = BusinessFunctionContent.Fields.Single(field => field.Name == "synonyms");
        var rewritten = new RewrittenConflict(
            new MergeConflict(synonyms, null, false, new JsonArray("wages"), new JsonArray("pay run", "payday"),
                new JsonArray("salary run")), await OpenAsync());
        Assert.Equal("pay run\npayday", rewritten[rewritten.Texts[0]]);

        rewritten.Write(rewritten.Texts[0], " pay run \n\nsalary run");

        Assert.Equal("""["pay run","salary run"]""", rewritten.Value.ToJsonString());
    }

    private async Task<EditingSession> OpenAsync()
    {
        var session =
            new EditingSession<DepartmentContent>(
                _database.Departments, _database.Ada, _database.Get<EntryStore>(), _database.Get<DraftStore>());
        await session.OpenAsync(await _database.OpenAsync("customer-service"));
        return session;
    }

    private static MergeConflict Responsibility() =>
        new(DepartmentContent.Fields.Single(field => field.Name == "responsibilities"), "a", false, Item("First"),
            Item("Mine", "My detail", "S1"), Item("Theirs"));

    private static JsonObject Item(string text, string detail = "", params string[] sources) =>
        new()
        {
            ["key"] = "a", ["text"] = text, ["detail"] = detail,
            ["sources"] = new JsonArray([.. sources.Select(code => JsonValue.Create(code))]),
        };
}
