using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Tests.Catalog;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Departments;

public sealed class OrganisationReaderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private readonly OrganisationReader _organisation = database.Get<OrganisationReader>();

    [Fact]
    public async Task Departments_stand_below_those_they_are_part_of()
    {
        var roots = await _organisation.ListAsync(0, 100);

        Assert.Equal(
            BuiltInCatalog.Departments.Where(d => d.Value.Parent is null).Select(d => d.Value.Name).Order(StringComparer.OrdinalIgnoreCase),
            roots.Select(r => r.Name));
        Assert.Equal(roots.Count, await _organisation.CountRootsAsync());
        Assert.All(roots, root => Assert.Equal(
            BuiltInCatalog.Departments.Where(d => d.Value.Parent == root.Slug).Select(d => d.Key).Order(),
            root.Parts.Select(part => part.Slug).Order()));
        Assert.All(roots, root => Assert.Equal(
            BuiltInCatalog.Files.Functions.Count(f => f.Owners.Exists(o => o.Department == root.Slug)), root.FunctionCount));
    }

    [Fact]
    public async Task A_department_with_many_parts_names_the_first_and_counts_all_at_any_depth()
    {
        var large = new CatalogDatabase();
        await large.InitializeAsync();
        await large.Gate.WriteAsync(async db =>
        {
            var parent = await db.Departments.SingleAsync(d => d.Slug == "call-center");
            for (var i = 0; i < OrganisationReader.MostParts + 5; i++)
            {
                var part = new Department($"desk-{i:00}", $"Desk {i:00}", "Works.");
                part.MoveUnder(parent);
                db.Add(part);
            }
        });

        var service = (await large.Get<OrganisationReader>().ListAsync(0, 100)).Single(root => root.Slug == "customer-service");

        var center = Assert.Single(service.Parts);
        Assert.Equal(OrganisationReader.MostParts + 5, center.PartCount);
        Assert.Equal(OrganisationReader.MostParts, center.Parts.Count);
        Assert.Equal("Desk 00", center.Parts[0].Name);
        await large.DisposeAsync();
    }

    [Fact]
    public async Task Parts_of_an_archived_department_are_part_of_none()
    {
        var other = new CatalogDatabase();
        await other.InitializeAsync();
        await other.Gate.WriteAsync(async db => (await db.Departments.SingleAsync(d => d.Slug == "customer-service")).Archive());

        var roots = await other.Get<OrganisationReader>().ListAsync(0, 100);

        Assert.Contains(roots, root => root.Slug == "call-center");
        Assert.DoesNotContain(roots, root => root.Slug == "customer-service");
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Departments_that_deliver_no_service_line_come_by_name()
    {
        var members = BuiltInCatalog.Files.ServiceLines.SelectMany(line => line.Departments).ToHashSet();
        var expected = BuiltInCatalog.Departments.Where(d => !members.Contains(d.Key)).Select(d => d.Value.Name)
            .Order(StringComparer.OrdinalIgnoreCase).ToList();

        var (count, departments) = await _organisation.WithoutServiceLineAsync(3);

        Assert.Equal(expected.Count, count);
        Assert.Equal(expected.Take(3), departments.Select(d => d.Name));
    }
}
