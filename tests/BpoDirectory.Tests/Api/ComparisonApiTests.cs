using System.Net;

namespace BpoDirectory.Tests.Api;

[Collection(SharedApp.Name)]
public sealed class ComparisonApiTests(DirectoryApp app)
{
    private readonly ApiClient _api = new(app);
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task Comparison_has_what_departments_own_together_and_alone()
    {
        var answer = await _api.GetAsync("/comparison?department=finance-and-accounting&department=human-resources");

        Assert.Equal(["departments", "shared", "alone"], ApiClient.Names(answer));
        Assert.Equal(["finance-and-accounting", "human-resources"], ApiClient.Texts(answer.GetProperty("departments"), "slug"));
        var payroll = answer.GetProperty("shared").EnumerateArray()
            .Single(function => function.GetProperty("slug").GetString() == "payroll-processing");
        Assert.Equal([1, 2], payroll.GetProperty("owners").EnumerateArray().Select(owner => owner.GetProperty("rank").GetInt32()));
        Assert.Equal(["finance-and-accounting", "human-resources"], ApiClient.Texts(answer.GetProperty("alone"), "department"));
        Assert.All(answer.GetProperty("alone").EnumerateArray(), one =>
            Assert.DoesNotContain("payroll-processing", ApiClient.Texts(one.GetProperty("functions"), "slug")));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?department=sales", HttpStatusCode.BadRequest)]
    [InlineData("?department=sales&department=sales", HttpStatusCode.BadRequest)]
    [InlineData("?department=sales&department=legal&department=logistics&department=marketing", HttpStatusCode.BadRequest)]
    [InlineData("?department=sales&department=zeppelins", HttpStatusCode.NotFound)]
    public async Task Two_or_three_departments_are_needed_and_each_must_be_there(string query, HttpStatusCode expected)
    {
        var answer = await _client.GetAsync("/api/v1/comparison" + query);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }
}
