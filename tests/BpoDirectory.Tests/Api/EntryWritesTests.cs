using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Api;

/// <summary>Changes of entries of every kind: what departments keep to, all of them do. One program for all.</summary>
public sealed class EntryWritesTests(WritingProgram program) : IClassFixture<WritingProgram>
{
    private static int _made;

    // A field to change and to what, a body that breaks a rule and by which field it is told.
    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["departments"] = new("summary", "Another.", """{ "name": "" }""", "name"),
        ["functions"] = new("description", "Another.", """{ "owners": [{ "slug": "nobody" }] }""", "owners") { ReasonField = "changeNote" },
        ["service-lines"] = new("summary", "Another.", """{ "departments": ["nobody"] }""", "departments"),
        ["outsourcing-types"] = new("summary", "Another.", """{ "departments": ["marketing"] }""", "departments[0].reason"),
        ["sites"] = new("city", "Berlin", """{ "country": "Atlantis" }""", "country"),
        ["partners"] = new("note", "Another.", """{ "website": "ftp://example.com" }""", "website") { ReasonField = "changeNote" },
        ["clients"] = new("note", "Another.", """{ "slug": "No slug" }""", "slug") { ReasonField = "changeNote" },
        ["people"] = new("title", "Another", """{ "phone": "5" }""", "phone") { ReasonField = "changeNote" },
        ["guide"] = new("summary", "Another.", """{ "title": "" }""", "title") { Name = "title" },
        ["synonyms"] = new("members", null, """{ "members": ["alone"], "department": "", "function": "" }""", "members"),
    };

    public static TheoryData<string> Paths => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Example_of_the_description_makes_an_entry_with_a_history(string path)
    {
        var (kind, body) = (Kinds[path], await ExampleAsync(path));

        using var created =
            await program.Client.SendAsync(WritingProgram.Request(HttpMethod.Post, $"/api/v1/{path}", body.ToJsonString(), version: null));

        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var saved = (await created.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(($"/api/v1/{path}/{saved["slug"]}", "\"1\""), (created.Headers.Location?.OriginalString, created.Headers.ETag?.Tag));
        Assert.Equal((string?)body[kind.Name], (string?)saved["name"]);
        using var read = await program.Client.GetAsync(created.Headers.Location);
        Assert.Matches("^\"1(-[0-9a-f]+)?\"$", read.Headers.ETag!.Tag);
        var entry = (await read.Content.ReadFromJsonAsync<JsonObject>())!;
        foreach (var (name, value) in body.Where(part => part.Key != kind.ReasonField && part.Value is JsonValue))
            Assert.True(name == "phone" || JsonNode.DeepEquals(value, entry[name]), $"{name}: {value} became {entry[name]}");
        var history = (await program.Client.GetFromJsonAsync<JsonObject>($"{created.Headers.Location}/revisions"))!;
        Assert.Equal(
            (1, "created", "Ada", (string?)body[kind.ReasonField]),
            ((int)history["total"]!, (string?)history["items"]![0]!["action"], (string?)history["items"]![0]!["by"],
                (string?)history["items"]![0]!["note"]));
        await using var db = await program.Get<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        Assert.Equal(
            AuditKind.Created, (await db.AuditEntries.SingleAsync(entry => entry.Subject.EndsWith((string)body[kind.Name]!))).Kind);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_was_read_and_put_back_unchanged_makes_no_version(string path)
    {
        var address = await CreateAsync(path);
        using var read = await program.Client.GetAsync(address);

        using var put = await SendAsync(HttpMethod.Put, address, await read.Content.ReadAsStringAsync(), read.Headers.ETag!.Tag);

        Assert.True(put.StatusCode == HttpStatusCode.OK, await put.Content.ReadAsStringAsync());
        Assert.Equal("\"1\"", put.Headers.ETag?.Tag);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task One_field_changes_and_what_the_body_leaves_out_stays(string path)
    {
        var address = await CreateAsync(path);
        var before = await ReadAsync(address);

        using var put = await SendAsync(HttpMethod.Put, address, Kinds[path].Change.ToJsonString(), "\"1\"");

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (put.StatusCode, put.Headers.ETag?.Tag));
        var after = await ReadAsync(address);
        Assert.True(JsonNode.DeepEquals(Kinds[path].Change.Single().Value, after[Kinds[path].Field]));
        Assert.Equal(2, (int)after["version"]!);
        foreach (var (name, value) in before.Where(part => part.Key != Kinds[path].Field && part.Key is not ("version" or "updatedAt")))
            Assert.True(JsonNode.DeepEquals(value, after[name]), $"{name}: {value} became {after[name]}");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Change_of_an_older_version_is_refused_with_the_present_one_even_archived(string path)
    {
        var address = await CreateAsync(path);
        (await SendAsync(HttpMethod.Post, $"{address}/archive", null, "\"1\"")).Dispose();

        using var put = await SendAsync(HttpMethod.Put, address, Kinds[path].Change.ToJsonString(), "\"1\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, put.StatusCode);
        var problem = (await put.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((2, 2), ((int)problem["currentVersion"]!, (int)problem["current"]!["version"]!));
        Assert.EndsWith($"/{problem["current"]!["slug"]}", address, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Change_that_names_no_version_is_refused(string path)
    {
        var address = await CreateAsync(path);

        using var none = await SendAsync(HttpMethod.Put, address, Kinds[path].Change.ToJsonString(), null);
        using var any = await SendAsync(HttpMethod.Post, $"{address}/archive", null, "*");

        Assert.Equal((HttpStatusCode.PreconditionRequired, HttpStatusCode.BadRequest), (none.StatusCode, any.StatusCode));
        Assert.Equal(1, (int)(await ReadAsync(address))["version"]!);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Archived_entry_is_gone_until_it_is_restored(string path)
    {
        var address = await CreateAsync(path);

        using var archived = await SendAsync(HttpMethod.Post, $"{address}/archive", """{ "note": "Closed" }""", "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (archived.StatusCode, archived.Headers.ETag?.Tag));
        using var gone = await program.Client.GetAsync(address);
        using var goneToo = await program.Client.GetAsync($"{address}/revisions");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (gone.StatusCode, goneToo.StatusCode));

        using var restored = await SendAsync(HttpMethod.Post, $"{address}/restore", null, "\"2\"");
        Assert.Equal((HttpStatusCode.OK, "\"3\""), (restored.StatusCode, restored.Headers.ETag?.Tag));
        var history = (await program.Client.GetFromJsonAsync<JsonObject>($"{address}/revisions"))!["items"]!.AsArray();
        Assert.Equal(["restored", "archived", "created"], history.Select(item => (string?)item!["action"]));
        Assert.Equal("Closed", (string?)history[1]!["note"]);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Same_key_is_answered_the_same_and_changes_nothing_twice(string path)
    {
        var (body, key) = ((await ExampleAsync(path)).ToJsonString(), $"key of {path}");
        using var first =
            await program.Client.SendAsync(WritingProgram.Request(HttpMethod.Post, $"/api/v1/{path}", body, version: null, key: key));
        using var again =
            await program.Client.SendAsync(WritingProgram.Request(HttpMethod.Post, $"/api/v1/{path}", body, version: null, key: key));
        using var other =
            await program.Client.SendAsync(WritingProgram.Request(HttpMethod.Post, $"/api/v1/{path}", "{}", version: null, key: key));

        Assert.Equal((HttpStatusCode.Created, "true"), (again.StatusCode, again.Headers.GetValues("Idempotency-Replayed").Single()));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Broken_rule_is_told_by_its_field(string path)
    {
        var address = await CreateAsync(path);

        var errors = await ErrorsAsync(address, Kinds[path].Wrong);

        Assert.Equal([Kinds[path].WrongField], errors.Select(error => error.Key));
        Assert.Equal(1, (int)(await ReadAsync(address))["version"]!);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Reason_that_is_too_long_is_told_by_its_name(string path)
    {
        var errors = await ErrorsAsync(
            await CreateAsync(path),
            new JsonObject { [Kinds[path].ReasonField] = new string('a', Rules.SentenceLength + 1) }.ToJsonString());

        Assert.Equal([Kinds[path].ReasonField], errors.Select(error => error.Key));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Unknown_field_and_missing_body_are_refused(string path)
    {
        var address = await CreateAsync(path);

        using var unknown = await SendAsync(HttpMethod.Put, address, """{ "nmae": "Mistyped" }""", "\"1\"");
        using var empty = await SendAsync(HttpMethod.Put, address, "", "\"1\"");
        using var nowhere = await SendAsync(HttpMethod.Put, $"/api/v1/{path}/999999", Kinds[path].Change.ToJsonString(), "\"1\"");

        Assert.Equal(
            (HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.NotFound),
            (unknown.StatusCode, empty.StatusCode, nowhere.StatusCode));
        Assert.Contains("$.nmae", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Address_that_an_entry_had_leads_to_its_present_one(string path)
    {
        if (path == "synonyms")
            return;
        var (address, present) = (await CreateAsync(path), $"moved-{path}");

        using var put = await SendAsync(HttpMethod.Put, address, new JsonObject { ["slug"] = present }.ToJsonString(), "\"1\"");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        using var read = await program.Client.GetAsync(address);
        Assert.Equal($"/api/v1/{path}/{present}", read.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("functions", "owners", """[{ "slug": "marketing" }, { "slug": "legal" }]""")]
    [InlineData("service-lines", "departments", """["marketing", "legal"]""")]
    [InlineData("outsourcing-types", "departments", """[{ "slug": "marketing", "reason": "So." }, { "slug": "legal", "reason": "So." }]""")]
    public async Task Archived_department_that_reading_does_not_show_stays_in_its_place(string path, string list, string departments)
    {
        var address = await CreateAsync(path);
        (await SendAsync(HttpMethod.Put, address, new JsonObject { [list] = JsonNode.Parse(departments) }.ToJsonString(), "\"1\""))
            .Dispose();
        await SetArchivedAsync("marketing", isArchived: true);
        var read = await ReadAsync(address);
        Assert.Equal(["legal"], read[list]!.AsArray().Select(item => (string?)item!["slug"]));

        using var put = await SendAsync(HttpMethod.Put, address, read.ToJsonString(), "\"2\"");

        Assert.Equal("\"2\"", put.Headers.ETag?.Tag);
        await SetArchivedAsync("marketing", isArchived: false);
        Assert.Equal(["marketing", "legal"], (await ReadAsync(address))[list]!.AsArray().Select(item => (string?)item!["slug"]));
    }

    [Theory]
    [InlineData("functions", "synonyms", Rules.MostItems)]
    [InlineData("service-lines", "departments", Rules.MostLinks)]
    [InlineData("synonyms", "members", Rules.MostItems)]
    public async Task List_beyond_its_limit_is_refused_by_its_name(string path, string list, int most)
    {
        var errors = await ErrorsAsync(
            await CreateAsync(path),
            new JsonObject { [list] =
                new JsonArray([.. Enumerable.Range(0, most + 1).Select(i => (JsonNode)$"item-{i}")]) }.ToJsonString());

        Assert.Equal([list], errors.Select(error => error.Key));
    }

    [Fact]
    public async Task Synonym_sets_are_found_by_their_words_and_by_editors_only()
    {
        var address = await CreateAsync("synonyms");
        var (body, reader) = ((await ReadAsync(address)), new Account("grace", "Grace", AccountRole.Reader, DateTime.UtcNow));
        (await SendAsync(HttpMethod.Put, address, """{ "members": ["plimsoting", "vurnixing"] }""", "\"1\"")).Dispose();

        var found = (await program.Client.GetFromJsonAsync<JsonObject>("/api/v1/synonyms?q=plimsoting"))!;

        Assert.Equal((1, (string?)body["slug"]), ((int)found["total"]!, (string?)found["items"]![0]!["slug"]));
        await program.Get<WriteGate>().WriteAsync(db => db.AddAsync(reader).AsTask());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/synonyms");
        request.Headers.Authorization =
            new("Bearer", await program.Get<ApiTokens>().CreateAsync(new Actor(reader.Id, "Grace"), "Tests", 1));
        using var refused = await program.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task SetArchivedAsync(string department, bool isArchived)
    {
        var version = isArchived
            ? await program.VersionAsync(department)
            : (int)(await (await SendAsync(HttpMethod.Post, $"{WritingProgram.Departments}/{department}/restore", null,
                "\"0\"")).Content.ReadFromJsonAsync<JsonObject>())!["currentVersion"]!;
        using var answer = await SendAsync(
            HttpMethod.Post, $"{WritingProgram.Departments}/{department}/{(isArchived ? "archive" : "restore")}", null,
            $"\"{version.ToString(CultureInfo.InvariantCulture)}\"");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    // The example of the description, under a name of its own.
    private async Task<JsonObject> ExampleAsync(string path)
    {
        var document = (await program.Client.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        var body = document["paths"]![$"/api/v1/{path}"]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!.DeepClone()
            .AsObject();
        var number = Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture);
        body[Kinds[path].Name] = $"{body[Kinds[path].Name]} {number}";
        body.Remove("slug");
        if (body.ContainsKey("acronym"))
            body["acronym"] = $"X{number}";
        if (body["aliases"] is not null)
            body["aliases"] = new JsonArray($"Alias {number}");
        return body;
    }

    private async Task<string> CreateAsync(string path)
    {
        using var created = await program.Client.SendAsync(
            WritingProgram.Request(HttpMethod.Post, $"/api/v1/{path}", (await ExampleAsync(path)).ToJsonString(), version: null));
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        return created.Headers.Location!.OriginalString;
    }

    private async Task<JsonObject> ReadAsync(string address) => (await program.Client.GetFromJsonAsync<JsonObject>(address))!;

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body, string? version) =>
        program.Client.SendAsync(WritingProgram.Request(method, address, body, version));

    private async Task<JsonObject> ErrorsAsync(string address, string body)
    {
        using var refused = await SendAsync(HttpMethod.Put, address, body, "\"1\"");
        Assert.Equal(
            (HttpStatusCode.BadRequest, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        return (await refused.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject();
    }

    private sealed record Kind(string Field, string? Value, string Wrong, string WrongField)
    {
        public string Name { get; init; } = "name";

        public string ReasonField { get; init; } = "note";

        public JsonObject Change => new() { [Field] = Value is null ? new JsonArray("one", "two") : JsonValue.Create(Value) };
    }
}
