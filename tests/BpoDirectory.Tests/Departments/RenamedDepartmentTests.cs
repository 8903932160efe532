using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Departments;
using BpoDirectory.Functions;
using BpoDirectory.ServiceLines;

namespace BpoDirectory.Tests.Departments;

/// <summary>A renamed department keeps its old addresses.</summary>
public sealed class RenamedDepartmentTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();

    private DepartmentReader Reader => _database.Get<DepartmentReader>();

    private SlugRedirects Former => _database.Get<SlugRedirects>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Former_slug_leads_to_the_present_one()
    {
        await _database.EditAsync("legal", d => d.Rename("Legal Affairs and Law", "legal-affairs"));

        Assert.Null(Reader.Find("legal"));
        Assert.Equal("legal-affairs", Former.FindPresentSlug(EntryType.Department, "legal"));
        Assert.Equal("legal-affairs", Former.FindPresentSlug(EntryType.Department, "LEGAL"));
        Assert.Equal("Legal Affairs and Law", (Reader.Find("legal-affairs"))!.Name);
    }

    [Fact]
    public async Task Every_former_slug_leads_to_the_present_one_in_one_step()
    {
        await _database.EditAsync("legal", d => d.Rename("Law", "law"));
        await _database.EditAsync("law", d => d.Rename("Law and Order", "law-and-order"));

        Assert.Equal("law-and-order", Former.FindPresentSlug(EntryType.Department, "legal"));
        Assert.Equal("law-and-order", Former.FindPresentSlug(EntryType.Department, "law"));
    }

    [Fact]
    public async Task Slug_that_is_taken_back_leads_nowhere_else()
    {
        await _database.EditAsync("legal", d => d.Rename("Law", "law"));
        await _database.EditAsync("law", d => d.Rename("Legal", "legal"));

        Assert.NotNull(Reader.Find("legal"));
        Assert.Null(Former.FindPresentSlug(EntryType.Department, "legal"));
        Assert.Equal("legal", Former.FindPresentSlug(EntryType.Department, "law"));
    }

    [Fact]
    public async Task Links_from_elsewhere_show_the_present_name()
    {
        await _database.EditAsync("customer-service", d => d.Rename("Customer Happiness", "customer-happiness"));

        Assert.Equal(new NamedLink("customer-happiness", "Customer Happiness"), (Reader.Find("call-center"))!.Parent);
        var function = await _database.Get<BusinessFunctionReader>().FindAsync("chat-support");
        Assert.Equal(["customer-happiness"], function!.Owners.Select(o => o.Slug));
        var line = await _database.Get<ServiceLineReader>().FindAsync("customer-support");
        Assert.Equal(["Customer Happiness"], line!.Departments.Select(d => d.Name));
    }
}
