using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Departments;
using BpoDirectory.Tests.Catalog;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentComparisonTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Theory]
    [InlineData("sales", "marketing")]
    [InlineData("finance-and-accounting", "human-resources")]
    [InlineData("sales", "marketing", "call-center")]
    [InlineData("legal", "logistics", "it-support")]
    public async Task Functions_are_shared_when_their_entry_names_several_of_the_departments(params string[] slugs)
    {
        var owned = BuiltInCatalog.Files.Functions.ToDictionary(
            f => f.Slug, f => f.Owners.Select(o => o.Department).Where(slugs.Contains).ToList());

        var comparison = new DepartmentComparison((await Reader(database).FindAsync(slugs)).Departments);

        Assert.Equal(Those(owned.Where(f => f.Value.Count == slugs.Length)), comparison.OfAll.Select(f => f.Slug).Order());
        Assert.Equal(
            Those(owned.Where(f => f.Value.Count > 1 && f.Value.Count < slugs.Length)), comparison.OfSome.Select(f => f.Slug).Order());
        foreach (var (index, slug) in slugs.Index())
            Assert.Equal(
                Those(owned.Where(f => f.Value is [var only] && only == slug)), comparison.OfOneOnly[index].Select(f => f.Slug).Order());
        Assert.All(comparison.OfAll.Concat(comparison.OfSome), function =>
            Assert.Equal(slugs.Select(owned[function.Slug].Contains), function.Parts.Select(part => part is not null)));
    }

    [Fact]
    public async Task A_shared_function_tells_who_else_owns_it_and_whether_that_is_the_main_owner()
    {
        var comparison =
            new DepartmentComparison((await Reader(database).FindAsync(["information-technology", "customer-service"])).Departments);

        var support = comparison.OfAll.Single(function => function.Slug == "technical-support");
        Assert.Equal([2, 3], support.Parts.Select(part => part!.Rank));
        Assert.Equal(["it-support"], support.Others.Select(other => other.Slug));
        Assert.Equal("it-support", support.MainOwner!.Slug);
    }

    [Fact]
    public async Task Functions_of_the_same_words_are_two_functions()
    {
        var other = new CatalogDatabase();
        await other.InitializeAsync();
        await other.Gate.WriteAsync(async db =>
        {
            foreach (var (slug, name) in new[] { ("sales", "Sales talks"), ("marketing", "Sales talk") })
            {
                var function = new BusinessFunction($"{slug}-talk", name, "Talks about sales.");
                function.Owners.Add(new FunctionOwner(await db.Departments.SingleAsync(d => d.Slug == slug), 1));
                db.Add(function);
            }
        });

        var comparison = new DepartmentComparison((await Reader(other).FindAsync(["sales", "marketing"])).Departments);

        Assert.DoesNotContain(comparison.OfAll, function => function.Slug.EndsWith("-talk", StringComparison.Ordinal));
        Assert.Contains(comparison.OfOneOnly[0], function => function.Slug == "sales-talk");
        Assert.Contains(comparison.OfOneOnly[1], function => function.Slug == "marketing-talk");
        await other.DisposeAsync();
    }

    [Theory]
    [InlineData("sales")]
    [InlineData("Sales")]
    [InlineData(" SALES ")]
    public async Task A_department_is_named_by_slug_or_name_without_regard_to_case(string text) =>
        Assert.Equal(["sales"], (await Reader(database).FindAsync([text])).Departments.Select(d => d.Slug));

    [Fact]
    public async Task A_department_is_named_by_an_alias()
    {
        var choice = await Reader(database).FindAsync(["Accounting"]);

        Assert.Equal(["finance-and-accounting"], choice.Departments.Select(d => d.Slug));
        Assert.True(choice.IsByOtherName);
    }

    [Fact]
    public async Task Blank_ones_name_none_and_repeated_ones_count_once()
    {
        var choice = await Reader(database).FindAsync(["", null, "sales", "  ", "Sales"]);

        Assert.Equal(["sales"], choice.Departments.Select(d => d.Slug));
        Assert.Equal(["sales"], choice.Repeated.Select(d => d.Slug));
        Assert.Empty(choice.Unknown);
    }

    [Fact]
    public async Task Beyond_three_they_are_left_out()
    {
        var choice = await Reader(database).FindAsync(["sales", "legal", "logistics", "marketing", "operations"]);

        Assert.Equal(["sales", "legal", "logistics"], choice.Departments.Select(d => d.Slug));
        Assert.Equal(["marketing", "operations"], choice.LeftOut.Select(d => d.Slug));
    }

    [Fact]
    public async Task What_no_department_is_called_is_told_with_those_that_have_it_in_their_names()
    {
        var choice = await Reader(database).FindAsync(["human", "zeppelins", "%", "data"]);

        Assert.Equal(["human", "zeppelins", "%", "data"], choice.Unknown.Select(unknown => unknown.Text));
        Assert.Equal(["human-resources"], choice.Unknown[0].Near.Select(near => near.Slug));
        Assert.Empty(choice.Unknown[1].Near);
        Assert.Empty(choice.Unknown[2].Near);
        Assert.Equal("data-entry-and-data-processing", choice.Unknown[3].Near[0].Slug);
    }

    [Fact]
    public async Task Former_and_archived_addresses_are_followed_and_archived_ones_without_successor_are_unknown()
    {
        var other = new CatalogDatabase();
        await other.InitializeAsync();
        await other.EditAsync("legal", d => d.Rename("Law", "law"));
        await other.Gate.WriteAsync(async db =>
        {
            var logistics = await db.Departments.SingleAsync(d => d.Slug == "logistics");
            logistics.SucceedBy(await db.Departments.SingleAsync(d => d.Slug == "supply-chain-management"));
            logistics.Archive();
            (await db.Departments.SingleAsync(d => d.Slug == "operations")).Archive();
        });

        var choice = await Reader(other).FindAsync(["legal", "logistics", "operations"]);

        Assert.Equal(["law", "supply-chain-management"], choice.Departments.Select(d => d.Slug));
        Assert.Equal(["logistics"], choice.Former);
        Assert.Equal(["operations"], choice.Unknown.Select(unknown => unknown.Text));
        Assert.DoesNotContain(choice.Unknown[0].Near, near => near.Slug == "operations");
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Proposals_are_pairs_with_the_number_of_functions_that_both_own()
    {
        var proposals = await Reader(database).SharingMostAsync(5);

        Assert.Equal(5, proposals.Count);
        Assert.All(proposals, pair => Assert.Equal(
            BuiltInCatalog.Files.Functions.Count(
                f => f.Owners.Exists(o => o.Department == pair.First.Slug) && f.Owners.Exists(o => o.Department == pair.Second.Slug)),
            pair.FunctionCount));
        Assert.Equal(proposals.Select(pair => pair.FunctionCount).OrderDescending(), proposals.Select(pair => pair.FunctionCount));
    }

    [Fact]
    public async Task All_departments_are_listed_only_where_they_are_few()
    {
        Assert.Equal(21, (await Reader(database).ListAsync(21))!.Count);
        Assert.Null(await Reader(database).ListAsync(20));
    }

    private static ComparisonReader Reader(CatalogDatabase catalog) =>
        new(catalog.Get<DepartmentReader>(), catalog.Get<SlugRedirects>(), catalog.Contexts);

    private static IEnumerable<string> Those(IEnumerable<KeyValuePair<string, List<string>>> functions) =>
        functions.Select(f => f.Key).Order();
}
