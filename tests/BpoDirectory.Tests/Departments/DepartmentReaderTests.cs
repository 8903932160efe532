using BpoDirectory.Catalog;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Departments;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentReaderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private static readonly CatalogFiles Files = CatalogFiles.Read();

    private readonly DepartmentReader _reader = database.Get<DepartmentReader>();
    private readonly SlugRedirects _former = database.Get<SlugRedirects>();

    public static TheoryData<string> Slugs => [.. Files.Departments.Keys];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Details_hold_all_that_the_catalog_says_of_the_department(string slug)
    {
        var file = Files.Departments[slug];

        var details = _reader.Find(slug);

        Assert.NotNull(details);
        Assert.Equal(
            (slug, file.Name, file.Summary, file.Description.Trim()), (details.Slug, details.Name, details.Summary, details.Description));
        Assert.Equal(file.Icon, details.Icon);
        Assert.Equal(
            (file.Office, file.Basis, file.OfficeReason, file.Side),
            (details.Office, details.OfficeBasis, details.OfficeReason, details.Side));
        Assert.Equal(InOrder(file.OfficeSources), details.OfficeSources);
        Assert.Equal(file.Parent, details.Parent?.Slug);
        Assert.Equal(file.Aliases.Select(a => a.Name), details.Aliases.Select(a => a.Text));
        Assert.Equal(file.Aliases.Select(a => InOrder(a.Sources)), details.Aliases.Select(a => a.Sources));
        Assert.Equal(
            file.Responsibilities.Select(r => (r.Text, r.Detail?.Trim())),
            details.Responsibilities.Select(r => (r.Text, r.Detail)));
        Assert.Equal(file.Responsibilities.Select(r => InOrder(r.Sources)), details.Responsibilities.Select(r => r.Sources));
        Assert.Equal(1, details.Version);
        Assert.Equal(DateTimeKind.Utc, details.UpdatedAt.Kind);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Functions_are_all_that_the_department_owns_those_it_is_first_owner_of_first_then_by_name(string slug)
    {
        var owned = Files.Functions
            .Where(f => f.Owners.Exists(o => o.Department == slug))
            .Select(f => (Function: f, Rank: f.Owners.FindIndex(o => o.Department == slug) + 1))
            .OrderBy(f => f.Rank > 1).ThenBy(f => f.Function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();

        var details = _reader.Find(slug);

        Assert.Equal(
            owned.Select(f => (f.Function.Slug, f.Function.Name, f.Rank)), details!.Functions.Select(f => (f.Slug, f.Name, f.Rank)));
        Assert.Equal(
            owned.Select(f => string.Join(' ', f.Function.Owners.Select(o => o.Department).Where(d => d != slug))),
            details.Functions.Select(f => string.Join(' ', f.CoOwners.Select(o => o.Slug))));
        Assert.Equal(
            owned.Select(f => (f.Function.Note?.Trim(), f.Function.Owners[f.Rank - 1].Reason)),
            details.Functions.Select(f => (f.Note, f.Reason)));
        Assert.Equal(owned.Select(f => InOrder(f.Function.Owners[f.Rank - 1].Sources)), details.Functions.Select(f => f.Sources));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Related_departments_share_functions_most_shared_first(string slug)
    {
        var shared = Files.Functions
            .Where(f => f.Owners.Exists(o => o.Department == slug))
            .SelectMany(f => f.Owners.Where(o => o.Department != slug).Select(o => (o.Department, f.Name)))
            .ToLookup(pair => pair.Department, pair => pair.Name);

        var related = (_reader.Find(slug))!.Related;

        Assert.Equal(shared.Select(group => group.Key).Order(), related.Select(r => r.Slug).Order());
        Assert.All(related, r => Assert.Equal(shared[r.Slug].Order(), r.SharedFunctions.Order()));
        Assert.Equal(
            related.OrderByDescending(r => r.SharedFunctions.Count).ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase), related);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Sources_are_all_that_any_fact_cites_each_once_in_the_catalogs_order(string slug)
    {
        var file = Files.Departments[slug];
        var cited = file.Sources.Concat(file.OfficeSources)
            .Concat(file.Aliases.SelectMany(a => a.Sources))
            .Concat(file.Responsibilities.SelectMany(r => r.Sources))
            .Concat(Files.Functions.SelectMany(f => f.Owners).Where(o => o.Department == slug).SelectMany(o => o.Sources));

        var details = _reader.Find(slug);

        Assert.Equal(InOrder(cited.Distinct()), details!.Sources.Select(s => s.Code));
    }

    [Fact]
    public void Payroll_names_its_co_owner_and_why_there_are_two()
    {
        var finance = _reader.Find("finance-and-accounting");

        var payroll = finance!.Functions.Single(f => f.Slug == "payroll-processing");
        Assert.Equal([new NamedLink("human-resources", "Human Resources")], payroll.CoOwners);
        Assert.Equal("Listed under finance and accounting", payroll.Reason);
        Assert.Contains("both own it", payroll.Note, StringComparison.Ordinal);
        Assert.Equal(["S3"], payroll.Sources);
    }

    [Fact]
    public void Parent_and_children_know_each_other()
    {
        var parent = _reader.Find("customer-service");
        var child = _reader.Find("call-center");

        Assert.Equal([new NamedLink("call-center", "Call Center")], parent!.Children);
        Assert.Null(parent.Parent);
        Assert.Equal(new NamedLink("customer-service", "Customer Service"), child!.Parent);
        Assert.Empty(child.Children);
    }

    [Fact]
    public void Service_lines_and_outsourcing_types_are_those_the_department_belongs_to()
    {
        var research = _reader.Find("research-and-development");
        Assert.Empty(research!.ServiceLines);
        Assert.Equal(["EPO", "KPO"], research.OutsourcingTypes.Select(t => t.Acronym));
        Assert.Equal("Engineers who design and test take part in developing new products.", research.OutsourcingTypes[0].Reason);

        var logistics = _reader.Find("logistics");
        Assert.Equal([new NamedLink("supply-chain-and-logistics", "Supply Chain and Logistics")], logistics!.ServiceLines);
        Assert.Empty(logistics.OutsourcingTypes);
    }

    [Theory]
    [InlineData("no-such-department")]
    [InlineData("")]
    [InlineData("legal ")]
    [InlineData("legal' OR '1'='1")]
    [InlineData("legal\0")]
    public void Unknown_slug_finds_nothing(string slug)
    {
        Assert.Null(_reader.Find(slug));
        Assert.Null(_former.FindPresentSlug(EntryType.Department, slug));
    }

    [Fact]
    public void Present_slug_is_no_former_one() => Assert.Null(_former.FindPresentSlug(EntryType.Department, "legal"));

    private static IEnumerable<string> InOrder(IEnumerable<string> codes) =>
        codes.OrderBy(code => Files.Sources.ToList().FindIndex(source => source.Code == code));
}
