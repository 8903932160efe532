using BpoDirectory.Components.Reader.Search;
using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;
using Bunit;

namespace BpoDirectory.Tests.Components.Reader.Search;

public sealed class ResultsViewTests : BunitContext
{
    [Theory]
    [InlineData(2, "payroll", "2 results for ‘payroll’")]
    [InlineData(1, "payroll", "1 result for ‘payroll’")]
    [InlineData(0, "payroll", "No results for ‘payroll’")]
    [InlineData(21, "", "21 departments")]
    [InlineData(0, "", "No departments")]
    public void The_heading_counts_what_was_found(int total, string query, string expected) =>
        Assert.Equal(expected, Count(View(Answers.WithTotal(total, query))));

    [Fact]
    public void A_corrected_question_is_named_beside_the_one_asked()
    {
        var view = View(Answers.WithTotal(2, "payrol") with { CorrectedQuery = "payroll" });

        Assert.Equal("2 results for ‘payroll’", Count(view));
        Assert.Contains(view.FindAll("p"), paragraph => paragraph.TextContent == "Showing results for payroll. You searched for payrol.");
    }

    [Fact]
    public void Each_result_says_why_it_is_there_with_the_match_marked()
    {
        var match = new SearchMatch(MatchField.Function, "Payroll processing", [new(0, 7)]);

        var card = View(Answers.WithTotal(1, "payroll", Answers.Department("Human Resources", match))).Find("ol > li");

        Assert.Equal("Function: Payroll processing", card.QuerySelector("p:has(mark)")!.TextContent);
        Assert.Equal("Payroll", card.QuerySelector("mark")!.TextContent);
        Assert.Equal("/departments/human-resources", card.QuerySelector("h3 a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_result_that_is_close_in_meaning_says_that_and_not_that_it_has_the_words()
    {
        var match = new SearchMatch(MatchField.Function, "Printer: paper jam", []) { By = MatchKind.Meaning };

        var card = View(Answers.WithTotal(1, "the copier eats my pages", Answers.Department("IT Support", match))).Find("ol > li");

        Assert.Equal("Close in meaning: Printer: paper jam", card.QuerySelector("p.why")!.TextContent);
    }

    [Fact]
    public void What_was_left_aside_is_named()
    {
        var view = View(Answers.WithTotal(1, "payroll for Acme by Friday") with { Ignored = ["Acme", "<b>Friday"] });

        Assert.Contains(view.FindAll("p"), paragraph => paragraph.TextContent == "Not known here, and left aside: Acme, <b>Friday.");
    }

    [Fact]
    public void Less_likely_results_are_offered_behind_a_link()
    {
        var view = View(Answers.WithTotal(1, "training", Answers.Department("Human Resources")) with { LessLikely = 3 });

        var link = view.FindAll("a").Single(a => a.TextContent.Trim() == "Show 3 less likely departments");
        Assert.Contains("breadth=all", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain(view.FindAll("h3"), heading => heading.TextContent == "Less likely");
    }

    [Fact]
    public void Less_likely_results_stand_under_a_heading_of_their_own()
    {
        var answer = Answers.WithTotal(
            2, "training", Answers.Department("Human Resources"), Answers.Department("Legal") with { IsLessLikely = true });

        var view = View(answer with { LessLikely = 1 });

        Assert.Equal(["Human Resources", "Less likely", "Legal"], view.FindAll("h3").Select(heading => heading.TextContent));
    }

    [Fact]
    public void Without_a_question_no_reason_is_given() =>
        Assert.Empty(View(Answers.WithTotal(1, "", Answers.Department("Sales"))).FindAll("mark"));

    [Fact]
    public void An_outsourcing_type_that_was_named_stands_above_the_departments()
    {
        var answer = Answers.WithTotal(1, "kpo", Answers.Department("Research")) with
        {
            OutsourcingTypes = [new("kpo", "KPO", "Knowledge Process Outsourcing", "Expert work.")],
        };

        var headings = View(answer).FindAll("h3 a").Select(link => link.GetAttribute("href"));

        Assert.Equal(["/outsourcing-types/kpo", "/departments/research"], headings);
    }

    [Fact]
    public void The_function_that_answers_evidently_stands_above_everything_else()
    {
        var match = new SearchMatch(MatchField.Function, "Payroll processing", [new(0, 7)]);
        var answer = Answers.WithTotal(1, "payroll", Answers.Department("Human Resources", match)) with
        {
            Function = new(
                "payroll-processing", "Payroll processing", [new("human-resources", "Human Resources", "badge", Office.Back)], match),
        };

        Assert.Equal(
            ["/functions/payroll-processing", "/departments/human-resources", "/departments/human-resources"],
            View(answer).FindAll("h3 a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData(1, "This search took too long; these are the answers found in time.")]
    [InlineData(0, "This search took too long; nothing was found in time. Fewer or rarer words are faster.")]
    public void A_search_that_ran_out_of_time_says_so(int total, string expected)
    {
        var view = View(Answers.WithTotal(total, "payroll") with { IsIncomplete = true });

        Assert.Contains(view.FindAll("p"), paragraph => paragraph.TextContent == expected);
        Assert.DoesNotContain("has no department that answers this", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_offers_close_words_and_other_ways()
    {
        var links = Links(View(Answers.WithTotal(0, "paryoll") with { Suggestions = ["payroll"] }));

        Assert.Contains("/?q=payroll", links);
        Assert.Contains("/functions", links);
        Assert.Contains("/departments", links);
        Assert.Contains("/guide", links);
    }

    [Fact]
    public void Nothing_found_within_filters_offers_to_drop_them() =>
        Assert.Contains(
            "/?q=payroll",
            Links(View(Answers.WithTotal(0, "payroll"), Answers.Asked("payroll", 1, new FacetChoice(Facet.Office, "front")))));

    [Fact]
    public void The_table_shows_the_same_departments_in_rows()
    {
        var view = View(
            Answers.WithTotal(2, "", Answers.Department("Legal"), Answers.Department("Sales")), Answers.Asked() with { IsTable = true });

        Assert.Equal(["Legal", "Sales"], view.FindAll("tbody th[scope=row] a").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["Compare Legal", "Compare Sales"], view.FindAll("tbody th[scope=row] label").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("2026-11-21", view.Find("tbody time").GetAttribute("datetime"));
    }

    [Fact]
    public void Each_column_of_the_table_is_sorted_by_a_link_and_says_how_it_is_sorted()
    {
        var address = Answers.Asked("pay", 2) with { IsTable = true, Sort = DepartmentSort.Functions };

        var columns = View(Answers.WithTotal(60, "pay", Answers.Department("Legal")), address).FindAll("thead th");

        Assert.Equal(
            ["Department", "Office", "Summary", "Functions", "Service lines", "Part of", "Last change"],
            columns.Select(column => column.TextContent));
        Assert.Equal(
            ["name", "office", "summary", "functions&reverse=1", "lines", "parent", "updated"],
            columns.Select(column => column.QuerySelector("a")!.GetAttribute("href")!["/?q=pay&sort=".Length..^"&view=table".Length]));
        Assert.Equal([null, null, null, "descending", null, null, null], columns.Select(column => column.GetAttribute("aria-sort")));
    }

    [Fact]
    public void A_row_of_the_table_says_all_that_its_columns_are_sorted_by()
    {
        var legal = Answers.Department("Legal") with { Parent = new NamedLink("boards", "Boards"),
            ServiceLines = [new NamedLink("law", "Law")] };
        var page = new ResultsPage(Answers.Asked() with { IsTable = true }, Answers.WithTotal(1, "", legal), "Departments")
        {
            FunctionCounts = new Dictionary<string, int> { ["legal"] = 15 },
        };

        var cells = Render<ResultsView>(parameters => parameters.Add(c => c.Page, page).Add(c => c.Answer, page.Answer!))
            .FindAll("tbody td");

        Assert.Equal(
            ["Back office", "What Legal does.", "15", "Law", "Boards", "21 Nov 2026"], cells.Select(cell => cell.TextContent.Trim()));
        Assert.Equal(
            ["/service-lines/law", "/departments/boards"],
            cells.SelectMany(cell => cell.QuerySelectorAll("a")).Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void View_and_order_are_links_that_keep_the_rest()
    {
        var links = Links(View(Answers.WithTotal(60, "pay"), Answers.Asked("pay", 2)));

        Assert.Contains("/?q=pay&view=table&page=2", links);
        Assert.Contains("/?q=pay&sort=name", links);
    }

    [Fact]
    public void Text_of_the_reader_is_isolated_from_the_text_around_it() =>
        Assert.Equal("רכש", View(Answers.WithTotal(0, "רכש")).Find("h2 bdi").TextContent);

    private IRenderedComponent<ResultsView> View(SearchAnswer answer, ResultsAddress? address = null) =>
        Render<ResultsView>(parameters => parameters
            .Add(c => c.Page, new ResultsPage(address ?? Answers.Asked(answer.Query), answer, "Departments"))
            .Add(c => c.Answer, answer));

    private static string Count(IRenderedComponent<ResultsView> view) => view.Find("#count").TextContent.Trim();

    private static IEnumerable<string?> Links(IRenderedComponent<ResultsView> view) =>
        view.FindAll("a").Select(link => link.GetAttribute("href"));
}
