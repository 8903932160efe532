using System.Net;
using System.Text;
using System.Text.Json;
using BpoDirectory.Accounts;
using BpoDirectory.Tests.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace BpoDirectory.Tests.Api.Assistants;

/// <summary>The directory as assistants ask it, by a client of the protocol.</summary>
public sealed class DirectoryToolsTests(AccountApp app) : IClassFixture<AccountApp>
{
    [Fact]
    public async Task Tools_say_what_they_are_for_and_only_read()
    {
        await using var client = await ConnectAsync();

        var tools = await client.ListToolsAsync();

        Assert.Equal(
            ["get_department", "list_functions", "search_departments", "who_handles"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint);
            Assert.True(tool.Description.Length > 100, tool.Name);
            Assert.All(tool.JsonSchema.GetProperty("properties").EnumerateObject(),
                input => Assert.NotEmpty(input.Value.GetProperty("description").GetString()!));
        });
        Assert.Contains("who_handles", client.ServerInstructions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who_handles", "question", "who handles payroll", "/api/v1/departments?q=who+handles+payroll&pageSize=5")]
    [InlineData("search_departments", "question", "invoices", "/api/v1/departments?q=invoices&pageSize=10")]
    [InlineData("get_department", "slug", "finance-and-accounting", "/api/v1/departments/finance-and-accounting")]
    [InlineData("list_functions", "text", "payroll", "/api/v1/functions?q=payroll")]
    public async Task Answer_is_that_of_the_api(string tool, string name, string value, string address)
    {
        await using var client = await ConnectAsync();

        var answer = await client.CallToolAsync(tool, new Dictionary<string, object?> { [name] = value });

        using var api = await app.NewBrowser().GetAsync(address);
        var expected = JsonSerializer.Deserialize<JsonElement>(await api.Content.ReadAsStringAsync());
        Assert.NotEqual(true, answer.IsError);
        Assert.True(JsonElement.DeepEquals(expected, JsonSerializer.Deserialize<JsonElement>(TextOf(answer))));
    }

    [Fact]
    public async Task Filters_narrow_and_pages_go_on()
    {
        await using var client = await ConnectAsync();

        var answer = await client.CallToolAsync(
            "search_departments", new Dictionary<string, object?> { ["office"] = (string[])["front"], ["page"] = 2, ["pageSize"] = 2 });

        var list = JsonSerializer.Deserialize<JsonElement>(TextOf(answer));
        Assert.Equal(2, list.GetProperty("page").GetInt32());
        Assert.All(list.GetProperty("items").EnumerateArray(), item => Assert.Equal("front", item.GetProperty("office").GetString()));
    }

    [Theory]
    [InlineData("get_department", "slug", "no-such", "search_departments")]
    [InlineData("who_handles", "question", " ", "Say what somebody wants done")]
    [InlineData("who_handles", "text", "payroll", "input schema")]
    [InlineData("search_departments", "pageSize", 1000, "from 1 to 100")]
    [InlineData("list_functions", "page", 0, "from 1")]
    public async Task What_is_wrong_is_told_with_what_to_do(string tool, string name, object value, string told)
    {
        await using var client = await ConnectAsync();

        var answer = await client.CallToolAsync(tool, new Dictionary<string, object?> { [name] = value });

        Assert.True(answer.IsError);
        Assert.Contains(told, TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_office_is_told_with_those_that_there_are()
    {
        await using var client = await ConnectAsync();

        var answer = await client.CallToolAsync(
            "search_departments", new Dictionary<string, object?> { ["office"] = (string[])["nowhere"] });

        Assert.True(answer.IsError);
        Assert.Contains("front, back, both", TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_there_only_for_a_token()
    {
        var token = await app.Services.GetRequiredService<ApiTokens>().CreateAsync(new Actor(2, "ada"), "Assistant", 1);
        await using var nobody = await ConnectAsync();
        await using var known = await ConnectAsync(token);
        var slug = new Dictionary<string, object?> { ["slug"] = "legal" };

        Assert.DoesNotContain("\"people\"", TextOf(await nobody.CallToolAsync("get_department", slug)), StringComparison.Ordinal);
        Assert.Contains("\"people\"", TextOf(await known.CallToolAsync("get_department", slug)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://evil.example", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", "http://localhost", HttpStatusCode.OK)]
    [InlineData("http://directory.example", null, HttpStatusCode.OK)]
    public async Task Page_of_another_site_is_refused_whatever_it_calls_this_one(string site, string? origin, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp");
        request.Content = new StringContent(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""",
            Encoding.UTF8, "application/json");
        request.Headers.Add("Accept", "application/json, text/event-stream");
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var answer = await app.NewBrowser(site).SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Closed_directory_answers_no_assistant_without_a_token_and_a_setting_switches_all_off()
    {
        await using var closed = new AccountApp(("Access:Readers", "signed-in"));
        using var refused = await closed.NewBrowser().SendAsync(Request());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());

        await using var off = new AccountApp(("Mcp:Server", "off"));
        using var none = await off.NewBrowser().SendAsync(Request());
        Assert.True(none.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{none.StatusCode}");

        static HttpRequestMessage Request() =>
            new(HttpMethod.Post, "/mcp") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
    }

    private static string TextOf(CallToolResult answer) => Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;

    private Task<McpClient> ConnectAsync(string? token = null)
    {
        var http = app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") });
        var options = new HttpClientTransportOptions
        {
            Endpoint = new Uri("https://localhost/mcp"), TransportMode = HttpTransportMode.StreamableHttp,
        };
        if (token is not null)
            options.AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" };
        return McpClient.CreateAsync(new HttpClientTransport(options, http, ownsHttpClient: true));
    }
}
