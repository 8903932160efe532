using BpoDirectory.Components.Admin.Lists;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace BpoDirectory.Tests.Components.Admin.Lists;

/// <summary>A list asks its provider for what its address says, and its address says what it shows.</summary>
public sealed class DataListTests : BunitContext, IAsyncLifetime
{
    private readonly List<ListQuery> _asked = [];

    private readonly BunitAuthorizationContext _user;

    private TaskCompletionSource<(int, IReadOnlyList<Thing>)>? _slow;

    public DataListTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        _user = AddAuthorization();
        _user.SetAuthorized("ada").SetPolicies(BpoDirectory.Accounts.Policies.Edit);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private string LastAddress => (string)JSInterop.Invocations["history.replaceState"][^1].Arguments[2]!;

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public void It_asks_for_the_first_rows_in_the_usual_order()
    {
        var list = RenderAt("/admin/things");

        list.WaitForAssertion(() => Assert.Equal(new ListQuery("", nameof(Thing.Name), false, 0, 50), _asked[^1]));
        Assert.Equal(50, list.FindAll("tbody tr").Count);
        Assert.Contains("120 things", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_address_says_what_is_looked_for_in_which_order_and_on_which_page()
    {
        var list = RenderAt("/admin/things?q=th&sort=Size&order=reversed&page=3&size=25&hide=Size");

        list.WaitForAssertion(() => Assert.Equal(new ListQuery("th", nameof(Thing.Size), true, 50, 25), _asked[^1]));
        Assert.DoesNotContain(list.FindAll("th"), header => header.TextContent.Contains("Size", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_turned_is_in_the_address()
    {
        var list = RenderAt("/admin/things");
        list.WaitForAssertion(() => Assert.NotEmpty(_asked));

        await list.Find("button[aria-label='Next page']").ClickAsync(new());

        list.WaitForAssertion(() => Assert.Equal(50, _asked[^1].Skip));
        Assert.EndsWith("/admin/things?page=2", LastAddress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_order_begins_with_the_first_page()
    {
        var list = RenderAt("/admin/things?page=2");
        list.WaitForAssertion(() => Assert.Equal(50, _asked[^1].Skip));

        await list.FindAll(".sortable-column-header")[1].ClickAsync(new());

        list.WaitForAssertion(() => Assert.Equal(new ListQuery("", nameof(Thing.Size), false, 0, 50), _asked[^1]));
        Assert.EndsWith("/admin/things?sort=Size", LastAddress, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_after_the_last_shows_the_last()
    {
        var list = RenderAt("/admin/things?page=99");

        list.WaitForAssertion(() => Assert.Equal(20, list.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task Whoever_lost_the_right_sees_no_rows()
    {
        var list = RenderAt("/admin/things");
        list.WaitForAssertion(() => Assert.NotEmpty(_asked));
        _user.SetPolicies();
        _asked.Clear();

        await list.InvokeAsync(() => list.FindComponent<DataList<Thing>>().Instance.ReloadAsync());

        list.WaitForAssertion(() => Assert.Contains("You may not see this list any more.", list.Markup, StringComparison.Ordinal));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task What_was_asked_for_last_is_shown_though_it_is_read_first()
    {
        var list = RenderAt("/admin/things");
        list.WaitForAssertion(() => Assert.NotEmpty(_asked));
        var shown = list.FindComponent<DataList<Thing>>().Instance;
        _slow = new TaskCompletionSource<(int, IReadOnlyList<Thing>)>();
        var early = list.InvokeAsync(() => shown.ReloadAsync());

        await list.FindAll(".sortable-column-header")[1].ClickAsync(new());
        _slow.SetResult((1, [new Thing("Early", 1)]));
        await early;

        Assert.Equal(50, list.FindAll("tbody tr").Count);
        Assert.Contains("120 things", list.Markup, StringComparison.Ordinal);
        Assert.EndsWith("/admin/things?sort=Size", LastAddress, StringComparison.Ordinal);
    }

    private IRenderedComponent<IComponent> RenderAt(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render(builder =>
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<DataList<Thing>>(1);
            builder.AddAttribute(2, nameof(DataList<Thing>.Label), "Things");
            builder.AddAttribute(3, nameof(DataList<Thing>.One), "thing");
            builder.AddAttribute(4, nameof(DataList<Thing>.TextLabel), "Name contains");
            builder.AddAttribute(5, nameof(DataList<Thing>.UsualSort), nameof(Thing.Name));
            builder.AddAttribute(6, nameof(DataList<Thing>.Descending), (IReadOnlyList<string>)[nameof(Thing.Size)]);
            builder.AddAttribute(7, nameof(DataList<Thing>.Load), (Func<ListQuery, Task<(int, IReadOnlyList<Thing>)>>)LoadAsync);
            builder.AddAttribute(8, nameof(DataList<Thing>.Columns), (RenderFragment<ListStart>)Columns);
            builder.CloseComponent();
        });
    }

    private Task<(int, IReadOnlyList<Thing>)> LoadAsync(ListQuery query)
    {
        _asked.Add(query);
        if (query.Sort == nameof(Thing.Name) && _slow is { } slow)
            return slow.Task;
        IReadOnlyList<Thing> rows = [.. Enumerable.Range(1, 120).Skip(query.Skip).Take(query.Take).Select(i => new Thing($"Thing {i}", i))];
        return Task.FromResult((120, rows));
    }

    private static RenderFragment Columns(ListStart start) => builder =>
    {
        builder.OpenComponent<PropertyColumn<Thing, string>>(0);
        builder.AddAttribute(1, "Property", (System.Linq.Expressions.Expression<Func<Thing, string>>)(thing => thing.Name));
        builder.AddAttribute(2, "InitialDirection", start.DirectionOf(nameof(Thing.Name)));
        builder.CloseComponent();
        builder.OpenComponent<PropertyColumn<Thing, int>>(3);
        builder.AddAttribute(4, "Property", (System.Linq.Expressions.Expression<Func<Thing, int>>)(thing => thing.Size));
        builder.AddAttribute(5, "InitialDirection", start.DirectionOf(nameof(Thing.Size)));
        builder.AddAttribute(6, "InitialSortDirection", SortDirection.Descending);
        builder.AddAttribute(7, "Hidden", start.Hides(nameof(Thing.Size)));
        builder.CloseComponent();
    };

    private sealed record Thing(string Name, int Size);
}
