using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BpoDirectory.Tests.Api;

/// <summary>Asks the read API and reads its answers.</summary>
internal sealed class ApiClient(DirectoryApp app)
{
    private readonly HttpClient _client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public static string[] Names(JsonElement item) => [.. item.EnumerateObject().Select(property => property.Name)];

    public static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    public static string[] Texts(JsonElement list, string property) =>
        [.. list.EnumerateArray().Select(item => item.GetProperty(property).GetString()!)];

    public Task<HttpResponseMessage> SendAsync(string path, string? ifNoneMatch = null, HttpMethod? method = null, string? cookie = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, "/api/v1" + path);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return _client.SendAsync(request);
    }

    /// <summary>The answer's body, after checking that it is a good answer in JSON.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await SendAsync(path);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return await ReadAsync(response);
    }

    /// <summary>The problem details, after checking that they are such with this status.</summary>
    public async Task<JsonElement> ProblemAsync(string path, HttpStatusCode status, HttpMethod? method = null)
    {
        using var response = await SendAsync(path, method: method);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = await ReadAsync(response);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
        return problem;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return document.RootElement.Clone();
    }
}
