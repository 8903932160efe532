using BpoDirectory.Data;
using BpoDirectory.Departments;

namespace BpoDirectory.Tests.Departments;

public sealed class ComparisonRowsTests
{
    private static readonly NamedLink Third = new("third", "Third");

    [Fact]
    public void Rows_in_which_any_department_has_something_stand_in_order()
    {
        var rows = Compare(
            false, Compared.Department("a") with { Sites = [new SiteLink("berlin", "Berlin", null, null)] }, Compared.Department("b"));

        Assert.Equal(
            [ComparedField.Summary, ComparedField.Sites, ComparedField.Office], rows.Shown.Select(row => row.Field));
        Assert.Equal([["Berlin"], []], rows.Find(ComparedField.Sites)!.Cells);
    }

    [Fact]
    public void Rows_that_are_the_same_are_left_out_on_demand_and_counted_in_any_case()
    {
        DepartmentDetails[] both = [Compared.Department("a"), Compared.Department("b") with { Summary = "Rests." }];

        var (all, different) = (Compare(false, both), Compare(true, both));

        Assert.Equal([ComparedField.Summary, ComparedField.Office], all.Shown.Select(row => row.Field));
        Assert.Equal([ComparedField.Summary], different.Shown.Select(row => row.Field));
        Assert.Equal((1, 1), (all.SameCount, different.SameCount));
    }

    [Fact]
    public void A_row_of_three_is_the_same_only_where_all_have_the_same()
    {
        var rows = Compare(
            true, Compared.Department("a"), Compared.Department("b"),
            Compared.Department("c") with { Aliases = [new CitedText("Sea", [])] });

        Assert.Equal([ComparedField.Aliases], rows.Shown.Select(row => row.Field));
    }

    [Fact]
    public void Functions_with_the_same_part_of_all_are_the_same_and_others_are_not()
    {
        var rows = Compare(
            true,
            Compared.Department("a") with { Functions = [Owned("alike", 2), Owned("unlike", 1), Owned("reasoned", 2, "Because.")] },
            Compared.Department("b") with { Functions = [Owned("alike", 3), Owned("unlike", 2), Owned("reasoned", 3)] });

        Assert.Equal(["unlike", "reasoned"], rows.FunctionsOf(ComparedField.FunctionOfAll).Select(function => function.Slug));
        Assert.Equal([["Main owner"], ["Co-owner"]], rows.Shown.Single(row => row.Title == "unlike").Cells);
    }

    [Fact]
    public void Functions_of_one_only_are_told_with_their_main_owner()
    {
        var rows = Compare(
            false, Compared.Department("a") with { Functions = [Owned("main", 1), Owned("beside", 2)] }, Compared.Department("b"));

        Assert.Equal([["main"], []], rows.Find(ComparedField.MainOwner)!.Cells);
        Assert.Equal([["beside with Third"], []], rows.Find(ComparedField.CoOwner)!.Cells);
        Assert.Equal("Functions of one only", rows.HeadingOf(ComparedField.CoOwner));
    }

    [Fact]
    public void Hours_are_compared_with_their_place_and_not_with_the_time_of_asking()
    {
        var week = new OpenDays(DayOfWeek.Monday, DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(18, 0));

        var rows = Compare(
            true, Compared.Department("a") with { Hours = new OpeningHours("Asia/Manila", false, [week], null) },
            Compared.Department("b") with { Hours = new OpeningHours("Europe/Berlin", false, [week], null) });

        Assert.Equal(
            [["Monday to Friday, 09:00 to 18:00", "Time in Manila"], ["Monday to Friday, 09:00 to 18:00", "Time in Berlin"]],
            rows.Find(ComparedField.Hours)!.Cells);
    }

    [Fact]
    public void Side_of_the_contract_is_a_row_only_where_it_differs()
    {
        var provider = Compared.Department("a");

        Assert.Null(Compare(false, provider, Compared.Department("b")).Find(ComparedField.Side));
        Assert.NotNull(Compare(false, provider, Compared.Department("b") with { Side = Side.Client }).Find(ComparedField.Side));
    }

    private static ComparisonRows Compare(bool isOnlyDifferent, params DepartmentDetails[] departments) =>
        new(new DepartmentComparison(departments), isOnlyDifferent);

    private static OwnedFunction Owned(string name, int rank, string? reason = null) => new(name, name, rank, reason, null, [Third], []);
}
