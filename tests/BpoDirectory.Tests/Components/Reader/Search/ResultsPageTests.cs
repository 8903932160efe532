using BpoDirectory.Components.Reader.Search;

namespace BpoDirectory.Tests.Components.Reader.Search;

public sealed class ResultsPageTests
{
    [Theory]
    [InlineData(0, 1, 200)]
    [InlineData(24, 1, 200)]
    [InlineData(24, 2, 404)]
    [InlineData(25, 2, 200)]
    [InlineData(25, 3, 404)]
    public void A_page_past_the_end_does_not_exist(int total, int page, int status) =>
        Assert.Equal(status, new ResultsPage(Answers.Asked("a", page), Answers.WithTotal(total, "a"), "").Status);

    [Fact]
    public void A_page_that_is_no_number_is_a_bad_request() =>
        Assert.Equal(400, new ResultsPage(Answers.Asked("a") with { Page = null }, Answers.WithTotal(1, "a"), "").Status);

    [Theory]
    [InlineData("payroll", 1, "60 results for ‘payroll’")]
    [InlineData("payroll", 2, "60 results for ‘payroll’, page 2")]
    [InlineData("", 1, "Departments")]
    public void Each_page_has_a_title_of_its_own(string query, int page, string expected) =>
        Assert.Equal(expected, new ResultsPage(Answers.Asked(query, page), Answers.WithTotal(60, query), "Departments").Title);
}
