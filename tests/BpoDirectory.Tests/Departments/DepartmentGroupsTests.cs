using BpoDirectory.Catalog;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Tests.Catalog;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentGroupsTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public void Offices_come_front_first_each_with_its_count()
    {
        var groups = database.Get<DepartmentGroups>().List();

        Assert.Equal([(Office.Front, 4), (Office.Back, 15), (Office.Both, 1), (Office.None, 1)], groups.Select(g => (g.Office, g.Count)));
    }

    [Fact]
    public void Departments_of_an_office_come_by_name_with_icon_summary_and_number_of_functions()
    {
        var groups = database.Get<DepartmentGroups>().List();

        foreach (var group in groups)
        {
            var expected = BuiltInCatalog.Departments.Values.Where(d => d.Office == group.Office)
                .OrderBy(d => d.Name, StringComparer.OrdinalIgnoreCase).ToList();
            Assert.Equal(expected.Select(d => (d.Name, d.Icon, d.Summary)), group.Departments.Select(d => (d.Name, d.Icon, d.Summary)));
            Assert.All(group.Departments, department => Assert.Equal(
                CatalogFiles.Read().Functions.Count(f => f.Owners.Exists(owner => owner.Department == department.Slug)),
                department.FunctionCount));
        }
    }

    [Fact]
    public async Task Large_office_shows_its_first_departments_and_counts_all()
    {
        var large = new CatalogDatabase();
        await large.InitializeAsync();
        await large.Gate.WriteAsync(db =>
        {
            for (var i = 0; i < DepartmentGroups.MostPerOffice; i++)
            {
                var department = new Department($"a-{i}", $"A {i:000}", "A summary.");
                department.SetOffice(Office.Front, OfficeBasis.Judged, "A reason.", Side.Provider);
                db.Add(department);
            }
            return Task.CompletedTask;
        });

        var front = large.Get<DepartmentGroups>().List()[0];

        Assert.Equal(DepartmentGroups.MostPerOffice + 4, front.Count);
        Assert.Equal(DepartmentGroups.MostPerOffice, front.Departments.Count);
        Assert.Equal("A 000", front.Departments[0].Name);
        Assert.DoesNotContain(front.Departments, d => d.Name == "Sales");
        await large.DisposeAsync();
    }
}
