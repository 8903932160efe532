using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Tests.Search;

public sealed class PagingTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData(null, 5)]
    [InlineData(null, 20)]
    [InlineData(null, 21)]
    [InlineData("data", 1)]
    [InlineData("data", 2)]
    [InlineData("outsourcing", 7)]
    [InlineData("payroll", 100)]
    public void Pages_partition_the_list(string? question, int pageSize)
    {
        var whole = database.Ask(question).Items.Select(item => item.Slug).ToList();

        Assert.Equal(whole, Pages(database.Search, new SearchRequest { Text = question, PageSize = pageSize }));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1_000)]
    [InlineData(int.MaxValue)]
    public void Page_past_the_end_is_empty_but_knows_the_total(int page)
    {
        var answer = database.Search.Search(new SearchRequest { Page = page, PageSize = 100 });

        Assert.Equal((21, page, 100), (answer.Total, answer.Page, answer.PageSize));
        Assert.Empty(answer.Items);
        Assert.Empty(database.Search.Search(new SearchRequest { Text = "payroll", Page = page, PageSize = 100 }).Items);
    }

    [Fact]
    public void Usual_page_has_25() => Assert.Equal((25, 1), (new SearchRequest().PageSize, new SearchRequest().Page));

    [Theory]
    [InlineData(null)]
    [InlineData("data")]
    public void Sort_by_name_goes_from_A_to_Z(string? question)
    {
        var items = database.Search.Search(new SearchRequest { Text = question, Sort = DepartmentSort.Name, PageSize = 100 }).Items;

        Assert.Equal(items.Select(i => i.Name).Order(StringComparer.OrdinalIgnoreCase), items.Select(i => i.Name));
        Assert.Equal(database.Ask(question).Items.Select(i => i.Slug).Order(), items.Select(i => i.Slug).Order());
    }

    [Fact]
    public void Sorted_by_name_every_answer_still_says_why() =>
        Assert.All(database.Search.Search(new SearchRequest { Text = "data", Sort = DepartmentSort.Name }).Items,
            item => Assert.NotEmpty(item.Match!.Highlights));

    [Fact]
    public async Task Sort_by_update_puts_the_latest_change_first()
    {
        var own = new CatalogDatabase();
        await own.InitializeAsync();
        await own.EditAsync("legal", d => d.Describe(d.Summary, d.Description));
        await own.EditAsync("sales", d => d.Describe(d.Summary, d.Description));

        var items = own.Search.Search(new SearchRequest { Sort = DepartmentSort.Updated, PageSize = 100 }).Items;

        Assert.Equal(["sales", "legal"], items.Take(2).Select(i => i.Slug));
        Assert.Equal(
            items.OrderByDescending(i => i.UpdatedAt).ThenBy(i => i.Name, StringComparer.OrdinalIgnoreCase).Select(i => i.Slug),
            items.Select(i => i.Slug));
        Assert.Equal("legal", own.Search.Search(new SearchRequest { Text = "compliance", Sort = DepartmentSort.Updated }).Items[0].Slug);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Pages_of_a_large_answer_neither_overlap_nor_leave_anything_out()
    {
        const int many = 230;
        var large = new CatalogDatabase();
        await large.InitializeAsync();
        await large.Gate.WriteAsync(async db =>
        {
            var departments = Enumerable.Range(0, many).Select(i =>
            {
                var department =
                    new Department(
                        $"zeppelin-{i}", $"Unit {i:000}",
                        i % 3 == 0 ? "Repairs zeppelins." : "Looks after the zeppelin that others repair, and after hangars.");
                department.SetOffice(i % 2 == 0 ? Office.Front : Office.Back, OfficeBasis.Judged, "A reason.", Side.Provider);
                department.Touch(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i * 37 % many));
                return department;
            }).ToList();
            db.AddRange(departments);
            await db.SaveChangesAsync();
            await SearchIndex.UpdateAsync(db, [.. departments.Select(d => d.Id)], CancellationToken.None);
        });

        foreach (var sort in Enum.GetValues<DepartmentSort>())
            foreach (var pageSize in new[] { 7, 25, 64, 100 })
            {
                var slugs = Pages(large.Search, new SearchRequest { Text = "zeppelin", Sort = sort, PageSize = pageSize });
                Assert.Equal(many, slugs.Count);
                Assert.Equal(many, slugs.Distinct().Count());
                Assert.Equal(
                    many / 2, Pages(large.Search,
                        new SearchRequest { Text = "zeppelin", Sort = sort, PageSize = pageSize,
                            Offices = [Office.Front] }).Distinct().Count());
            }
        Assert.Equal(many + 21, Pages(large.Search, new SearchRequest { PageSize = 100 }).Distinct().Count());
        await large.DisposeAsync();
    }

    private static List<string> Pages(DepartmentSearch search, SearchRequest request)
    {
        var slugs = new List<string>();
        for (var page = 1; ; page++)
        {
            var answer = search.Search(request with { Page = page });
            if (answer.Items.Count == 0)
                return slugs;
            Assert.True(answer.Items.Count == request.PageSize || slugs.Count + answer.Items.Count == answer.Total);
            slugs.AddRange(answer.Items.Select(item => item.Slug));
        }
    }
}
