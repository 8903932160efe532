using System.Globalization;
using System.Net;
using System.Text.Json;

namespace BpoDirectory.Tests.Api;

[Collection(SharedApp.Name)]
public sealed class DepartmentListTests(DirectoryApp app)
{
    private static readonly string[] Fields =
        ["name", "alias", "function", "responsibility", "serviceLine", "type", "summary", "description", "channel"];

    private readonly ApiClient _api = new(app);

    [Fact]
    public async Task List_has_the_properties_of_the_contract()
    {
        var list = await _api.GetAsync("/departments?q=payroll");

        Assert.Equal(
            ["query", "correctedQuery", "answer", "ignored", "suggestions", "total", "page", "pageSize", "items", "facets"],
            ApiClient.Names(list));
        Assert.Equal(
            ["slug", "name", "aliases", "icon", "office", "officeBasis", "side", "parent", "serviceLines", "outsourcingTypes", "summary",
                "channel", "version", "updatedAt", "match"],
            ApiClient.Names(list.GetProperty("items")[0]));
        Assert.Equal(["field", "by", "text", "highlights"], ApiClient.Names(list.GetProperty("items")[0].GetProperty("match")));
        Assert.Equal(
            ["office", "line", "type", "site", "language", "delivery", "partner", "tag"], ApiClient.Names(list.GetProperty("facets")));
        Assert.Equal(["value", "count"], ApiClient.Names(list.GetProperty("facets").GetProperty("office")[0]));
    }

    [Theory]
    [InlineData("payroll processing", "payroll-processing")]
    [InlineData("who does payroll processing", "payroll-processing")]
    [InlineData("legal research", "legal-research")]
    [InlineData("freight forwarding", "freight-forwarding")]
    public async Task Function_that_evidently_answers_stands_above_all_with_its_owners(string question, string function)
    {
        var answer = (await _api.GetAsync($"/departments?q={Uri.EscapeDataString(question)}")).GetProperty("answer");

        Assert.Equal(["function", "owners", "by"], ApiClient.Names(answer));
        Assert.Equal(function, answer.GetProperty("function").GetProperty("slug").GetString());
        Assert.Equal(["slug", "name", "office", "channel"], ApiClient.Names(answer.GetProperty("owners")[0]));
        Assert.Equal("words", answer.GetProperty("by").GetString());
    }

    [Theory]
    [InlineData("/departments")]
    [InlineData("/departments?q=legal%20research&page=2")]
    [InlineData("/departments?q=qwertzuiop")]
    public async Task Without_such_a_function_there_is_no_answer(string path) =>
        Assert.Equal(JsonValueKind.Null, (await _api.GetAsync(path)).GetProperty("answer").ValueKind);

