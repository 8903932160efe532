using System.Net;
using BpoDirectory.Tests.Search;

namespace BpoDirectory.Tests.Api;

[Collection(SharedApp.Name)]
public sealed class HostileQueryTests(DirectoryApp app)
{
    private const int Tries = 200;

    private readonly ApiClient _api = new(app);

    [Theory]
    [InlineData("/departments")]
    [InlineData("/functions")]
    public async Task Any_text_is_answered(string path)
    {
        foreach (var text in HostileText.All)
            Assert.Equal(2, (await _api.GetAsync($"{path}?pageSize=2&q={Uri.EscapeDataString(text)}")).GetProperty("pageSize").GetInt32());
    }

    [Theory]
    [InlineData("/departments")]
    [InlineData("/functions")]
    public async Task Text_put_together_at_random_is_answered(string path)
    {
        var random = new Random(20261121);
        for (var i = 0; i < Tries; i++)
            await _api.GetAsync($"{path}?q={Uri.EscapeDataString(HostileText.Random(random, 300))}");
    }

    [Theory]
    [InlineData("q=%FF")]
    [InlineData("q=%C3%28%A0%A1")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=%00payroll%00")]
    [InlineData("q=%")]
    [InlineData("q=%zz%1")]
    [InlineData("q")]
    [InlineData("&&&=&==&q=&")]
    [InlineData("line=%00&type=%FF&line='--")]
    public async Task Broken_encoding_is_answered(string query) => await _api.GetAsync("/departments?" + query);

    [Theory]
    [InlineData("page=%00")]
    [InlineData("office=%FF")]
    [InlineData("sort=%E2%80%AE")]
    public async Task Broken_encoding_of_a_value_that_must_be_known_is_refused(string query) =>
        await _api.ProblemAsync("/departments?" + query, HttpStatusCode.BadRequest);
}
