using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BpoDirectory.Tests.Api;

/// <summary>What a program may send that is not taken: it is told what to do instead, and nothing is changed.</summary>
public sealed class WriteRefusalTests(WritingProgram program) : IClassFixture<WritingProgram>
{
    private const string Address = $"{WritingProgram.Departments}/legal";

    [Theory]
    [InlineData("{\"aliases\": [null]}", "leave it out")]
    [InlineData("{\"serviceLines\": [null]}", "leave it out")]
    [InlineData("{\"responsibilities\": [null]}", "leave it out")]
    [InlineData("{\"responsibilities\": [{\"text\": \"Contracts\", \"sources\": [null]}]}", "leave it out")]
    [InlineData("{\"functions\": [null]}", "leave it out")]
    [InlineData("{\"outsourcingTypes\": [null]}", "leave it out")]
    [InlineData("{\"sources\": [null]}", "leave it out")]
    [InlineData("{\"sumary\": \"Mistyped.\"}", "$.sumary")]
    [InlineData("{\"functions\": [{\"slug\": \"legal-research\", \"reson\": \"Mistyped.\"}]}", "$.functions[0].reson")]
    [InlineData("{\"outsourcingTypes\": [{\"slug\": \"lpo\", \"reson\": \"Mistyped.\"}]}", "$.outsourcingTypes[0]")]
    [InlineData("{\"summary\": \"One.\", \"summary\": \"Other.\"}", "$.summary")]
    [InlineData("{\"summary\": {}}", "$.summary")]
    [InlineData("{\"summary\": \"\\ud800\"}", "$.summary")]
    [InlineData("{\"sources\": [\"\\ud800\"]}", "$.sources[0]")]
    [InlineData("{\"functions\": [{\"slug\": \"legal-research\", \"rank\": 3000000000}]}", "$.functions[0].rank")]
    [InlineData("{\"functions\": [{\"slug\": \"legal-research\", \"rank\": 0}]}", "functions[0].rank")]
    [InlineData("{\"office\": \"front, back\"}", "$.office")]
    [InlineData("{\"officeBasis\": \"stated,judged\"}", "$.officeBasis")]
    [InlineData("{\"channels\": [{\"kind\": \"email, phone\", \"value\": \"a@example.com\"}]}", "$.channels[0].kind")]
    [InlineData("", "Send a JSON object")]
    [InlineData("\u00a0", "no JSON")]
    public async Task Body_that_says_nothing_usable_is_refused_with_the_place_in_it(string body, string told)
    {
        var problem = await RefusedAsync(WritingProgram.Request(HttpMethod.Put, Address, body), HttpStatusCode.BadRequest);

        Assert.Contains(told, problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Body_nested_without_end_is_refused() =>
        RefusedAsync(
            WritingProgram.Request(HttpMethod.Put, Address,
                string.Concat(Enumerable.Repeat("{\"version\":", 10_000)) + "1" + new string('}', 10_000)), HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task Body_of_another_kind_is_refused_with_the_right_one(string type)
    {
        var problem =
            await RefusedAsync(
                WritingProgram.Request(HttpMethod.Put, Address, "{\"summary\": \"Other.\"}", type: type),
                HttpStatusCode.UnsupportedMediaType);

        Assert.Contains("application/json", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_that_is_in_force_the_way_to_one_is_told()
    {
        using var request = WritingProgram.Request(HttpMethod.Put, Address, "{\"summary\": \"Other.\"}");
        request.Headers.Authorization = new("Bearer", "bpo_none");

        var problem = await RefusedAsync(request, HttpStatusCode.Unauthorized);

        Assert.Contains("/account", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sites_page_is_refused_in_the_apis_own_words()
    {
        using var request = WritingProgram.Request(HttpMethod.Put, Address, "{\"summary\": \"Other.\"}");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        await RefusedAsync(request, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Version_that_there_is_not_yet_is_refused_with_the_present_one()
    {
        var problem =
            await RefusedAsync(
                WritingProgram.Request(HttpMethod.Put, Address, "{\"summary\": \"Other.\"}", "\"7\""), HttpStatusCode.PreconditionFailed);

        Assert.Equal((1, 1), ((int)problem["currentVersion"]!, (int)problem["current"]!["version"]!));
        Assert.Contains("is at version 1", (string?)problem["detail"], StringComparison.Ordinal);
    }

    private async Task<JsonObject> RefusedAsync(HttpRequestMessage request, HttpStatusCode status)
    {
        var version = await program.VersionAsync("legal");
        using var answer = await program.Client.SendAsync(request);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(version, await program.VersionAsync("legal"));
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.True(problem["detail"] is not null || problem["errors"] is not null, problem.ToJsonString());
        return problem;
    }
}
