using BpoDirectory.Components.Reader.Search;
using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Tests.Components.Reader.Search;

public sealed class ResultsAddressTests
{
    [Fact]
    public void An_address_without_parameters_asks_for_nothing() =>
        Assert.False(Read().IsAsked);

    [Fact]
    public void A_blank_question_asks_for_nothing() =>
        Assert.False(Read(query: " \t").IsAsked);

    [Fact]
    public void Any_parameter_asks_for_results()
    {
        Assert.True(Read(query: "payroll").IsAsked);
        Assert.True(Read(offices: ["front"]).IsAsked);
        Assert.True(Read(lines: ["it-services"]).IsAsked);
        Assert.True(Read(types: ["kpo"]).IsAsked);
        Assert.True(Read(sides: ["client"]).IsAsked);
        Assert.True(Read(sort: "name").IsAsked);
        Assert.True(Read(view: "table").IsAsked);
        Assert.True(Read(page: "2").IsAsked);
        Assert.True(Read(page: "two").IsAsked);
    }

    [Fact]
    public void Unknown_values_are_ignored()
    {
        var address = Read(offices: ["middle", "1", "Front", "front,back", ""], sides: ["0"], sort: "best", view: "list");

        Assert.False(address.IsAsked);
        Assert.Equal("/", address.ToString());
    }

    [Fact]
    public void Slugs_are_taken_as_they_are_but_not_without_end()
    {
        var address =
            Read(lines: ["it-services", "it-services", "", new string('a', 101)],
                types: [.. Enumerable.Range(0, 500).Select(i => $"t{i}")]);

        Assert.Equal(["it-services"], address.ToRequest().ServiceLines);
        Assert.True(address.Choices.Count <= 30);
    }

    [Theory]
    [InlineData("site", "/?q=payroll&all=site")]
    [InlineData("Site", "/?q=payroll")]
    [InlineData("3", "/?q=payroll")]
    [InlineData(null, "/?q=payroll")]
    public void A_facet_of_which_all_values_are_listed_stands_in_the_address_and_asks_for_nothing(string? whole, string expected)
    {
        Assert.Equal(expected, Read(query: "payroll", whole: whole).ToString());
        Assert.False(Read(whole: whole).IsAsked);
    }

    [Fact]
    public void The_whole_state_comes_back_from_the_address()
    {
        const string State =
            "/departments?q=pay%20%26%20roll&office=front&office=back&line=it-services&type=kpo&side=client&sort=updated&reverse=1&view=table&breadth=all&page=3";

        var address =
            Read("/departments", "pay & roll", ["front", "back"], ["it-services"], ["kpo"], ["client"], "updated", "1", "table", "all",
                "3");

        Assert.Equal(State, address.ToString());
    }

    [Fact]
    public void Hostile_text_cannot_leave_its_parameter() =>
        Assert.Equal("/?q=%22%3E%3Cscript%3E%26page%3D9%23", Read(query: "\"><script>&page=9#").ToString());

    [Fact]
    public void A_question_is_cut_to_200_characters_and_never_through_one()
    {
        Assert.Equal(200, Read(query: new string('a', 5_000)).Query.Length);
        Assert.Equal(new string('a', 199), Read(query: new string('a', 199) + "😀").Query);
    }

    [Fact]
    public void Choosing_a_value_adds_it_and_goes_to_the_first_page() =>
        Assert.Equal("/?q=pay&office=back", Read(query: "pay", page: "2").Toggle(new(Facet.Office, "back")).ToString());

    [Fact]
    public void Choosing_a_value_again_removes_it() =>
        Assert.Equal(
            "/?office=front&line=sales", Read(offices: ["front", "back"], lines: ["sales"]).Toggle(new(Facet.Office, "back")).ToString());

    [Theory]
    [InlineData(null, 1)]
    [InlineData("1", 1)]
    [InlineData("007", 7)]
    [InlineData("99999999999999999999", 1_000_000)]
    public void A_page_number_is_read(string? page, int expected) =>
        Assert.Equal(expected, Read(page: page).Page);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("000")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("two")]
    [InlineData("٣")]
    [InlineData("1 ")]
    public void Anything_else_is_no_page_number(string page) =>
        Assert.Null(Read(page: page).Page);

    [Fact]
    public void The_request_says_what_the_address_says()
    {
        var request = Read("/", "payroll", ["both", "none"], ["sales"], ["kpo"], ["provider"], "name", null, null, null, "2").ToRequest();

        Assert.Equal("payroll", request.Text);
        Assert.Equal([Office.Both, Office.None], request.Offices);
        Assert.Equal(["sales"], request.ServiceLines);
        Assert.Equal(["kpo"], request.OutsourcingTypes);
        Assert.Equal([Side.Provider], request.Sides);
        Assert.Equal(DepartmentSort.Name, request.Sort);
        Assert.Equal(2, request.Page);
        Assert.Equal(ResultsAddress.PageSize, request.PageSize);
    }

    [Theory]
    [InlineData("payroll", null, DepartmentSort.Relevance)]
    [InlineData("payroll", "name", DepartmentSort.Name)]
    [InlineData("", null, DepartmentSort.Name)]
    [InlineData("", "relevance", DepartmentSort.Name)]
    [InlineData("", "updated", DepartmentSort.Updated)]
    public void The_best_answer_comes_first_where_something_is_asked(string query, string? sort, DepartmentSort expected) =>
        Assert.Equal(expected, Read(query: query, sort: sort).Order);

    [Fact]
    public void A_new_question_keeps_filters_order_and_view_but_not_the_page() =>
        Assert.Equal(
            [new("office", "front"), new("sort", "name"), new("view", "table")],
            Read(query: "a", offices: ["front"], sort: "name", view: "table", page: "4").Parameters());

    [Theory]
    [InlineData(null, null, DepartmentSort.Office, "/?sort=office")]
    [InlineData("office", null, DepartmentSort.Office, "/?sort=office&reverse=1")]
    [InlineData("office", "1", DepartmentSort.Office, "/?sort=office")]
    [InlineData("office", "1", DepartmentSort.Name, "/?sort=name")]
    [InlineData(null, null, DepartmentSort.Name, "/?sort=name&reverse=1")]
    public void Sorting_by_the_column_in_effect_turns_the_order_round(
        string? sort, string? reverse, DepartmentSort column, string expected) =>
        Assert.Equal(expected, Read(sort: sort, reverse: reverse, page: "4").SortBy(column).ToString());

    [Theory]
    [InlineData("all", true, "/?q=training&breadth=all")]
    [InlineData("likely", false, "/?q=training")]
    [InlineData("everything", false, "/?q=training")]
    public void Less_likely_answers_are_a_part_of_the_address(string breadth, bool isBroad, string expected)
    {
        var address = Read(query: "training", breadth: breadth);

        Assert.Equal(isBroad ? SearchBreadth.All : SearchBreadth.Likely, address.ToRequest().Breadth);
        Assert.Equal(expected, address.ToString());
    }

    private static ResultsAddress Read(
        string path = "/", string? query = null, string[]? offices = null, string[]? lines = null, string[]? types = null,
        string[]? sides = null, string? sort = null, string? reverse = null, string? view = null, string? breadth = null,
        string? page = null, string? whole = null) =>
        ResultsAddress.Read(
            path, query,
            new Dictionary<Facet, string[]?> { [Facet.Office] = offices, [Facet.Line] = lines, [Facet.Type] = types, [Facet.Side] = sides },
            sort, reverse, view, breadth, reading: null, whole, page);
}