    [Fact]
    public async Task Less_likely_departments_are_listed_only_when_asked_for()
    {
        var few = await _api.GetAsync("/departments?q=management&pageSize=100");
        var all = await _api.GetAsync("/departments?q=management&pageSize=100&breadth=all");

        Assert.InRange(few.GetProperty("total").GetInt32(), 1, 6);
        Assert.Equal(few.GetProperty("total").GetInt32() + few.GetProperty("lessLikely").GetInt32(), all.GetProperty("total").GetInt32());
        Assert.Equal(all.GetProperty("total").GetInt32(), all.GetProperty("items").GetArrayLength());
        await _api.ProblemAsync("/departments?q=management&breadth=wide", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Every_department_is_listed_by_name_when_nothing_is_asked()
    {
        var list = await _api.GetAsync("/departments?pageSize=100");

        Assert.Equal(
            ("", 21, 1, 100),
            (list.GetProperty("query").GetString(), list.GetProperty("total").GetInt32(), list.GetProperty("page").GetInt32(),
                list.GetProperty("pageSize").GetInt32()));
        var names = ApiClient.Texts(list.GetProperty("items"), "name");
        Assert.Equal(21, names.Length);
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
        Assert.All(list.GetProperty("items").EnumerateArray(),
            item => Assert.Equal(JsonValueKind.Null, item.GetProperty("match").ValueKind));
    }

    [Fact]
    public async Task Values_are_words_in_lower_case_and_times_are_utc()
    {
        var items = (await _api.GetAsync("/departments?pageSize=100")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["back", "both", "front", "none"], items.Select(item => item.GetProperty("office").GetString()).Distinct().Order());
        Assert.Equal(["judged", "stated"], items.Select(item => item.GetProperty("officeBasis").GetString()).Distinct().Order());
        Assert.Equal(["client", "provider"], items.Select(item => item.GetProperty("side").GetString()).Distinct().Order());
        Assert.All(items, item =>
        {
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", item.GetProperty("updatedAt").GetString());
            Assert.InRange(item.GetProperty("updatedAt").GetDateTime(), DateTime.UtcNow.AddHours(-1), DateTime.UtcNow);
        });
    }

    [Fact]
    public async Task Relations_are_slugs()
    {
        var items = (await _api.GetAsync("/departments?pageSize=100")).GetProperty("items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("slug").GetString()!);

        Assert.Equal("finance-and-accounting", items["payment-processing"].GetProperty("parent").GetString());
        Assert.Equal(JsonValueKind.Null, items["finance-and-accounting"].GetProperty("parent").ValueKind);
        Assert.Contains("finance-and-accounting", ApiClient.Texts(items["finance-and-accounting"].GetProperty("serviceLines")));
        Assert.Contains("kpo", items.Values.SelectMany(item => ApiClient.Texts(item.GetProperty("outsourcingTypes"))));
    }

    [Fact]
    public async Task Question_is_answered_by_the_owner_first_with_the_reason_marked()
    {
        var items = (await _api.GetAsync("/departments?q=who%20handles%20payroll%3F")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal("Finance and Accounting", items[0].GetProperty("name").GetString());
        Assert.Contains("Human Resources", items.Take(3).Select(item => item.GetProperty("name").GetString()));
        var match = items[0].GetProperty("match");
        Assert.Equal("function", match.GetProperty("field").GetString());
        var text = match.GetProperty("text").GetString()!;
        var marked = match.GetProperty("highlights").EnumerateArray()
            .Select(range => text.Substring(range[0].GetInt32(), range[1].GetInt32()));
        Assert.Contains(marked, part => part.Contains("payroll", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_the_directory_does_not_know_is_left_aside_and_named()
    {
        var list = await _api.GetAsync("/departments?q=invoices%20for%20Harrier%20Bank%20in%20June");

        Assert.Equal("Finance and Accounting", list.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal("words", list.GetProperty("items")[0].GetProperty("match").GetProperty("by").GetString());
        Assert.Equal(["Harrier Bank in June"], list.GetProperty("ignored").EnumerateArray().Select(text => text.GetString()));
    }

    [Fact]
    public async Task Every_field_of_a_match_is_a_word_of_the_contract()
    {
        string[] questions = ["accounting", "HR", "tax", "answer calls", "IT services", "kpo", "outsourcing", "legal"];
        var fields = new HashSet<string>();
        foreach (var question in questions)
            foreach (var item in (await _api.GetAsync($"/departments?pageSize=100&q={Uri.EscapeDataString(question)}")).GetProperty("items")
                .EnumerateArray())
                fields.Add(item.GetProperty("match").GetProperty("field").GetString()!);

        Assert.InRange(fields.Count, 4, 8);
        Assert.All(fields, field => Assert.Contains(field, Fields));
    }

    [Fact]
    public async Task Evident_misspelling_is_answered_and_named()
    {
        var list = await _api.GetAsync("/departments?q=acounting");

        Assert.Equal(("acounting", "accounting"), (list.GetProperty("query").GetString(), list.GetProperty("correctedQuery").GetString()));
        Assert.NotEqual(0, list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Question_without_an_answer_has_no_items_and_suggestions_that_have_some()
    {
        var list = await _api.GetAsync("/departments?q=zebra%20acounting%20unicorns%20elephants");

        Assert.Equal(0, list.GetProperty("total").GetInt32());
        Assert.Empty(list.GetProperty("items").EnumerateArray());
        var suggestions = ApiClient.Texts(list.GetProperty("suggestions"));
        Assert.NotEmpty(suggestions);
        foreach (var suggestion in suggestions)
            Assert.NotEqual(0, await TotalAsync($"q={Uri.EscapeDataString(suggestion)}"));
    }

    [Fact]
    public async Task Question_is_used_up_to_200_characters_and_16_words()
    {
        var words = (await _api.GetAsync("/departments?q=" + string.Join('+', Enumerable.Repeat("tax", 40)))).GetProperty("query")
            .GetString()!;
        var characters = (await _api.GetAsync("/departments?q=" + new string('a', 5_000))).GetProperty("query").GetString()!;

        Assert.Equal(16, words.Split(' ').Length);
        Assert.Equal(200, characters.Length);
    }

    [Fact]
    public async Task Values_of_one_parameter_are_alternatives()
    {
        Assert.Equal(await TotalAsync("office=front") + await TotalAsync("office=both"), await TotalAsync("office=front&office=both"));
        Assert.Equal(21, await TotalAsync("side=provider&side=client"));
    }

    [Fact]
    public async Task Different_parameters_narrow_each_other()
    {
        var slugs = ApiClient.Texts((await _api.GetAsync("/departments?pageSize=100&line=it-services")).GetProperty("items"), "slug");
        var offices = new List<string>();
        foreach (var office in new[] { "front", "back", "both", "none" })
            offices.AddRange(
                ApiClient.Texts(
                    (await _api.GetAsync($"/departments?pageSize=100&line=it-services&office={office}")).GetProperty("items"), "slug"));

        Assert.NotEmpty(slugs);
        Assert.Equal(slugs.Order(), offices.Order());
        Assert.InRange(slugs.Length, 1, 20);
    }

    [Fact]
    public async Task Facets_count_the_result_without_their_own_selection()
    {
        var all = (await _api.GetAsync("/departments")).GetProperty("facets");
        var narrowed = (await _api.GetAsync("/departments?office=back")).GetProperty("facets");

        Assert.Equal(all.GetProperty("office").GetRawText(), narrowed.GetProperty("office").GetRawText());
        Assert.Equal(21, all.GetProperty("office").EnumerateArray().Sum(facet => facet.GetProperty("count").GetInt32()));
        Assert.NotEqual(all.GetProperty("line").GetRawText(), narrowed.GetProperty("line").GetRawText());
        foreach (var facet in narrowed.GetProperty("line").EnumerateArray())
            Assert.Equal(
                facet.GetProperty("count").GetInt32(), await TotalAsync($"office=back&line={facet.GetProperty("value").GetString()}"));
    }

    [Fact]
    public async Task Unknown_slug_of_a_line_or_type_matches_nothing()
    {
        Assert.Equal(0, await TotalAsync("line=no-such-line"));
        Assert.Equal(0, await TotalAsync("type=no-such-type"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        var whole = ApiClient.Texts((await _api.GetAsync("/departments?pageSize=100&sort=name")).GetProperty("items"), "slug");
        var pages = new List<string>();
        for (var page = 1; page <= 6; page++)
            pages.AddRange(
                ApiClient.Texts(
                    (await _api.GetAsync($"/departments?sort=name&pageSize=4&page={page.ToString(CultureInfo.InvariantCulture)}"))
                        .GetProperty("items"), "slug"));

        Assert.Equal(whole, pages);
    }

    [Theory]
    [InlineData("page=7&pageSize=4")]
    [InlineData("page=2147483647&pageSize=100")]
    public async Task Page_behind_the_last_one_is_empty(string paging)
    {
        var list = await _api.GetAsync("/departments?" + paging);

        Assert.Equal(21, list.GetProperty("total").GetInt32());
        Assert.Empty(list.GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("page=0", "page", "from 1")]
    [InlineData("page=2147483648", "page", "from 1 to 2147483647")]
    [InlineData("page=-1", "page", "from 1")]
    [InlineData("page=one", "page", "from 1")]
    [InlineData("page=", "page", "from 1")]
    [InlineData("page=1.5", "page", "from 1")]
    [InlineData("page=%2B1", "page", "from 1")]
    [InlineData("page=2147483648", "page", "from 1")]
    [InlineData("page=1&page=2", "page", "once")]
    [InlineData("pageSize=0", "pageSize", "from 1 to 100")]
    [InlineData("pageSize=101", "pageSize", "from 1 to 100")]
    [InlineData("pageSize=all", "pageSize", "from 1 to 100")]
    [InlineData("office=middle", "office", "front, back, both, none")]
    [InlineData("office=front&office=0", "office", "front, back, both, none")]
    [InlineData("office=Front", "office", "front, back, both, none")]
    [InlineData("office=", "office", "front, back, both, none")]
    [InlineData("side=both", "side", "provider, client")]
    [InlineData("sort=date", "sort", "relevance, name, updated, office, summary, functions, lines, parent")]
    public async Task Value_that_is_not_allowed_is_refused_with_those_that_are(string query, string parameter, string allowed)
    {
        var problem = await _api.ProblemAsync("/departments?" + query, HttpStatusCode.BadRequest);

        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(parameter, error.Name);
        Assert.Contains(allowed, error.Value[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_parameter_is_named_at_once()
    {
        var problem = await _api.ProblemAsync("/departments?page=0&pageSize=0&office=x&side=x&sort=x", HttpStatusCode.BadRequest);

        Assert.Equal(["office", "page", "pageSize", "side", "sort"], ApiClient.Names(problem.GetProperty("errors")).Order());
    }

    [Fact]
    public async Task Unknown_parameters_are_ignored() => Assert.Equal(21, await TotalAsync("colour=green&Office[]=x"));

    private async Task<int> TotalAsync(string query) => (await _api.GetAsync("/departments?" + query)).GetProperty("total").GetInt32();
}
