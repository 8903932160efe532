using BpoDirectory.Data;
using BpoDirectory.Functions;
using BpoDirectory.Tests.Catalog;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Functions;

public sealed class FunctionCoverageTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private readonly FunctionCoverage _coverage = database.Get<FunctionCoverage>();

    [Fact]
    public async Task Every_function_comes_with_its_owners_in_order()
    {
        var rows = await ListAsync(new CoverageRequest { Sort = CoverageSort.Name });

        var expected = BuiltInCatalog.Files.Functions.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).ToList();
        Assert.Equal(expected.Select(f => (f.Slug, f.Name, f.Owners.Count)), rows.Select(r => (r.Slug, r.Name, r.OwnerCount)));
        Assert.Equal(
            expected.Select(f => string.Join(' ', f.Owners.Select(o => o.Department))),
            rows.Select(r => string.Join(' ', r.Owners.Select(o => o.Slug))));
        Assert.All(rows, row => Assert.Equal(Enumerable.Range(1, row.OwnerCount), row.Owners.Select(o => o.Rank)));
    }

    [Fact]
    public async Task Functions_stand_by_the_office_and_name_of_their_main_owner()
    {
        var rows = await ListAsync(new CoverageRequest());

        Assert.Equal(
            rows.OrderBy(r => r.Main!.Office).ThenBy(r => r.Main!.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase), rows);
        Assert.Equal(
            rows, (await _coverage.ListAsync(new CoverageRequest(), 0, 30))
                .Concat(await _coverage.ListAsync(new CoverageRequest(), 30, 1_000)), Same);
    }

    [Theory]
    [InlineData(CoverageSort.Name)]
    [InlineData(CoverageSort.Owner)]
    [InlineData(CoverageSort.Count)]
    public async Task An_order_can_be_turned_round(CoverageSort sort)
    {
        object Key(CoverageRow row) => sort switch
        {
            CoverageSort.Name => row.Slug,
            CoverageSort.Owner => row.Main!.Slug,
            _ => row.OwnerCount,
        };

        var there = (await ListAsync(new CoverageRequest { Sort = sort })).Select(Key);
        var back = (await ListAsync(new CoverageRequest { Sort = sort, IsReversed = true })).Select(Key);

        Assert.Equal(there, back.Reverse());
    }

    [Theory]
    [InlineData(OwnerFilter.Any)]
    [InlineData(OwnerFilter.Main)]
    [InlineData(OwnerFilter.Co)]
    [InlineData(OwnerFilter.Several)]
    public async Task Functions_are_narrowed_by_their_owners_of_an_office_or_service_line(OwnerFilter filter)
    {
        var front = BuiltInCatalog.Departments.Where(d => d.Value.Office == Office.Front).Select(d => d.Key).ToList();
        var line = BuiltInCatalog.Files.ServiceLines.First(l => l.Slug == "it-services").Departments.ToList();

        foreach (var (request, departments) in new[]
                 {
                     (new CoverageRequest { Owners = filter, Office = Office.Front }, front),
                     (new CoverageRequest { Owners = filter, ServiceLine = "it-services" }, line),
                     (new CoverageRequest { Owners = filter, Office = Office.Front, ServiceLine = "it-services" },
                         [.. front.Intersect(line)]),
                     (new CoverageRequest { Owners = filter }, [.. BuiltInCatalog.Departments.Keys]),
                 })
        {
            var expected = BuiltInCatalog.Files.Functions
                .Where(f => filter != OwnerFilter.Several || f.Owners.Count > 1)
                .Where(f => f.Owners.Index().Any(o => departments.Contains(o.Item.Department)
                    && (filter != OwnerFilter.Main || o.Index == 0) && (filter != OwnerFilter.Co || o.Index > 0)));

            Assert.Equal(expected.Select(f => f.Slug).Order(), (await ListAsync(request)).Select(r => r.Slug).Order());
            Assert.Equal(expected.Count(), await _coverage.CountAsync(request));
        }
    }

    [Fact]
    public async Task Functions_without_an_owner_come_first_and_are_counted_and_an_archived_main_owner_is_none()
    {
        var other = new CatalogDatabase();
        await other.InitializeAsync();
        await other.Gate.WriteAsync(async db =>
        {
            db.Add(new BusinessFunction("time-sheets", "Time sheets", "Counts hours."));
            (await db.Departments.SingleAsync(d => d.Slug == "finance-and-accounting")).Archive();
        });
        var coverage = other.Get<FunctionCoverage>();
        var alone = BuiltInCatalog.Files.Functions.Where(f => f.Owners is [{ Department: "finance-and-accounting" }]).Select(f => f.Slug)
            .Append("time-sheets");

        var nobody = await coverage.ListAsync(new CoverageRequest { Owners = OwnerFilter.Nobody }, 0, 1_000);
        var all = await coverage.ListAsync(new CoverageRequest(), 0, 1_000);

        Assert.Equal(alone.Order(), nobody.Select(r => r.Slug).Order());
        Assert.Equal(alone.Count(), (await coverage.CountAsync()).Nobody);
        Assert.Null(all[0].Main);
        Assert.Equal(("human-resources", 2), all.Single(r => r.Slug == "payroll-processing").Owners.Select(o => (o.Slug, o.Rank)).Single());
        Assert.Null(all.Single(r => r.Slug == "payroll-processing").Main);
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Counts_are_over_all_functions() =>
        Assert.Equal(
            new CoverageCounts(BuiltInCatalog.Files.Functions.Count, BuiltInCatalog.Files.Functions.Count(f => f.Owners.Count > 1), 0),
            await _coverage.CountAsync());

    [Fact]
    public async Task Columns_are_the_owners_of_the_rows_by_office_and_name()
    {
        var rows = await _coverage.ListAsync(new CoverageRequest { Office = Office.Front }, 0, 1_000);

        var columns = new CoverageColumns(rows);

        Assert.Equal(
            rows.SelectMany(r => r.Owners).Select(o => o.Slug).Distinct().Order(), columns.Departments.Select(d => d.Slug).Order());
        Assert.Equal(columns.Departments.OrderBy(d => d.Office).ThenBy(d => d.Name, StringComparer.OrdinalIgnoreCase), columns.Departments);
        Assert.False(columns.HasOthers);
    }

    [Fact]
    public void Where_there_is_no_room_for_all_columns_main_owners_have_one_and_the_others_are_counted()
    {
        CoverageOwner Owner(string slug, int rank) => new(slug, slug, Office.Back, rank);
        var rows = Enumerable.Range(0, CoverageColumns.Most)
            .Select(i => new CoverageRow($"f{i}", $"F{i}", [Owner($"main{i:00}", 1), Owner($"co{i:00}", 2)], 5)).ToList();

        var columns = new CoverageColumns(rows);

        Assert.Equal(Enumerable.Range(0, CoverageColumns.Most).Select(i => $"main{i:00}"), columns.Departments.Select(d => d.Slug));
        Assert.True(columns.HasOthers);
        Assert.All(rows, row => Assert.Equal(4, columns.CountOthers(row)));
    }

    private async Task<IReadOnlyList<CoverageRow>> ListAsync(CoverageRequest request) => await _coverage.ListAsync(request, 0, 1_000);

    private static bool Same(CoverageRow one, CoverageRow other) => one.Slug == other.Slug;
}
