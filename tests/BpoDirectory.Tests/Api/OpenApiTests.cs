using System.Text.Json;
using BpoDirectory.Api;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Api;

[Collection(SharedApp.Name)]
public sealed class OpenApiTests(DirectoryApp app)
{
    private static readonly string[] Choices = ["front", "back", "both", "none"];

    [Fact]
    public async Task Document_is_of_version_3_1() =>
        Assert.StartsWith("3.1", (await DocumentAsync()).GetProperty("openapi").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task Every_route_of_the_api_is_described_and_nothing_else()
    {
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(route => route.StartsWith(ReadApi.Root, StringComparison.Ordinal));

        Assert.Equal(
            routes.Distinct().Order(),
            ApiClient.Names((await DocumentAsync()).GetProperty("paths")).Select(path => path.TrimEnd('/')).Order());
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_described_parameters()
    {
        foreach (var operation in await OperationsAsync())
        {
            Assert.NotEmpty(operation.GetProperty("operationId").GetString()!);
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.Equal(JsonValueKind.Array, operation.GetProperty("security").ValueKind);
            Assert.Contains(ApiClient.Names(operation.GetProperty("responses")), status => status[0] == '4');
            if (operation.TryGetProperty("parameters", out var parameters))
                Assert.All(parameters.EnumerateArray(), parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
        }
    }

    [Fact]
    public async Task Names_of_operations_are_unique()
    {
        var names = (await OperationsAsync()).Select(operation => operation.GetProperty("operationId").GetString()).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public async Task Changes_need_a_token_and_reading_needs_none()
    {
        var document = await DocumentAsync();
        var token = Assert.Single(document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject());
        Assert.Equal(("http", "bearer"), (token.Value.GetProperty("type").GetString(), token.Value.GetProperty("scheme").GetString()));

        string[] closed = ["/clients", "/people", "/synonyms"];
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var method in path.Value.EnumerateObject())
                Assert.Equal(
                    method.Name == "get" && !closed.Any(kind => path.Name.StartsWith(ReadApi.Root + kind, StringComparison.Ordinal))
                        ? []
                        : [token.Name],
                    method.Value.GetProperty("security").EnumerateArray().SelectMany(ApiClient.Names));
    }

    [Fact]
    public async Task Addresses_end_without_a_slash()
    {
        var document = await DocumentAsync();

        Assert.All(
            [.. ApiClient.Names(document.GetProperty("paths")), .. ApiClient.Texts(document.GetProperty("servers"), "url")],
            address => Assert.False(address.EndsWith('/'), address));
        Assert.NotEmpty(document.GetProperty("servers").EnumerateArray());
    }

    [Fact]
    public async Task Document_names_its_licence_and_describes_the_tags_it_uses()
    {
        var document = await DocumentAsync();

        Assert.Equal("MIT", document.GetProperty("info").GetProperty("license").GetProperty("identifier").GetString());
        Assert.All(ApiClient.Texts(document.GetProperty("tags"), "description"), Assert.NotEmpty);
        Assert.Equal(
            ApiClient.Texts(document.GetProperty("tags"), "name").Order(StringComparer.Ordinal),
            (await OperationsAsync()).SelectMany(operation => ApiClient.Texts(operation.GetProperty("tags"))).Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Changes_name_the_headers_they_take()
    {
        var put = (await DocumentAsync()).GetProperty("paths").GetProperty($"{ReadApi.Root}/departments/{{slug}}").GetProperty("put");

        Assert.Equal(
            ["Idempotency-Key", "If-Match", "slug"],
            put.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["200", "400", "401", "403", "404", "412", "413", "415", "422", "428"], ApiClient.Names(put.GetProperty("responses")).Order());
    }

    [Fact]
    public async Task Parameters_say_which_values_are_allowed()
    {
        var parameters = (await OperationAsync("/departments")).GetProperty("parameters").EnumerateArray()
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("schema"));

        Assert.Equal(
            ["breadth", "client", "delivery", "language", "line", "office", "page", "pageSize", "partner", "q", "reading", "side", "site",
                "sort", "tag", "type"], parameters.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Choices, ApiClient.Texts(parameters["office"].GetProperty("items").GetProperty("enum")));
        Assert.Equal(["likely", "all"], ApiClient.Texts(parameters["breadth"].GetProperty("enum")));
        Assert.Equal(["provider", "client"], ApiClient.Texts(parameters["side"].GetProperty("items").GetProperty("enum")));
        Assert.Equal(
            ["relevance", "name", "updated", "office", "summary", "functions", "lines", "parent"],
            ApiClient.Texts(parameters["sort"].GetProperty("enum")));
        Assert.Equal((1, 100, 25), (Number("minimum"), Number("maximum"), Number("default")));

        int Number(string name) => parameters["pageSize"].GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Every_answer_is_described()
    {
        Assert.Equal(["200", "400", "429"], ApiClient.Names((await OperationAsync("/departments")).GetProperty("responses")).Order());
        Assert.Equal(
            ["200", "301", "304", "404"], ApiClient.Names((await OperationAsync("/departments/{slug}")).GetProperty("responses")).Order());
        foreach (var path in new[] { "/functions/{slug}", "/guide/{slug}" })
            Assert.Equal(["200", "301", "304", "404"], ApiClient.Names((await OperationAsync(path)).GetProperty("responses")).Order());
        foreach (var operation in await OperationsAsync())
            Assert.NotEqual(
                default, operation.GetProperty("responses").EnumerateObject()
                    .First(response => response.Name is "200" or "201").Value.GetProperty("content").GetProperty("application/json")
                    .GetProperty("schema"));
    }

    [Theory]
    [InlineData("/departments?q=payroll", "DepartmentList")]
    [InlineData("/departments/legal", "DepartmentAnswer")]
    [InlineData("/functions", "FunctionList")]
    [InlineData("/functions/payroll-processing", "FunctionWithOwners")]
    [InlineData("/guide/what-is-bpo", "GuideArticleDetails")]
    [InlineData("/service-lines/customer-support", "ServiceLineDetails")]
    [InlineData("/outsourcing-types/kpo", "OutsourcingTypeDetails")]
    public async Task Schema_has_the_properties_of_the_answer(string path, string schema)
    {
        var described = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").GetProperty(schema)
            .GetProperty("properties");

        // These stand in an answer only when there is something to tell.
        Assert.Equal(
            ApiClient.Names(await new ApiClient(app).GetAsync(path)).Where(name => name != "lessLikely").Order(),
            ApiClient.Names(described)
                .Where(name => name is not ("incomplete" or "lessLikely" or "narrowed" or "people" or "clients" or "open" or "keeper"))
                .Order());
    }

    [Fact]
    public async Task Schema_of_an_enumeration_lists_its_words()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        Assert.Equal(Choices, ApiClient.Texts(schemas.GetProperty("Office").GetProperty("enum")));
        Assert.Contains("serviceLine", ApiClient.Texts(schemas.GetProperty("MatchField").GetProperty("enum")));
    }

    [Theory]
    [InlineData("DepartmentAnswer")]
    [InlineData("DepartmentItem")]
    [InlineData("DepartmentBody")]
    public async Task Schema_of_a_department_lists_the_icons(string schema)
    {
        var properties = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").GetProperty(schema)
            .GetProperty("properties");

        Assert.Equal(DepartmentIcons.Names, ApiClient.Texts(properties.GetProperty("icon").GetProperty("enum")));
    }

    [Fact]
    public async Task Bodies_may_leave_everything_out_take_nothing_else_and_have_an_example()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        foreach (var operation in (await OperationsAsync()).Where(operation => operation.TryGetProperty("requestBody", out _)))
        {
            var content = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
            var reference = content.GetProperty("schema").GetRawText();
            var schema = schemas.GetProperty(reference[(reference.LastIndexOf('/') + 1)..reference.LastIndexOf('"')]);
            Assert.False(schema.TryGetProperty("required", out _), reference);
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean(), reference);
            if (!operation.GetProperty("operationId").GetString()!.StartsWith("archive", StringComparison.Ordinal)
                && !operation.GetProperty("operationId").GetString()!.StartsWith("restore", StringComparison.Ordinal))
                Assert.Empty(ApiClient.Names(content.GetProperty("example")).Except(ApiClient.Names(schema.GetProperty("properties"))));
        }
    }

    [Theory]
    [InlineData("DepartmentBody", "name", Rules.NameLength)]
    [InlineData("BusinessFunctionBody", "description", Rules.SentenceLength)]
    [InlineData("GuideArticleBody", "body", Rules.MarkdownLength)]
    [InlineData("OutsourcingTypeBody", "acronym", Rules.AcronymLength)]
    public async Task Longest_text_is_told_in_the_description(string schema, string property, int longest)
    {
        var properties = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").GetProperty(schema)
            .GetProperty("properties");

        Assert.Equal(longest, properties.GetProperty(property).GetProperty("maxLength").GetInt32());
    }

    [Fact]
    public async Task Page_for_people_has_every_operation()
    {
        var page = await app.CreateClient().GetStringAsync("/api");

        foreach (var operation in await OperationsAsync())
            Assert.Contains($"id=\"{operation.GetProperty("operationId").GetString()}\"", page, StringComparison.Ordinal);
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var document = JsonDocument.Parse(await app.CreateClient().GetStringAsync("/openapi/v1.json"));
        return document.RootElement.Clone();
    }

    private async Task<JsonElement> OperationAsync(string path) =>
        (await DocumentAsync()).GetProperty("paths").GetProperty(ReadApi.Root + path).GetProperty("get");

    private async Task<JsonElement[]> OperationsAsync() =>
        [.. (await DocumentAsync()).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(method => method.Name is "get" or "put" or "post"))
            .Select(method => method.Value)];
}
