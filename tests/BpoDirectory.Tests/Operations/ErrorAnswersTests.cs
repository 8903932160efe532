using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using BpoDirectory.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace BpoDirectory.Tests.Operations;

[Trait(TestServer.Database, TestServer.File)]
public sealed class ErrorAnswersTests : IDisposable
{
    private readonly BrokenApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Failed_page_gives_the_number_under_which_the_log_has_the_exception()
    {
        await _app.SqlAsync("PRAGMA foreign_keys = OFF; DROP TABLE BusinessFunctions");

        using var response = await _app.Client.GetAsync("/functions");

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(
            (HttpStatusCode.InternalServerError, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("Sqlite", page, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var number = Regex.Match(page, "<code>([0-9a-f]{32})</code>").Groups[1].Value;
        var log = await _app.EndAsync();
        Assert.Contains(log, entry => IsException(entry, number));
    }

    [Fact]
    public async Task Failed_answer_of_the_api_is_a_problem_with_that_number()
    {
        await _app.SqlAsync("PRAGMA foreign_keys = OFF; DROP TABLE BusinessFunctions");

        using var response = await _app.Client.GetAsync("/api/v1/functions");

        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(
            (HttpStatusCode.InternalServerError, "application/problem+json"),
            (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("Sqlite", text, StringComparison.Ordinal);
        var number = JsonDocument.Parse(text).RootElement.GetProperty("traceId").GetString();
        var log = await _app.EndAsync();
        Assert.Contains(log, entry => IsException(entry, number));
    }

    [Theory]
    [InlineData("GET", "/api/departments", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/no-such-thing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/departments", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/v1/comparison", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/v1/departments/legal", HttpStatusCode.MethodNotAllowed)]
    public async Task Request_that_the_api_does_not_know_is_a_problem(string method, string path, HttpStatusCode status)
    {
        using var response = await _app.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/api/x")]
    [InlineData("/x")]
    public async Task Request_that_cannot_be_read_is_the_senders_fault(string path)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddErrorAnswers();
        await using var app = builder.Build();
        app.UseErrorAnswers();
        app.UseRouting();
        app.MapGet(path, Task (HttpContext _) => throw new BadHttpRequestException("Too much.", StatusCodes.Status413PayloadTooLarge));
        app.MapGet(path + "/limit", Task (HttpContext _) => throw new InvalidDataException("A form beyond its limits."));
        app.MapGet("/error", () => "The page of errors");
        await app.StartAsync();
        using var client = app.GetTestClient();

        using var tooLarge = await client.GetAsync(path);
        using var beyondLimits = await client.GetAsync(path + "/limit");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest), (tooLarge.StatusCode, beyondLimits.StatusCode));
    }

    [Theory]
    [InlineData("/api/x")]
    [InlineData("/x")]
    public async Task Connection_that_ends_within_a_request_is_no_error_of_the_program(string path)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddErrorAnswers();
        using var errors = new LoggedErrors();
        builder.Logging.AddProvider(errors);
        await using var app = builder.Build();
        app.UseErrorAnswers();
        app.UseRouting();
        app.MapGet(path + "/ended", Task (HttpContext _) => throw new ConnectionAbortedException("The program ends."));
        app.MapGet(path + "/left", Task (HttpContext _) => throw new ConnectionResetException("The browser was closed."));
        app.MapGet(path + "/broken", Task (HttpContext _) => throw new InvalidOperationException("A fault of the program."));
        app.MapGet("/error", () => "The page of errors");
        await app.StartAsync();
        using var client = app.GetTestClient();

        using var ended = await client.GetAsync(path + "/ended");
        using var left = await client.GetAsync(path + "/left");
        Assert.Equal(
            (StatusCodes.Status499ClientClosedRequest, StatusCodes.Status499ClientClosedRequest),
            ((int)ended.StatusCode, (int)left.StatusCode));
        Assert.Empty(errors.Messages);

        using var broken = await client.GetAsync(path + "/broken");
        Assert.NotEmpty(errors.Messages);
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/departments/no-such-department")]
    [InlineData("/apifoo")]
    public async Task Page_that_does_not_exist_is_answered_by_a_page_with_a_search(string path)
    {
        using var response = await _app.Client.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("type=\"search\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static bool IsException(JsonElement entry, string? number) =>
        entry.TryGetProperty("@x", out _) && entry.TryGetProperty("@tr", out var trace) && trace.GetString() == number;
}
