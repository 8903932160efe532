namespace BpoDirectory.BrowserTests;

public sealed class HomeTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    private const int LargestFirstLoad = 115 * 1024;

    private const int MostRequests = 8;

    private const string Transfers =
        "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(entry => entry.transferSize)";

    [Fact]
    public async Task The_first_load_is_small()
    {
        await OpenAsync("/");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var sizes = await Page.EvaluateAsync<int[]>(Transfers);
        var addresses = await Page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').map(entry => entry.name)");

        Assert.True(sizes.Length <= MostRequests - (addresses.Any(address => address.Contains("favicon", StringComparison.Ordinal))
            ? 0
            : 1), string.Join(' ', addresses));
        Assert.InRange(sizes.Sum(), 1, LargestFirstLoad);
    }

    [Fact]
    public async Task A_repeat_view_transfers_the_page_alone()
    {
        await OpenAsync("/");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await GoAsync("/about");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var sizes = await Page.EvaluateAsync<int[]>(Transfers);

        Assert.NotEqual(0, sizes[0]);
        Assert.All(sizes.Skip(1), size => Assert.Equal(0, size));
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task Without_a_question_the_departments_stand_by_office_with_their_number(int width, bool hasScript)
    {
        await OpenAsync("/", Reader.Of(width) with { HasScript = hasScript });
        await Expect(Question).ToBeInViewportAsync();
        var office = Page.GetByRole(AriaRole.Region, new() { Name = "Front office", Exact = true });
        var tiles = await office.GetByRole(AriaRole.Heading, new() { Level = 3 }).CountAsync();

        await Expect(office).ToContainTextAsync($"{tiles} department");
        await office.GetByRole(AriaRole.Link, new() { Name = "Front office", Exact = true }).ClickAsync();

        await Expect(Cards).ToHaveCountAsync(tiles);
        Assert.Equal("/?office=front", Here);
    }

    [Fact]
    public async Task An_example_is_asked_by_following_it()
    {
        await OpenAsync("/");

        await Page.GetByRole(AriaRole.Link, new() { Name = "who handles payroll?" }).ClickAsync();

        await Expect(Question).ToHaveValueAsync("who handles payroll?");
        await Expect(Cards.First).ToContainTextAsync("Finance and Accounting");
    }
}
