using System.Net;
using System.Text;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Export;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Api;

/// <summary>Lists of departments as files, for readers and programs.</summary>
[Collection(SharedApp.Name)]
public sealed class ExportApiTests(DirectoryApp app)
{
    private readonly ApiClient _api = new(app);

    [Theory]
    [InlineData("")]
    [InlineData("office=back")]
    [InlineData("office=front&office=both&sort=updated")]
    [InlineData("line=supply-chain-and-logistics")]
    [InlineData("type=kpo&side=provider")]
    [InlineData("sort=functions")]
    [InlineData("q=payroll")]
    [InlineData("q=who+handles+customer+questions&breadth=all")]
    [InlineData("q=support&office=front&sort=name")]
    [InlineData("q=xyzzyplugh")]
    public async Task File_has_the_departments_of_the_list_in_its_order(string filter)
    {
        var list = await _api.GetAsync($"/departments?{filter}&pageSize=100");

        var file = await _api.GetAsync($"/export/departments?{filter}&format=json");

        Assert.Equal(ApiClient.Texts(list.GetProperty("items"), "slug"), ApiClient.Texts(file, "slug"));
    }

    [Fact]
    public async Task Order_is_turned_round_as_on_the_page()
    {
        var usual = ApiClient.Texts(await _api.GetAsync("/export/departments?format=json&sort=summary"), "slug");

        Assert.Equal(
            usual.Reverse(), ApiClient.Texts(await _api.GetAsync("/export/departments?format=json&sort=summary&reverse=1"), "slug"));
    }

    [Fact]
    public async Task Columns_are_the_chosen_ones_in_their_order_or_all_that_may_be_seen()
    {
        Assert.StartsWith("\uFEFFoffice,name\r\n", await TextAsync("columns=office,%20name,office"), StringComparison.Ordinal);
        var all = (await TextAsync(""))[1..].Split("\r\n")[0].Split(',');
        Assert.Equal(Tables.Departments.All.Select(column => column.Name).Except(["people", "clients", "keeper"]), all);
    }

    [Fact]
    public async Task Who_may_see_none_of_the_chosen_columns_gets_a_file_without_any() =>
        Assert.Equal("", (await TextAsync("columns=people,keeper")).Trim('\uFEFF'));

    [Theory]
    [InlineData("csv", "text/csv", ".csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")]
    [InlineData("json", "application/json", ".json")]
    public async Task File_has_its_type_and_a_name_with_the_date_and_is_kept_by_nobody(string format, string type, string ending)
    {
        using var answer = await _api.SendAsync($"/export/departments?format={format}");

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Matches($@"^""?departments-\d{{4}}-\d\d-\d\d\{ending}""?$", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_is_answered_with_the_headers_of_the_file()
    {
        using var answer = await _api.SendAsync("/export/departments?format=xlsx", method: HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Exports_beyond_the_limit_are_told_to_try_again_and_begin_when_another_has_ended()
    {
        var limit = app.Services.GetRequiredService<ExportLimit>();
        var begun = new List<IDisposable>();
        while (limit.TryBegin(byEditor: false) is { } turn)
            begun.Add(turn);
        Assert.Equal(limit.Most, begun.Count);
        using (var refused = await _api.SendAsync("/export/departments"))
        {
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(10)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
            Assert.Contains("Try again in some seconds.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var own = limit.TryBegin(byEditor: true))
            Assert.NotNull(own);

        begun[0].Dispose();
        using (var answer = await _api.SendAsync("/export/departments"))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using (var again = await _api.SendAsync("/export/departments"))
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        begun.ForEach(turn => turn.Dispose());
    }

    [Theory]
    [InlineData("format=pdf", "format", "Allowed: csv, xlsx, json.")]
    [InlineData("format=csv&format=json", "format", "Give this parameter once.")]
    [InlineData("columns=name,colour", "columns", "There is no column “colour”. Allowed: name, slug, ")]
    [InlineData("office=middle", "office", "Allowed: front, back, both, none.")]
    [InlineData("sort=colour", "sort", "Allowed: relevance, name, ")]
    public async Task What_is_unknown_is_refused_with_what_is_allowed(string query, string parameter, string message)
    {
        var problem = await _api.ProblemAsync($"/export/departments?{query}", HttpStatusCode.BadRequest);

        Assert.StartsWith(message, problem.GetProperty("errors").GetProperty(parameter)[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_link_to_their_files_with_the_filter_and_order_on_screen()
    {
        using var client = app.CreateClient();

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/departments?q=payroll&office=back&view=table&sort=name&reverse=1"));

        Assert.Contains(
            "href=\"/api/v1/export/departments?q=payroll&office=back&sort=name&reverse=1&format=xlsx\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/api/v1/export/departments?format=csv\"", await client.GetStringAsync("/departments"), StringComparison.Ordinal);
        Assert.DoesNotContain("/export/", await client.GetStringAsync("/departments?q=xyzzyplugh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_is_a_file_with_a_column_for_each_department_and_is_kept_by_nobody()
    {
        using var client = app.CreateClient();

        using var answer = await client.GetAsync("/compare.csv?department=sales&department=marketing");
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());

        Assert.StartsWith("\uFEFFPart,Compared,Sales,Marketing\r\n,In short,", text, StringComparison.Ordinal);
        Assert.Contains("\r\nPlace in the organisation,Office,", text, StringComparison.Ordinal);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches(@"^""?comparison-\d{4}-\d\d-\d\d\.csv""?$", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("department=sales&department=nowhere", HttpStatusCode.NotFound)]
    [InlineData("department=sales", HttpStatusCode.BadRequest)]
    [InlineData("department=sales&department=sales", HttpStatusCode.BadRequest)]
    [InlineData("department=sales&department=legal&department=marketing&department=logistics", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task Comparison_of_anything_but_two_or_three_departments_is_refused(string query, HttpStatusCode expected)
    {
        using var client = app.CreateClient();

        using var answer = await client.GetAsync($"/compare.csv?{query}");

        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<string> TextAsync(string query)
    {
        using var answer = await _api.SendAsync($"/export/departments?{query}");
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }
}
