using System.Globalization;
using System.Text.RegularExpressions;
using BpoDirectory.BrowserTests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.BrowserTests.Editing;

public sealed class ReviewsTests(Chromium chromium, AccountServer server) : AccountTest(chromium, server), IClassFixture<AccountServer>
{
    [Fact]
    public async Task One_click_confirms_a_department_and_readers_see_the_date_but_no_new_version()
    {
        await OpenAsync("/departments/legal");
        await Expect(Page.GetByText("Last checked")).ToHaveCountAsync(0);
        var version = await VersionAsync();
        await GoAsync("/account/sign-in?returnUrl=/admin/departments");
        await SignInAsync("ada", AccountServer.Password);

        await Confirm("Legal").ClickAsync();
        await Expect(Page.GetByText("Legal: reviewed today.")).ToBeVisibleAsync();

        await GoAsync("/departments/legal");
        await Expect(Page.Locator(".dates")).ToContainTextAsync(new Regex(@"Last checked \d+ \w+ \d{4}\."));
        var reviewed = await Page.Locator(".dates time").Nth(1).GetAttributeAsync("datetime");
        Assert.InRange(
            DateTime.UtcNow - DateTime.Parse(reviewed!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
            TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(5));
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task Overdue_department_is_counted_listed_and_gone_from_the_list_when_confirmed()
    {
        await WriteAsync(
            db => db.Departments.Where(d => d.Slug == "sales")
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.ReviewedAt, DateTime.UtcNow.AddDays(-181))));
        await EnterAsync("ada", "/admin");

        await Page.GetByRole(AriaRole.Link, new() { Name = "1 overdue for review" }).ClickAsync();
        await Expect(Page.Locator("main tbody .name")).ToHaveTextAsync(["Sales"]);
        await Expect(Page.Locator("main tbody .due")).ToContainTextAsync("overdue");

        await Confirm("Sales").ClickAsync();
        await Expect(Page.GetByText("Sales: reviewed today.")).ToBeVisibleAsync();
        await Expect(Page.Locator("main tbody .name")).ToHaveCountAsync(0);
        await GoAsync("/admin");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "overdue for review" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Review_is_undone_in_its_row_or_from_the_message_and_is_then_as_if_it_had_never_been()
    {
        await EnterAsync("ada", "/admin/departments");
        var row = Row("Logistics");

        await Confirm("Logistics").ClickAsync();
        await Page.Locator(".messages").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Page.GetByText("Logistics: review undone.")).ToBeVisibleAsync();
        await Expect(row).ToContainTextAsync("Never");
        await Confirm("Logistics").ClickAsync();
        await Expect(row).Not.ToContainTextAsync("Never");
        await Axe.AssertNoViolationAsync(Page);
        await row.GetByRole(AriaRole.Button, new() { Name = "Undo the review" }).ClickAsync();

        await Expect(row).ToContainTextAsync("Never");
        await Expect(Confirm("Logistics")).ToBeVisibleAsync();
        await GoAsync("/departments/logistics");
        await Expect(Page.GetByText("Last checked")).ToHaveCountAsync(0);
    }

    private async Task<string> VersionAsync() =>
        Regex.Match(await Page.Locator(".dates").InnerTextAsync(), @"^Version \d+, saved [^.]+\.").Value;

    private ILocator Row(string department) =>
        Page.Locator("main tbody tr").Filter(new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = department, Exact = true }) });

    private ILocator Confirm(string department) => Row(department).GetByRole(AriaRole.Button, new() { Name = "Still correct" });
}
