using System.Net;

namespace BpoDirectory.Tests.Api;

[Collection(SharedApp.Name)]
public sealed class DepartmentAnswerTests(DirectoryApp app)
{
    private readonly ApiClient _api = new(app);

    [Fact]
    public async Task Department_has_the_properties_of_the_contract()
    {
        var department = await _api.GetAsync("/departments/finance-and-accounting");

        Assert.Equal(
            [
                "aliases", "channel", "channels", "children", "contractOwner", "delivery", "description", "escalation", "functions",
                "hours", "icon", "languages", "links",
                "name", "office", "officeBasis", "officeReason", "officeSources", "outsourcingTypes", "parent", "partner",
                "related", "responsibilities", "reviewIntervalDays", "reviewedAt", "serviceLevels", "serviceLines", "side", "sites", "slug",
                "sources", "summary", "tags", "updatedAt", "version",
            ],
            ApiClient.Names(department).Order(StringComparer.Ordinal));
        Assert.Equal(["text", "detail", "sources"], ApiClient.Names(department.GetProperty("responsibilities")[0]));
        Assert.Equal(["slug", "name", "rank"], ApiClient.Names(department.GetProperty("functions")[0]));
        Assert.Equal(["slug", "name", "sharedFunctions"], ApiClient.Names(department.GetProperty("related")[0]));
        Assert.Equal(["code", "slug", "title"], ApiClient.Names(department.GetProperty("sources")[0]));
    }

    [Fact]
    public async Task Department_says_what_it_does_and_who_says_so()
    {
        var department = await _api.GetAsync("/departments/finance-and-accounting");

        Assert.Equal(("back", "stated"), (department.GetProperty("office").GetString(), department.GetProperty("officeBasis").GetString()));
        Assert.NotEmpty(department.GetProperty("officeReason").GetString()!);
        Assert.InRange(department.GetProperty("description").GetString()!.Length, 200, 20_000);
        Assert.Contains("payroll-processing", ApiClient.Texts(department.GetProperty("functions"), "slug"));
        Assert.Equal(["payment-processing"], ApiClient.Texts(department.GetProperty("children")));
        Assert.Contains("human-resources", ApiClient.Texts(department.GetProperty("related"), "slug"));
        var codes = ApiClient.Texts(department.GetProperty("sources"), "code");
        Assert.All(department.GetProperty("responsibilities").EnumerateArray(), responsibility =>
        {
            Assert.NotEmpty(ApiClient.Texts(responsibility.GetProperty("sources")));
            Assert.All(ApiClient.Texts(responsibility.GetProperty("sources")), code => Assert.Contains(code, codes));
        });
    }

    [Fact]
    public async Task Every_department_of_the_list_can_be_read_and_says_the_same()
    {
        foreach (var item in (await _api.GetAsync("/departments?pageSize=100")).GetProperty("items").EnumerateArray())
        {
            var department = await _api.GetAsync("/departments/" + item.GetProperty("slug").GetString());

            foreach (var property in item.EnumerateObject().Where(property => property.Name != "match"))
                Assert.Equal(property.Value.GetRawText(), department.GetProperty(property.Name).GetRawText());
        }
    }

    [Fact]
    public async Task Entity_tag_is_the_version()
    {
        using var response = await _api.SendAsync("/departments/legal");

        Assert.Equal("\"1\"", response.Headers.ETag?.ToString());
    }

    [Theory]
    [InlineData("\"1\"", null)]
    [InlineData("\"1\"", "someone=1")]
    [InlineData("W/\"1\"", null)]
    [InlineData("W/\"1\"", "someone=1")]
    [InlineData("\"0\", \"1\"", null)]
    [InlineData("\"0\", \"1\"", "someone=1")]
    [InlineData("\"0\", W/\"1\", \"2\"", null)]
    [InlineData("\"0\", W/\"1\", \"2\"", "someone=1")]
    [InlineData("*", null)]
    [InlineData("*", "someone=1")]
    public async Task Version_that_is_known_is_not_sent_again_from_the_cache_or_past_it(string known, string? cookie)
    {
        using var response = await _api.SendAsync("/departments/human-resources", known, cookie: cookie);

        Assert.Equal((HttpStatusCode.NotModified, "\"1\""), (response.StatusCode, response.Headers.ETag?.ToString()));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("\"2\"")]
    [InlineData("1")]
    [InlineData("nonsense, \"")]
    public async Task Other_versions_are_answered_in_full(string known)
    {
        using var response = await _api.SendAsync("/departments/human-resources", known);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("no-such-department")]
    [InlineData("%FF")]
    [InlineData("'%20OR%201=1")]
    [InlineData("..%2F..%2Fetc")]
    public async Task Unknown_department_is_a_problem(string slug)
    {
        var problem = await _api.ProblemAsync("/departments/" + slug, HttpStatusCode.NotFound);

        Assert.Contains("No department has the slug", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
