using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.People;
using BpoDirectory.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Api;

public sealed class DepartmentsWriteTests : IAsyncLifetime
{
    private const string Departments = "/api/v1/departments";
    private const string Address = $"{Departments}/customer-service";

    private readonly DirectoryApp _app = new();
    private HttpClient _client = null!;
    private Actor _ada = null!;

    public async Task InitializeAsync()
    {
        _client = _app.CreateClient();
        var account = new Account("ada", "Ada", AccountRole.Editor, DateTime.UtcNow) { NormalizedUserName = "ADA" };
        await _app.Services.GetRequiredService<WriteGate>().WriteAsync(db => db.AddAsync(account).AsTask());
        _ada = new Actor(account.Id, "Ada");
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_was_read_can_be_changed_and_put_back()
    {
        var department = await ReadAsync();
        department["summary"] = "Cares.";
        department["aliases"] = new JsonArray([.. department["aliases"]!.AsArray().Select(a => a!.DeepClone()), "Care"]);

        using var answer = await PutAsync(department, 1);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("\"2\"", answer.Headers.ETag?.Tag);
        var read = await ReadAsync();
        Assert.Equal(("Cares.", 2), ((string?)read["summary"], (int)read["version"]!));
        foreach (var (name, value) in department.Where(part => part.Key is not ("version" or "updatedAt")))
            Assert.True(JsonNode.DeepEquals(value, read[name]), $"{name} changed: {value} became {read[name]}");
    }

    [Fact]
    public async Task What_the_body_leaves_out_stays()
    {
        var before = await ReadAsync();

        using var answer = await PutAsync(new JsonObject { ["summary"] = "Cares.", ["note"] = "Shorter" }, 1);

        var after = await ReadAsync();
        Assert.Equal(before["responsibilities"]!.ToJsonString(), after["responsibilities"]!.ToJsonString());
        Assert.Equal(before["functions"]!.ToJsonString(), after["functions"]!.ToJsonString());
    }

    [Fact]
    public async Task Sources_of_other_names_and_of_the_office_are_set_and_stay_when_they_are_left_out()
    {
        (await PutAsync(JsonNode.Parse("""{"aliases": [{"name": "Care", "sources": ["S1", "S3"]}, "Support desk"], "officeSources": ["S2", {"code": "S4"}]}""")!.AsObject(), 1)).Dispose();
        (await PutAsync(JsonNode.Parse("""{"aliases": ["Care", {"name": "Support desk", "sources": ["S2"]}]}""")!.AsObject(), 2)).Dispose();

        var content =
            (await _app.Services.GetRequiredService<EntryStore>().OpenAsync(new DepartmentEditing(), "customer-service"))!.Content;
        Assert.Equal(
            [("Care", "S1 S3"), ("Support desk", "S2")], content.Aliases.Select(alias => (alias.Name, string.Join(' ', alias.Sources))));
        Assert.Equal(["S2", "S4"], content.OfficeSources);
        Assert.Equal(["S2", "S4"], (await ReadAsync())["officeSources"]!.AsArray().Select(code => (string?)code));
    }

    [Fact]
    public async Task What_was_read_put_back_unchanged_makes_no_version_and_has_the_same_tag()
    {
        using var answer = await PutAsync(await ReadAsync(), 1);

        Assert.Equal((HttpStatusCode.OK, "\"1\""), (answer.StatusCode, answer.Headers.ETag?.Tag));
        await AssertNoTraceAsync(1, 1);
    }

    [Fact]
    public async Task Icon_is_set_and_stays_when_it_is_left_out()
    {
        (await PutAsync(new JsonObject { ["icon"] = "mail" }, 1)).Dispose();
        (await PutAsync(new JsonObject { ["summary"] = "Cares." }, 2)).Dispose();

        Assert.Equal("mail", (string?)(await ReadAsync())["icon"]);
    }

    [Fact]
    public async Task Unknown_icon_is_refused_by_its_name()
    {
        using var answer = await PutAsync(new JsonObject { ["icon"] = "rocket" }, 1);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("There is no icon “rocket”: choose one of the list.", (string?)problem["errors"]!["icon"]![0]);
    }

    [Theory]
    [InlineData(null, "Detailed.")]
    [InlineData("", null)]
    [InlineData("Other.", "Other.")]
    public async Task Detail_of_a_responsibility_stays_unless_another_is_sent(string? sent, string? expected)
    {
        (await PutAsync(Responsible("Fixes things", "Detailed."), 1)).Dispose();

        (await PutAsync(Responsible("Fixes things", sent, "Runs things"), 2)).Dispose();

        var read = (await ReadAsync())["responsibilities"]!.AsArray();
        Assert.Equal([("Fixes things", expected), ("Runs things", null)], read.Select(r => ((string?)r!["text"], (string?)r["detail"])));
    }

    [Fact]
    public async Task Channels_are_set_in_order_and_what_is_left_out_of_them_stays()
    {
        (await PutAsync(JsonNode.Parse("""{"channels": [{"kind": "phone", "value": "+63(2)8123-4567", "label": "Desk", "note": "By day"}, {"kind": "email", "value": "care@example.com"}]}""")!.AsObject(), 1)).Dispose();
        using var answer =
            await PutAsync(
                JsonNode.Parse("""{"channels": [{"kind": "email", "value": "care@example.com"}, {"kind": "phone", "value": "+63281234567", "label": ""}]}""")!.AsObject(), 2);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            """[{"kind":"email","value":"care@example.com","text":"care@example.com","label":null,"note":null,"function":null},{"kind":"phone","value":"+63281234567","text":"+63 2 8123 4567","label":null,"note":"By day","function":null}]""",
            JsonNode.Parse((await ReadAsync())["channels"]!.ToJsonString())!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Hours_are_set_as_a_whole_and_stay_when_they_are_left_out()
    {
        const string Hours =
            """{"timeZone":"Asia/Manila","always":false,"days":[{"firstDay":"monday","lastDay":"friday","opens":"09:00","closes":"18:00"},{"firstDay":"saturday","lastDay":"saturday","opens":"10:00","closes":"00:00"}],"note":"Not on holidays"}""";
        (await PutAsync(JsonNode.Parse($$"""{"hours": {{Hours}}}""")!.AsObject(), 1)).Dispose();
        (await PutAsync(new JsonObject { ["summary"] = "Cares." }, 2)).Dispose();

        Assert.Equal(Hours, (await ReadAsync())["hours"]!.ToJsonString());

        (await PutAsync(JsonNode.Parse("""{"hours": {"timeZone": ""}}""")!.AsObject(), 3)).Dispose();
        Assert.Null((await ReadAsync())["hours"]);
    }

    [Fact]
    public async Task Keeper_and_days_between_reviews_are_set_and_taken_away_again()
    {
        (await PutAsync(new JsonObject { ["keeper"] = "ada", ["reviewIntervalDays"] = 30 }, 1)).Dispose();
        var read = await ReadAsync();
        Assert.Equal(("ada", 30), ((string?)read["keeper"], (int?)read["reviewIntervalDays"]));
        using var anybody = _app.CreateClient();
        Assert.False((await anybody.GetFromJsonAsync<JsonObject>(Address))!.ContainsKey("keeper"));
        using var same = await PutAsync(read, 2);
        Assert.Equal("\"2\"", same.Headers.ETag?.Tag);

        (await PutAsync(new JsonObject { ["keeper"] = "", ["reviewIntervalDays"] = 0 }, 2)).Dispose();

        read = await ReadAsync();
        Assert.Equal((null, null, 3), ((string?)read["keeper"], (int?)read["reviewIntervalDays"], (int)read["version"]!));
        using var refused = await PutAsync(new JsonObject { ["keeper"] = "nobody", ["reviewIntervalDays"] = -1 }, 3);
        Assert.Equal(
            ["keeper", "reviewIntervalDays"],
            (await refused.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject().Select(error => error.Key).Order());
    }

    [Theory]
    [InlineData("\"\"", null)]
    [InlineData("null", "shared")]
    [InlineData("\"inHouse\"", "inhouse")]
    public async Task Delivery_is_taken_away_by_an_empty_text_and_stays_when_it_is_left_out(string sent, string? expected)
    {
        (await PutAsync(new JsonObject { ["delivery"] = "shared" }, 1)).Dispose();

        using var answer = await PutAsync(new JsonObject { ["delivery"] = JsonNode.Parse(sent) }, 2);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, (string?)(await ReadAsync())["delivery"]);
        using var refused = await PutAsync(new JsonObject { ["delivery"] = "elsewhere" }, expected == "shared" ? 2 : 3);
        Assert.Contains("$.delivery", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_that_differ_in_capitals_only_are_two()
    {
        (await PutAsync(JsonNode.Parse("""{"channels": [{"kind": "web", "value": "https://example.com/Form"}, {"kind": "web", "value": "https://example.com/form"}]}""")!.AsObject(), 1)).Dispose();

        using var answer = await PutAsync(await ReadAsync(), 2);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.StatusCode, answer.Headers.ETag?.Tag));
        Assert.Equal(
            ["https://example.com/Form", "https://example.com/form"],
            (await ReadAsync())["channels"]!.AsArray().Select(channel => (string?)channel!["value"]));
    }

    [Fact]
    public async Task Languages_are_written_by_their_tags_and_stay_where_they_are_not_sent()
    {
        using var saved = await PutAsync(new JsonObject { ["languages"] = new JsonArray("pt_br", "EN") }, 1);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        (await PutAsync(new JsonObject { ["summary"] = "Another summary." }, 2)).Dispose();

        Assert.Equal(["pt-BR", "en"], (await ReadAsync())["languages"]!.AsArray().Select(tag => (string?)tag));

        using var refused =
            await PutAsync(new JsonObject { ["languages"] = new JsonArray("en", "klingonese"), ["sites"] = new JsonArray("atlantis") }, 3);
        var errors = (await refused.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject();
        Assert.Equal(["languages[1]", "sites"], errors.Select(error => error.Key).Order());
    }

    [Theory]
    [InlineData("chat-support")]
    [InlineData("tax-preparation")]
    public async Task Channel_of_an_archived_function_is_not_taken_away_by_sending_back_what_was_read(string function)
    {
        (await PutAsync(JsonNode.Parse(
            $$"""
            { "channels": [{ "kind": "email", "value": "desk@example.com" }, { "kind": "email", "value": "chat@example.com", "function": "{{function}}" }] }
            """)!.AsObject(), 1)).Dispose();
        await ArchiveAsync(new BusinessFunctionEditing(), function);

        var read = await ReadAsync();
        Assert.Single(read["channels"]!.AsArray());
        using var answer = await PutAsync(read, 2);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.StatusCode, answer.Headers.ETag?.Tag));
        var kept = (await _app.Services.GetRequiredService<EntryStore>().OpenAsync(new DepartmentEditing(), "customer-service"))!.Content;
        Assert.Equal(["desk@example.com", "chat@example.com"], kept.Channels.Select(channel => channel.Value));
    }

    [Fact]
    public async Task What_was_read_and_is_sent_back_changes_nothing_and_takes_nothing_away_that_is_archived()
    {
        await SaveAsync(new SiteEditing(), new SiteContent { Name = "Bay Tower", Slug = "bay-tower" });
        await SaveAsync(new SiteEditing(), new SiteContent { Name = "Spree House", Slug = "spree-house" });
        await SaveAsync(new PersonEditing(), new PersonContent { Name = "Maria", Slug = "maria" });
        await SaveAsync(new PersonEditing(), new PersonContent { Name = "Jonas", Slug = "jonas" });
        (await PutAsync(JsonNode.Parse(
            """
            {
                "sites": ["bay-tower", "spree-house"], "tags": ["C++", "C#", "!!!"], "delivery": "inhouse", "languages": ["en"],
                "people": [{"person": "maria", "role": "lead"}, {"person": "jonas", "role": "deputy"}],
                "escalation": [
                    {"when": "at once", "person": "maria"}, {"when": "after an hour", "person": "maria", "kind": "phone", "value": "+63(2)81234567"},
                    {"when": "after a day", "person": "jonas"}],
                "links": [
                    {"kind": "procedure", "label": "How to", "address": "https://example.com/x"},
                    {"kind": "form", "label": "Request", "address": "https://example.com/x"}],
                "serviceLevels": [{"measure": "first response", "target": "4 h"}]
            }
            """)!.AsObject(), 1)).Dispose();
        await ArchiveAsync(new SiteEditing(), "bay-tower");
        await ArchiveAsync(new PersonEditing(), "maria");

        using var answer = await PutAsync(await ReadAsync(), 2);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.StatusCode, answer.Headers.ETag?.Tag));
        var kept = (await _app.Services.GetRequiredService<EntryStore>().OpenAsync(new DepartmentEditing(), "customer-service"))!.Content;
        Assert.Equal(["bay-tower", "spree-house"], kept.Sites);
        Assert.Equal(["maria", "jonas"], kept.People.Select(assigned => assigned.Person));
        Assert.Equal(["at once", "after an hour", "after a day"], kept.Escalation.Select(step => step.When));
        Assert.Equal(["How to", "Request"], kept.Links.Select(link => link.Label));
        Assert.Equal(["!!!", "C#", "C++"], kept.Tags);
    }

    [Fact]
    public async Task Answer_says_whether_it_is_open_and_can_be_sent_back()
    {
        (await PutAsync(JsonNode.Parse("""{"hours": {"timeZone": "Asia/Manila", "always": true}}""")!.AsObject(), 1)).Dispose();

        var read = await ReadAsync();
        Assert.Equal((true, null), ((bool)read["open"]!["isOpen"]!, (string?)read["open"]!["until"]));
        var item = (await _client.GetFromJsonAsync<JsonObject>($"{Departments}?q=customer+service"))!["items"]![0]!;
        Assert.True((bool)item["open"]!["isOpen"]!);
        using var answer = await PutAsync(read, 2);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.StatusCode, answer.Headers.ETag?.Tag));
    }

    [Fact]
    public async Task Entity_tag_begins_with_the_version_and_follows_what_is_named()
    {
        await SaveAsync(new SiteEditing(), new SiteContent { Name = "Bay Tower", Slug = "bay-tower" });
        (await PutAsync(new JsonObject { ["sites"] = new JsonArray("bay-tower") }, 1)).Dispose();
        using var before = await _client.GetAsync(Address);
        await ArchiveAsync(new SiteEditing(), "bay-tower");
        using var after = await _client.GetAsync(Address);

        Assert.StartsWith("\"2-", before.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("Authorization", after.Headers.Vary);
        using var request = WritingProgram.Request(HttpMethod.Put, Address, """{"summary": "Another one."}""", after.Headers.ETag!.Tag);
        using var saved = await _client.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "\"3\""), (saved.StatusCode, saved.Headers.ETag?.Tag));
    }

    [Theory]
    [InlineData("""{"kind": "phone", "value": "02 8123"}""", "channels[0].value")]
    [InlineData("""{"value": "care@example.com"}""", "channels[0].kind")]
    [InlineData("""{"kind": "email", "value": "care@example.com", "function": "no-such-function"}""", "channels")]
    public async Task Channel_that_cannot_be_used_is_refused_by_its_part(string channel, string field)
    {
        using var answer = await PutAsync(new JsonObject { ["channels"] = new JsonArray(JsonNode.Parse(channel)) }, 1);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]![field]);
    }

    [Fact]
    public async Task Restoring_what_is_in_use_and_archiving_what_is_archived_change_nothing()
    {
        using var restored = await PostAsync($"{Address}/restore", 1, null);
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (restored.StatusCode, restored.Headers.ETag?.Tag));
        await AssertNoTraceAsync(1, 1);

        using var archived = await PostAsync($"{Address}/archive", 1, new { successor = "legal" });
        using var again = await PostAsync($"{Address}/archive", 2, new { note = "Closed" });

        Assert.Equal(("\"2\"", HttpStatusCode.OK, "\"2\""), (archived.Headers.ETag?.Tag, again.StatusCode, again.Headers.ETag?.Tag));
        await AssertNoTraceAsync(2, 2);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("*", HttpStatusCode.BadRequest)]
    [InlineData("W/\"1\"", HttpStatusCode.BadRequest)]
    [InlineData("\"1\", \"2\"", HttpStatusCode.BadRequest)]
    [InlineData("\"one\"", HttpStatusCode.BadRequest)]
    [InlineData("garbage", HttpStatusCode.BadRequest)]
    [InlineData("\"", HttpStatusCode.BadRequest)]
    [InlineData("\"-1\"", HttpStatusCode.BadRequest)]
    [InlineData("\"99999999999\"", HttpStatusCode.BadRequest)]
    [InlineData("\"01\"", HttpStatusCode.BadRequest)]
    public async Task Change_without_the_version_it_was_made_from_is_refused(string? version, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Address) { Content = JsonContent.Create(new { summary = "Cares." }) };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);

        using var answer = await _client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Change_of_an_older_version_is_refused_with_the_present_one()
    {
        (await PutAsync(new JsonObject { ["summary"] = "First." }, 1)).Dispose();

        using var answer = await PutAsync(new JsonObject { ["summary"] = "Second." }, 1);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((2, "First."), ((int)problem["currentVersion"]!, (string?)problem["current"]!["summary"]));
        Assert.Equal("First.", (string?)(await ReadAsync())["summary"]);
    }

    [Fact]
    public async Task Change_of_an_older_version_of_what_is_archived_is_refused_with_the_present_one_too()
    {
        using var archive = new HttpRequestMessage(HttpMethod.Post, $"{Address}/archive");
        archive.Headers.Add("If-Match", "\"1\"");
        (await _client.SendAsync(archive)).EnsureSuccessStatusCode();

        using var answer = await PutAsync(new JsonObject { ["summary"] = "Second." }, 1);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((2, "customer-service"), ((int)problem["currentVersion"]!, (string?)problem["current"]!["slug"]));
    }

    [Fact]
    public async Task What_was_read_and_put_back_unchanged_makes_no_version()
    {
        var sent = Responsible("Fixes\r\nthings", null);
        sent["hours"] =
            JsonNode.Parse("""{"timeZone": "Asia/Kolkata", "days": [{"firstDay": "sunday", "opens": "9:00", "closes": "24:00"}]}""");
        sent["channels"] =
            JsonNode.Parse("""[{"kind": "phone", "value": "+44 20 7946 0018 ext. 12"}, {"kind": "visit", "value": "Room 1"}]""");
        sent["description"] = "One.\r\n\r\n- two";
        (await PutAsync(sent, 1)).Dispose();
        var department = await ReadAsync();
        Assert.Equal("One.\n\n- two", (string?)department["description"]);
        Assert.Equal("Fixes\nthings", (string?)department["responsibilities"]![0]!["text"]);

        using var answer = await PutAsync(department, 2);
        department["description"] = "One.\r\n\r\n- two";
        department["responsibilities"]![0]!["text"] = "Fixes\r\nthings";
        using var again = await PutAsync(department, 2);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.StatusCode, answer.Headers.ETag?.Tag));
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (again.StatusCode, again.Headers.ETag?.Tag));
        await AssertNoTraceAsync(2, 2);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"name\": 5}")]
    [InlineData("{\"office\": \"upstairs\"}")]
    [InlineData("{\"sources\": [5]}")]
    [InlineData("{\"outsourcingTypes\": [{\"reason\": \"none\"}]}")]
    public async Task Body_that_cannot_be_read_is_refused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("If-Match", "\"1\"");

        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Broken_rules_are_told_by_field()
    {
        using var answer = await PutAsync(new JsonObject { ["name"] = "", ["aliases"] = new JsonArray("Human Resources") }, 1);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsObject();
        Assert.Equal(["name", "aliases[0].name"], errors.Select(error => error.Key));
    }

    [Fact]
    public async Task New_department_is_created_at_its_address()
    {
        using var answer = await _client.PostAsJsonAsync(Departments, new
        {
            name = "Facilities", slug = "facilities", summary = "Keeps the house.", officeReason = "No client meets it.",
            functions = new[] { new { slug = "payroll-processing" } },
        });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal($"{Departments}/facilities", answer.Headers.Location?.OriginalString);
        var created = (await _client.GetFromJsonAsync<JsonObject>(answer.Headers.Location))!;
        Assert.True((int)created["functions"]![0]!["rank"]! > 1);
    }

    [Fact]
    public async Task New_department_without_a_slug_gets_one_of_its_name()
    {
        using var answer =
            await _client.PostAsJsonAsync(
                Departments, new { name = "Café & Bar", summary = "Feeds people.", officeReason = "No client meets it." });

        Assert.Equal((HttpStatusCode.Created, $"{Departments}/cafe-bar"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("人事部")]
    [InlineData("🏦")]
    [InlineData("Бухгалтерия")]
    [InlineData("قسم المالية")]
    public async Task New_department_of_any_writing_gets_an_address(string name)
    {
        using var answer =
            await _client.PostAsJsonAsync(Departments, new { name, summary = "Keeps the books.", officeReason = "No client meets it." });

        Assert.Equal(
            (HttpStatusCode.Created, $"{Departments}/{SlugProposal.FromName(name)}"),
            (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Name_without_anything_to_be_seen_is_asked_for_with_its_address()
    {
        using var answer =
            await _client.PostAsJsonAsync(
                Departments, new { name = "\u3164\u2800", summary = "Hides.", officeReason = "No client meets it." });

        var errors = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!;
        Assert.StartsWith("Enter a department name", (string?)errors["name"]![0], StringComparison.Ordinal);
        Assert.StartsWith("Enter an address", (string?)errors["slug"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archived_department_is_gone_for_readers_until_it_is_restored()
    {
        using var archived = await PostAsync($"{Address}/archive", 1, new { note = "Closed" });
        Assert.Equal(HttpStatusCode.OK, archived.StatusCode);
        using var gone = await _client.GetAsync(Address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        using var restored = await PostAsync($"{Address}/restore", 2, null);
        Assert.Equal("\"3\"", restored.Headers.ETag?.Tag);
        Assert.Equal(3, (int)(await ReadAsync())["version"]!);
    }

    [Fact]
    public async Task History_names_who_when_what_and_why()
    {
        (await PutAsync(new JsonObject { ["summary"] = "First.", ["note"] = "Shorter" }, 1)).Dispose();

        var history = (await _client.GetFromJsonAsync<JsonObject>($"{Address}/revisions"))!;

        Assert.Equal(2, (int)history["total"]!);
        Assert.Equal(["edited", "loaded"], history["items"]!.AsArray().Select(item => (string?)item!["action"]));
        Assert.Equal(("Ada", "Shorter"), ((string?)history["items"]![0]!["by"], (string?)history["items"]![0]!["note"]));
    }

    [Fact]
    public async Task Same_key_is_answered_the_same_and_changes_nothing_twice()
    {
        using var first = await PutAsync(new JsonObject { ["summary"] = "First." }, 1, "key-1");
        using var again = await PutAsync(new JsonObject { ["summary"] = "First." }, 1, "key-1");

        Assert.Equal((HttpStatusCode.OK, "true"), (again.StatusCode, again.Headers.GetValues("Idempotency-Replayed").Single()));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(2, (int)(await ReadAsync())["version"]!);
    }

    [Fact]
    public async Task Key_used_for_something_else_is_refused()
    {
        (await PutAsync(new JsonObject { ["summary"] = "First." }, 1, "key-1")).Dispose();

        using var other = await PutAsync(new JsonObject { ["summary"] = "Other." }, 2, "key-1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task Key_is_forgotten_after_a_day()
    {
        (await PutAsync(new JsonObject { ["summary"] = "First." }, 1, "key-1")).Dispose();
        await _app.Services.GetRequiredService<WriteGate>().WriteAsync(db => db.IdempotentAnswers.ExecuteUpdateAsync(
            answer => answer.SetProperty(a => a.AnsweredAt, DateTime.UtcNow.AddHours(-25))));

        using var again = await PutAsync(new JsonObject { ["summary"] = "First." }, 1, "key-1");

        Assert.Equal(HttpStatusCode.PreconditionFailed, again.StatusCode);
    }

    [Fact]
    public async Task Key_that_met_a_refusal_may_be_used_again()
    {
        (await PutAsync(new JsonObject { ["summary"] = "" }, 1, "key-1")).Dispose();

        using var corrected = await PutAsync(new JsonObject { ["summary"] = "First." }, 1, "key-1");

        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
    }

    [Theory]
    [InlineData("PUT", "")]
    [InlineData("POST", "/archive")]
    [InlineData("POST", "/restore")]
    public async Task Nobody_changes_anything_without_a_token(string method, string path)
    {
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "bpo_wrong");
        using var request = new HttpRequestMessage(new HttpMethod(method), Address + path)
        {
            Content = JsonContent.Create(new { summary = "Stolen." }),
        };
        request.Headers.Add("If-Match", "\"1\"");

        using var answer = await _client.SendAsync(request);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
        Assert.Equal(1, (int)(await ReadAsync())["version"]!);
    }

    [Fact]
    public async Task Writers_at_once_lose_no_update()
    {
        const int writers = 8;
        const int each = 5;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < each;)
            {
                var department = await ReadAsync();
                var count = int.TryParse(((string?)department["summary"])!.Split(' ')[^1], out var n) ? n : 0;
                using var answer = await PutAsync(new JsonObject { ["summary"] = $"Count {count + 1}" }, (int)department["version"]!);
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed, $"{answer.StatusCode}");
                done += answer.IsSuccessStatusCode ? 1 : 0;
            }
        })));

        var last = await ReadAsync();
        Assert.Equal(($"Count {writers * each}", 1 + (writers * each)), ((string?)last["summary"], (int)last["version"]!));
    }

    private static JsonObject Responsible(string text, string? detail, params string[] more)
    {
        var first = new JsonObject { ["text"] = text };
        if (detail is not null)
            first["detail"] = detail;
        return new JsonObject
        {
            ["responsibilities"] = new JsonArray([first, .. more.Select(other => new JsonObject { ["text"] = other })]),
        };
    }

    // As many revisions and audit entries about the department as the changes so far made.
    private async Task AssertNoTraceAsync(int version, int revisions)
    {
        var editing = _app.Services.GetRequiredService<DepartmentEditing>();
        var open = (await _app.Services.GetRequiredService<EntryStore>().OpenAsync(editing, "customer-service"))!;
        Assert.Equal(version, open.Version);
        Assert.Equal(revisions, await _app.Services.GetRequiredService<RevisionReader>().CountAsync(editing, open.Id));
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        Assert.Equal(version - 1, await db.AuditEntries.CountAsync(entry => entry.Subject == "department Customer Service"));
    }

    private Task<string> TokenAsync() => _app.Services.GetRequiredService<ApiTokens>().CreateAsync(_ada, "Tests", 1);

    private async Task SaveAsync<T>(EntryEditing<T> editing, T content) where T : EntryContent, new() =>
        Assert.Empty(
            (await _app.Services.GetRequiredService<EntryStore>().SaveAsync(editing, _ada, new EntrySave<T>(0, 0, content))).Problems);

    private async Task ArchiveAsync<T>(EntryEditing<T> editing, string slug) where T : EntryContent, new()
    {
        var store = _app.Services.GetRequiredService<EntryStore>();
        var open = (await store.OpenAsync(editing, slug))!;
        open.Content.Archived = true;
        Assert.Empty((await store.SaveAsync(editing, _ada, new EntrySave<T>(open.Id, open.Version, open.Content))).Problems);
    }

    private async Task<JsonObject> ReadAsync() => (await _client.GetFromJsonAsync<JsonObject>(Address))!;

    private Task<HttpResponseMessage> PutAsync(JsonObject body, int version, string? key = null) =>
        SendAsync(HttpMethod.Put, Address, version, JsonContent.Create(body), key);

    private Task<HttpResponseMessage> PostAsync(string address, int version, object? body) =>
        SendAsync(HttpMethod.Post, address, version, body is null ? null : JsonContent.Create(body), null);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, int version, HttpContent? body, string? key)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Add("If-Match", $"\"{version}\"");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await _client.SendAsync(request);
    }
}
