using System.Net;
using BpoDirectory.Reports;
using BpoDirectory.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Reports;

public sealed class ReportPageTests : IAsyncLifetime
{
    private readonly AccountApp _app = new(("RateLimits:ReportsPerHour", "3"));

    public Task InitializeAsync() => _app.InitializeAsync();

    public async Task DisposeAsync() => await ((IAsyncDisposable)_app).DisposeAsync();

    [Fact]
    public async Task Reader_without_account_and_script_reports_and_an_editor_accepts()
    {
        var reader = _app.NewBrowser();
        using var page = await reader.GetAsync("/departments/legal");
        Assert.Contains("href=\"/report?page=%2Fdepartments%2Flegal\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var sent =
            await SendAsync(
                reader, "Handles <b>contracts</b>.", ("Field", "summary"), ("IsProposal", "true"), ("Contact", "grace@example.com"));
        Assert.Contains("Your report is kept", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var list = await _app.Editor.GetAsync("/admin/reports");
        var text = await list.Content.ReadAsStringAsync();
        Assert.Contains("grace@example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>contracts</b>", text, StringComparison.Ordinal);
        var open = (await _app.Services.GetRequiredService<MistakeReports>().ListOpenAsync(1))[0];
        using var accepted = await _app.Editor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/admin/reports")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "decide", ["__RequestVerificationToken"] = await _app.Editor.FormTokenAsync(), ["Id"] = $"{open.Report.Id}",
                ["Version"] = "1", ["Text"] = "Handles contracts.", ["Decision"] = "accept",
            }),
        });
        Assert.Contains("The text is saved", await accepted.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var after = await reader.GetAsync("/departments/legal");
        Assert.Contains("Handles contracts.", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var history = await reader.GetAsync("/departments/legal/history");
        var versions = await history.Content.ReadAsStringAsync();
        Assert.Contains("Reported by a reader", versions, StringComparison.Ordinal);
        Assert.DoesNotContain("grace@example.com", versions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_that_cannot_be_taken_keeps_what_was_typed()
    {
        using var answer = await SendAsync(_app.NewBrowser(), " ", ("Credit", "Grace Hopper"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Enter what is wrong", html, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_sends_so_many_reports_an_hour()
    {
        var codes = new List<HttpStatusCode>();
        for (var report = 0; report < 5; report++)
        {
            using var answer = await SendAsync(_app.NewBrowser(), $"Mistake {report}");
            codes.Add(answer.StatusCode);
        }

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests],
            codes);
    }

    private static Task<HttpResponseMessage> SendAsync(AccountBrowser browser, string text, params (string Name, string Value)[] more) =>
        browser.SubmitAsync("/report?page=%2Fdepartments%2Flegal", "report", [("Text", text), .. more]);
}
