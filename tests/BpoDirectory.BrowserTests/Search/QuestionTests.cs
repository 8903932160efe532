using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests.Search;

/// <summary>The journey that the directory is for: who handles this?</summary>
public sealed class QuestionTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Who_handles_payroll_is_answered_with_a_reason_and_leads_to_the_department(
        int width, ColorScheme colours, bool hasScript)
    {
        await OpenAsync("/", Reader.Of(width) with { Colours = colours, HasScript = hasScript });

        await Question.FillAsync("who handles payroll?");
        await Question.PressAsync("Enter");

        await Expect(Cards.First).ToContainTextAsync("Finance and Accounting");
        await Expect(Cards.First.Locator("mark").First).ToContainTextAsync("Payroll");
        var names = await Cards.GetByRole(AriaRole.Heading, new() { Level = 3 }).AllInnerTextsAsync();
        Assert.Contains("Human Resources", names.Take(3));
        await Expect(Page).ToHaveTitleAsync(new Regex("results for ‘who handles payroll\\?’|results for ‘payroll’"));

        await Cards.First.GetByRole(AriaRole.Link, new() { Name = "Finance and Accounting", Exact = true }).First.ClickAsync();

        await Expect(Heading).ToHaveTextAsync("Finance and Accounting");
        Assert.Equal("/departments/finance-and-accounting", Here);
    }

    public static TheoryData<int, ColorScheme, bool> Readers()
    {
        var readers = new TheoryData<int, ColorScheme, bool>();
        foreach (var width in new[] { 1280, 390 })
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
                foreach (var hasScript in new[] { true, false })
                    readers.Add(width, colours, hasScript);
        return readers;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_the_first_answer_and_its_reason_stand_on_the_first_screen(bool hasScript)
    {
        await OpenAsync("/?q=who+handles+payroll%3F", Reader.OnAPhone with { HasScript = hasScript });

        var answer = Page.Locator("#answers").GetByRole(AriaRole.Heading, new() { Level = 3 }).First;
        await Expect(answer).ToContainTextAsync("Finance and Accounting");
        await Expect(answer.GetByRole(AriaRole.Link, new() { Name = "Finance and Accounting" })).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(Page.Locator("#answers mark").First).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_misspelling_is_corrected_and_the_page_says_so(bool hasScript)
    {
        await OpenAsync("/", Reader.AtADesk with { HasScript = hasScript });

        await Question.FillAsync("payrrol");
        await Question.PressAsync("Enter");

        await Expect(Count).ToContainTextAsync("for ‘payroll’");
        await Expect(Page.Locator("#answers")).ToContainTextAsync("Showing results for payroll. You searched for payrrol.");
        await Expect(Question).ToHaveValueAsync("payrrol");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_without_an_answer_offers_close_words_that_have_one(bool hasScript)
    {
        await OpenAsync("/?q=payroll+dinosaurs", Reader.AtADesk with { HasScript = hasScript });
        await Expect(Count).ToContainTextAsync("No results");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "All functions from A to Z" })).ToBeVisibleAsync();

        var suggestions = Page.GetByRole(AriaRole.List, new() { Name = "Close words that have results:" });
        await suggestions.GetByRole(AriaRole.Link).First.ClickAsync();

        await Expect(Cards.First).ToBeVisibleAsync();
        await Expect(Count).Not.ToContainTextAsync("No results");
    }

    [Fact]
    public async Task The_name_of_an_outsourcing_type_leads_to_it()
    {
        await OpenAsync("/?q=KPO");

        await Page.Locator("#answers").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^KPO: ") }).ClickAsync();

        await Expect(Heading).ToContainTextAsync("KPO");
    }
}
