using System.Net;

namespace BpoDirectory.Tests.Api;

/// <summary>The short lists: service lines, outsourcing types and the guide.</summary>
[Collection(SharedApp.Name)]
public sealed class CatalogListsTests(DirectoryApp app)
{
    private readonly ApiClient _api = new(app);

    [Fact]
    public async Task Service_lines_name_the_departments_that_deliver_them()
    {
        var list = await _api.GetAsync("/service-lines");

        Assert.Equal((10, 10), (list.GetProperty("total").GetInt32(), list.GetProperty("items").GetArrayLength()));
        Assert.Equal(
            ["slug", "name", "summary", "departments", "sources", "version", "updatedAt"], ApiClient.Names(list.GetProperty("items")[0]));
        Assert.All(list.GetProperty("items").EnumerateArray(), line => Assert.NotEmpty(line.GetProperty("departments").EnumerateArray()));
        Assert.Equal("front", list.GetProperty("items")[0].GetProperty("departments")[0].GetProperty("office").GetString());
    }

    [Fact]
    public async Task Outsourcing_types_name_the_departments_near_them()
    {
        var list = await _api.GetAsync("/outsourcing-types");

        Assert.Equal((5, 5), (list.GetProperty("total").GetInt32(), list.GetProperty("items").GetArrayLength()));
        Assert.Contains("KPO", ApiClient.Texts(list.GetProperty("items"), "acronym"));
        Assert.Equal(
            ["slug", "acronym", "name", "summary", "description", "synonyms", "departments", "sources", "version", "updatedAt"],
            ApiClient.Names(list.GetProperty("items")[0]));
    }

    [Fact]
    public async Task Every_guide_article_of_the_list_can_be_read()
    {
        var list = await _api.GetAsync("/guide");

        Assert.Equal(["slug", "title", "summary"], ApiClient.Names(list.GetProperty("items")[0]));
        Assert.Equal("what-is-bpo", list.GetProperty("items")[0].GetProperty("slug").GetString());
        foreach (var slug in ApiClient.Texts(list.GetProperty("items"), "slug"))
        {
            var article = await _api.GetAsync("/guide/" + slug);
            Assert.Equal(
                ["slug", "title", "summary", "body", "sources", "previous", "next", "version", "updatedAt"], ApiClient.Names(article));
            Assert.NotEmpty(article.GetProperty("body").GetString()!);
        }
    }

    [Fact]
    public async Task Unknown_article_is_a_problem() => await _api.ProblemAsync("/guide/no-such-article", HttpStatusCode.NotFound);
}
