using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Departments;
using BpoDirectory.Functions;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;
using BpoDirectory.ServiceLines;

namespace BpoDirectory.Tests.Departments;

/// <summary>An archived department is nowhere to be seen, and comes back everywhere.</summary>
public sealed class ArchivedDepartmentTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task It_has_no_details_and_no_address()
    {
        await _database.EditAsync("legal", d => d.Rename("Law", "law"));
        await ArchiveAsync("law");

        var reader = _database.Get<DepartmentReader>();
        Assert.Null(reader.Find("law"));
        Assert.Null(_database.Get<SlugRedirects>().FindPresentSlug(EntryType.Department, "legal"));
    }

    [Fact]
    public async Task It_is_no_parent_child_co_owner_or_neighbour_of_others()
    {
        var reader = _database.Get<DepartmentReader>();
        await ArchiveAsync("human-resources");
        await ArchiveAsync("call-center");
        await ArchiveAsync("information-technology");

        var finance = reader.Find("finance-and-accounting");
        Assert.Empty(finance!.Functions.Single(f => f.Slug == "payroll-processing").CoOwners);
        Assert.DoesNotContain(finance.Related, r => r.Slug == "human-resources");
        Assert.Empty(reader.Find("customer-service")!.Children);
        Assert.Null(reader.Find("it-support")!.Parent);
    }

    [Fact]
    public async Task It_owns_no_functions()
    {
        var reader = _database.Get<BusinessFunctionReader>();
        await ArchiveAsync("human-resources");

        var payroll = await reader.FindAsync("payroll-processing");
        Assert.Equal(["finance-and-accounting"], payroll!.Owners.Select(o => o.Slug));
        Assert.Equal(["S3"], payroll.Sources.Select(s => s.Code));
        Assert.DoesNotContain((await reader.FindAllAsync("", 0, 1_000)).Functions, f => f.Owners.Any(o => o.Slug == "human-resources"));
    }

    [Fact]
    public async Task It_delivers_no_service_line_and_is_near_no_type()
    {
        await ArchiveAsync("sales");
        await ArchiveAsync("information-technology");

        var lines = _database.Get<ServiceLineReader>();
        Assert.Equal(["marketing"], (await lines.FindAsync("sales-and-marketing"))!.Departments.Select(d => d.Slug));
        Assert.DoesNotContain(await lines.ListAsync(), l => l.Departments.Any(d => d.Slug is "sales" or "information-technology"));
        var types = _database.Get<OutsourcingTypeReader>();
        Assert.Equal(["it-support"], (await types.FindAsync("ito"))!.Departments.Select(d => d.Slug));
        Assert.DoesNotContain(await types.ListAsync(), t => t.Departments.Any(d => d.Slug == "information-technology"));
    }

    [Fact]
    public async Task It_is_in_no_group_and_not_counted()
    {
        await ArchiveAsync("customer-service");

        var groups = _database.Get<DepartmentGroups>().List();

        var front = groups.Single(g => g.Office == Office.Front);
        Assert.Equal(3, front.Count);
        Assert.Equal(["Call Center", "Marketing", "Sales"], front.Departments.Select(d => d.Name));
    }

    [Fact]
    public async Task Office_whose_departments_are_all_archived_has_no_group()
    {
        await ArchiveAsync("it-support");

        var groups = _database.Get<DepartmentGroups>().List();

        Assert.DoesNotContain(groups, g => g.Office == Office.Both);
    }

    [Fact]
    public async Task It_is_not_found_listed_or_counted_by_search()
    {
        await ArchiveAsync("content-moderation");

        var all = _database.Search.Search(new SearchRequest { PageSize = 100 });
        Assert.Equal(20, all.Total);
        Assert.DoesNotContain(all.Items, i => i.Slug == "content-moderation");
        Assert.DoesNotContain(all.Facets[Facet.Line], l => l.Value == "content-moderation");
        foreach (var question in new[] { "content moderation", "user-generated content", "trust and safety", "flagging harmful posts" })
            Assert.DoesNotContain(_database.Ask(question).Items, i => i.Slug == "content-moderation");
    }

    [Fact]
    public async Task It_is_no_parent_in_a_list()
    {
        await ArchiveAsync("customer-service");

        var answer = _database.Ask("call center");

        Assert.Null(answer.Items.Single(i => i.Slug == "call-center").Parent);
    }

    [Fact]
    public async Task Restored_it_is_back_everywhere()
    {
        await ArchiveAsync("content-moderation");
        await _database.EditAsync("content-moderation", d => d.Restore());

        Assert.NotNull(_database.Get<DepartmentReader>().Find("content-moderation"));
        Assert.Equal(21, _database.Search.Search(new SearchRequest()).Total);
        Assert.Equal("content-moderation", _database.Ask("user-generated content").Items[0].Slug);
        Assert.Single((await _database.Get<ServiceLineReader>().FindAsync("content-moderation"))!.Departments);
    }

    private Task ArchiveAsync(string slug) => _database.EditAsync(slug, d => d.Archive());
}
