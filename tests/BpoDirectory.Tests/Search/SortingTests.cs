using BpoDirectory.Search;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Search;

public sealed class SortingTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public void Offices_come_in_their_order_and_by_name() =>
        Assert.Equal(
            List(DepartmentSort.Name).OrderBy(item => item.Office).Select(item => item.Slug),
            List(DepartmentSort.Office).Select(item => item.Slug));

    [Fact]
    public void Parts_come_by_their_parents_and_what_is_no_part_comes_last()
    {
        var parents = List(DepartmentSort.Parent).Select(item => item.Parent?.Name).ToList();

        Assert.Equal([.. parents.OfType<string>().Order(StringComparer.Ordinal), .. parents.Where(parent => parent is null)], parents);
        Assert.NotNull(parents[0]);
    }

    [Fact]
    public void Departments_of_no_service_line_come_last_in_either_direction()
    {
        foreach (var isReversed in new[] { false, true })
        {
            var haveLine = List(DepartmentSort.Lines, isReversed).Select(item => item.ServiceLines.Count > 0).ToList();
            Assert.Equal(haveLine.OrderDescending(), haveLine);
        }
        Assert.NotEqual(List(DepartmentSort.Lines)[0].ServiceLines[0], List(DepartmentSort.Lines, isReversed: true)[0].ServiceLines[0]);
    }

    [Fact]
    public async Task Those_that_own_most_functions_come_first()
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        var counts = await db.Departments.ToDictionaryAsync(d => d.Slug, d => d.Functions.Count);

        var sorted = List(DepartmentSort.Functions).Select(item => counts[item.Slug]).ToList();

        Assert.Equal(counts.Values.OrderDescending(), sorted);
        Assert.Equal(counts.Values.Order(), List(DepartmentSort.Functions, isReversed: true).Select(item => counts[item.Slug]));
    }

    [Theory]
    [InlineData(DepartmentSort.Name)]
    [InlineData(DepartmentSort.Summary)]
    public void An_order_without_equals_is_turned_round_whole(DepartmentSort sort) =>
        Assert.Equal(List(sort).Select(item => item.Slug).Reverse(), List(sort, isReversed: true).Select(item => item.Slug));

    [Fact]
    public void Answers_to_a_question_are_sorted_too_and_keep_their_reasons()
    {
        var answer = database.Search.Search(new SearchRequest { Text = "data", Sort = DepartmentSort.Office, PageSize = 100 });

        Assert.Equal(answer.Items.Select(item => item.Office).Order(), answer.Items.Select(item => item.Office));
        Assert.All(answer.Items, item => Assert.NotNull(item.Match));
    }

    [Fact]
    public async Task An_order_follows_what_is_changed()
    {
        var own = new CatalogDatabase();
        await own.InitializeAsync();
        Assert.NotEqual("legal", First());

        await own.EditAsync("legal", department => department.Describe("AAA", department.Description));

        Assert.Equal("legal", First());
        await own.DisposeAsync();

        string First() => own.Search.Search(new SearchRequest { Sort = DepartmentSort.Summary }).Items[0].Slug;
    }

    private IReadOnlyList<DepartmentResult> List(DepartmentSort sort, bool isReversed = false) =>
        database.Search.Search(new SearchRequest { Sort = sort, IsReversed = isReversed, PageSize = 100 }).Items;
}
