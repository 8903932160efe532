using System.Globalization;
using System.Text.RegularExpressions;
using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.BrowserTests.Accounts;

public sealed class AuditTests(Chromium chromium, AccountServer server) : AccountTest(chromium, server), IClassFixture<AccountServer>
{
    private static readonly string[] Formulas =
        ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://evil.example\",\"press\")"];

    private ILocator Rows => Page.Locator("tbody tr:has(td)");

    [Fact]
    public async Task Filters_narrow_the_trail_and_stay_in_the_address()
    {
        await AddAsync("Payroll", "Legal", "Payroll, the second");
        await EnterAsync("root", "/admin/audit");

        await ChooseAsync("What", "Reviewed");
        await ChooseAsync("By whom", "Grace");
        await Page.GetByLabel("To what").FillAsync("pay");
        await Page.GetByLabel("From").FillAsync(Day(0));
        await Page.GetByLabel("From").PressAsync("Tab");

        await Expect(Rows).ToHaveCountAsync(2);
        await Expect(Page.GetByText("2 entries")).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Rows).ToHaveCountAsync(2);
        await Expect(Page.GetByLabel("By whom")).ToHaveValueAsync("Grace");

        await Page.GetByLabel("From").FillAsync("");
        await Page.GetByLabel("To", new() { Exact = true }).FillAsync(Day(-2));
        await Page.GetByLabel("To", new() { Exact = true }).PressAsync("Tab");
        await Expect(Page.GetByText("0 entries")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_shown_can_be_downloaded_and_no_cell_is_a_formula()
    {
        await AddAsync(Formulas);
        await EnterAsync("root", $"/admin/audit?kind=Reviewed&from={Day(0)}");

        var download =
            await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync());

        Assert.Equal("audit.csv", download.SuggestedFilename);
        var csv = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("Time (UTC),Kind,Actor,Subject,Detail\r\n", csv, StringComparison.Ordinal);
        var cells = Regex.Matches(csv, "\"((?:[^\"]|\"\")*)\"")
            .Select(match => match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)).ToList();
        Assert.All(Formulas, formula => Assert.Contains("'" + formula, cells));
        Assert.All(cells, cell => Assert.DoesNotMatch(@"^[=+\-@\t\r\n]", cell));
        Assert.DoesNotContain("SignIn", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Trail_of_several_pages_is_accessible_and_led_through(int width)
    {
        await AddAsync([.. Enumerable.Range(1, 60).Select(i => $"A department with a name of some length, number {i} at {width}")]);
        await EnterAsync("root", $"/admin/audit?subject=at+{width}", Still(width));
        await Expect(Rows).ToHaveCountAsync(50);
        await AssertGoodAsync();

        await ClickAsync("Next page");
        await Expect(Rows).ToHaveCountAsync(10);
        await Expect(Page).ToHaveURLAsync(new Regex("[?&]page=2"));
        await Page.ReloadAsync();
        await Expect(Rows).ToHaveCountAsync(10);
        await ClickAsync("Previous page");
        await Expect(Rows).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task Entry_that_is_spoken_of_is_one_click_away()
    {
        await AddAsync("department Legal", "department of nothing");
        await EnterAsync("root", "/admin/audit?subject=department");
        await Expect(Rows.GetByText("department of nothing").First).ToBeVisibleAsync();
        await Expect(Rows.GetByRole(AriaRole.Link, new() { Name = "department of nothing" })).ToHaveCountAsync(0);

        await Rows.GetByRole(AriaRole.Link, new() { Name = "department Legal" }).ClickAsync();

        await Expect(Heading).ToHaveTextAsync("Versions of Legal");
    }

    private async Task ChooseAsync(string label, string option)
    {
        await Page.GetByLabel(label, new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    private static string Day(int offset) => DateTime.UtcNow.AddDays(offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task AddAsync(params string[] subjects) => WriteAsync(db =>
    {
        foreach (var subject in subjects)
            new AuditTrail(TimeProvider.System).Add(db, AuditKind.Reviewed, subject, subject, new Actor(1, "Grace"));
        return Task.CompletedTask;
    });
}
