using BpoDirectory.Data;
using BpoDirectory.Search;

namespace BpoDirectory.Tests.Search.Ranking;

public sealed class FunctionAnswerTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public void Question_for_one_function_is_answered_with_it_and_its_owners_in_order()
    {
        var function = database.Ask("who handles payroll?").Function;

        Assert.NotNull(function);
        Assert.Equal("Payroll processing", function.Name);
        Assert.Equal(["Finance and Accounting", "Human Resources"], function.Owners.Select(owner => owner.Name));
        Assert.Equal(MatchField.Function, function.Match.Field);
    }

    [Theory]
    [InlineData("marketing")]
    [InlineData("guitar tuning")]
    [InlineData("management")]
    public void Question_for_no_function_in_particular_is_not(string question) => Assert.Null(database.Ask(question).Function);

    [Fact]
    public void Function_whose_owners_are_all_filtered_out_is_no_answer()
    {
        var answer = database.Search.Search(new SearchRequest { Text = "payroll", Offices = [Office.None] });

        Assert.Equal(0, answer.Total);
        Assert.Null(answer.Function);
        Assert.True(answer.IsAnswered);
    }

    [Fact]
    public void Function_stands_on_the_first_page_only() =>
        Assert.Null(database.Search.Search(new SearchRequest { Text = "payroll", Page = 2, PageSize = 1 }).Function);
}
