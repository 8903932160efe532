using System.Text.Json.Nodes;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Merge;

namespace BpoDirectory.Tests.Editing.Merge;

public sealed class ArrangedOrderTests : IAsyncLifetime
{
    private static readonly ContentField Responsibilities = DepartmentContent.Fields.Single(field => field.Name == "responsibilities");

    private static readonly MergeConflict Orders =
        new(Responsibilities, null, IsOrder: true, new JsonArray("a", "b", "c"), new JsonArray("b", "a", "c"),
            new JsonArray("a", "c", "b"));

    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Begins_with_the_order_in_which_the_merged_items_stand()
    {
        var order = new ArrangedOrder(Orders, await OpenAsync(), List("b", "new", "a", "c"));

        Assert.Equal(["b", "new", "a", "c"], order.Keys);
        Assert.False(order.IsKept);
        Assert.Equal("""["b","new","a","c"]""", order.Value.ToJsonString());
    }

    [Fact]
    public async Task What_is_arranged_is_kept_until_it_is_forgotten()
    {
        var session = await OpenAsync();
        var order = new ArrangedOrder(Orders, session, List("a", "b", "c"));
        order.Keys.Reverse();
        order.Keep(key => $"Does {key}");

        Assert.True(new ArrangedOrder(Orders, session, List("a", "b", "c")).IsKept);
        Assert.Equal("""["c","b","a"]""", new ArrangedOrder(Orders, session, List("a", "b", "c")).Value.ToJsonString());

        order.Forget();
        Assert.Equal("""["a","b","c"]""", new ArrangedOrder(Orders, session, List("a", "b", "c")).Value.ToJsonString());
    }

    [Fact]
    public async Task Kept_order_takes_in_items_that_came_and_leaves_out_those_that_went()
    {
        var session = await OpenAsync();
        var order = new ArrangedOrder(Orders, session, List("a", "b", "c"));
        order.Keys.Reverse();
        order.Keep(key => $"Does {key}");

        Assert.Equal("""["c","a","new"]""", new ArrangedOrder(Orders, session, List("a", "new", "c")).Value.ToJsonString());
    }

    [Fact]
    public async Task Arranged_order_is_the_order_of_the_merged_list()
    {
        var order = new ArrangedOrder(Orders, await OpenAsync(), List("a", "b", "c"));
        order.Keys.Reverse();
        var merged = new JsonObject { ["responsibilities"] = List("a", "b", "c") };

        ContentMerge.Resolve(merged, Orders, order.Value);

        Assert.Equal(["c", "b", "a"], merged["responsibilities"]!.AsArray().Select(item => item!["key"]!.ToString()));
    }

    [Fact]
    public async Task Kept_order_is_read_without_keys()
    {
        var session = await OpenAsync();
        new ArrangedOrder(Orders, session, List("b", "a")).Keep(key => $"Does {key}");

        var (aside, text) = Assert.Single(session.PendingInput);
        Assert.Equal("Does b\nDoes a", ArrangedOrder.Readable(aside, text));
        Assert.Equal("b Does b", ArrangedOrder.Readable("Summary, in another tab", "b Does b"));
    }

    private static JsonArray List(params string[] keys) =>
        [.. keys.Select(key => new JsonObject { ["key"] = key, ["text"] = $"Does {key}" })];

    private async Task<EditingSession> OpenAsync()
    {
        var session =
            new EditingSession<DepartmentContent>(
                _database.Departments, _database.Ada, _database.Get<EntryStore>(), _database.Get<DraftStore>());
        await session.OpenAsync(await _database.OpenAsync("customer-service"));
        return session;
    }
}
