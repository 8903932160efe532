using System.Net;

namespace BpoDirectory.Tests.Api;

[Collection(SharedApp.Name)]
public sealed class FunctionsApiTests(DirectoryApp app)
{
    private readonly ApiClient _api = new(app);

    [Fact]
    public async Task List_has_functions_by_name_with_their_owners()
    {
        var list = await _api.GetAsync("/functions?pageSize=100");

        Assert.Equal(["query", "total", "page", "pageSize", "items"], ApiClient.Names(list));
        Assert.Equal(["slug", "name", "description", "synonyms", "owners"], ApiClient.Names(list.GetProperty("items")[0]));
        var names = ApiClient.Texts(list.GetProperty("items"), "name");
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(list.GetProperty("items").EnumerateArray(), item => Assert.NotEmpty(item.GetProperty("owners").EnumerateArray()));
    }

    [Theory]
    [InlineData("payroll", "payroll-processing")]
    [InlineData("PAYR", "payroll-processing")]
    [InlineData("who handles payroll?", "payroll-processing")]
    [InlineData("pay slips", "payroll-processing")]
    public async Task Words_of_a_name_or_synonym_find_a_function(string question, string slug)
    {
        var list = await _api.GetAsync("/functions?q=" + Uri.EscapeDataString(question));

        Assert.Equal(question, list.GetProperty("query").GetString());
        Assert.Contains(slug, ApiClient.Texts(list.GetProperty("items"), "slug"));
        Assert.Equal(list.GetProperty("total").GetInt32(), list.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Question_that_no_function_meets_has_no_items()
    {
        var list = await _api.GetAsync("/functions?q=payroll%20elephants");

        Assert.Equal((0, 0), (list.GetProperty("total").GetInt32(), list.GetProperty("items").GetArrayLength()));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        var total = (await _api.GetAsync("/functions")).GetProperty("total").GetInt32();
        var slugs = new List<string>();
        for (var page = 1; slugs.Count < total; page++)
        {
            var items = ApiClient.Texts((await _api.GetAsync($"/functions?pageSize=40&page={page}")).GetProperty("items"), "slug");
            Assert.NotEmpty(items);
            slugs.AddRange(items);
        }

        Assert.Equal(total, slugs.Distinct().Count());
        Assert.Empty((await _api.GetAsync("/functions?page=2147483647&pageSize=100")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("pageSize=101")]
    public async Task Paging_outside_its_limits_is_refused(string query) =>
        Assert.Single((await _api.ProblemAsync("/functions?" + query, HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateObject());

    [Fact]
    public async Task Function_names_its_owners_in_order_with_sources()
    {
        var function = await _api.GetAsync("/functions/payroll-processing");

        Assert.Equal(
            ["slug", "name", "description", "synonyms", "situations", "note", "owners", "sources", "version", "updatedAt"],
            ApiClient.Names(function));
        Assert.Equal(["finance-and-accounting", "human-resources"], ApiClient.Texts(function.GetProperty("owners"), "slug"));
        Assert.Equal(
            ["slug", "name", "icon", "office", "summary", "rank", "reason", "channel", "hours", "sources"],
            ApiClient.Names(function.GetProperty("owners")[0]));
        Assert.Equal([1, 2], function.GetProperty("owners").EnumerateArray().Select(owner => owner.GetProperty("rank").GetInt32()));
        Assert.Equal("back", function.GetProperty("owners")[0].GetProperty("office").GetString());
        Assert.NotEmpty(ApiClient.Texts(function.GetProperty("owners")[0].GetProperty("sources")));
    }

    [Fact]
    public async Task Unknown_function_is_a_problem() => await _api.ProblemAsync("/functions/no-such-function", HttpStatusCode.NotFound);
}
