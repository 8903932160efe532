using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.People;
using BpoDirectory.Tests.Editing;

namespace BpoDirectory.Tests.People;

/// <summary>Three departments above each other, each with a lead, and a deputy in the middle one.</summary>
public sealed class PersonReaderTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    private PersonReader People => _database.Get<PersonReader>();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        foreach (var name in new[] { "Grace", "Maria", "Jonas", "Lena" })
            await SaveAsync(0, 0, new PersonContent { Name = name, Slug = name.ToLowerInvariant() });
        await _database.EditAsync("operations", content => content.People = [Lead("grace")]);
        await _database.EditAsync("logistics", content =>
        {
            content.Parent = "operations";
            content.People = [Lead("maria"), new AssignedPersonContent { Person = "lena", Role = PersonRole.Deputy }];
        });
        await _database.EditAsync(
            "data-entry-and-data-processing", content => (content.Parent, content.People) = ("logistics", [Lead("jonas")]));
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("grace", "", "maria, jonas")]
    [InlineData("maria", "grace", "jonas")]
    [InlineData("lena", "maria, grace", "jonas")]
    [InlineData("jonas", "maria, grace", "")]
    public async Task Page_of_a_person_shows_the_whole_chain_above_and_below(string person, string above, string below)
    {
        var role = Assert.Single((await People.FindAsync(person))!.Roles);

        Assert.Equal((above, below), (Names(role.Above), Names(role.Below)));
    }

    [Fact]
    public async Task Chain_goes_on_beyond_an_archived_department()
    {
        await _database.Catalog.SqlAsync("UPDATE Departments SET IsArchived = TRUE WHERE Slug = 'logistics'");

        Assert.Equal("grace", Names((await People.FindAsync("jonas"))!.Roles[0].Above));
        Assert.Equal("jonas", Names((await People.FindAsync("grace"))!.Roles[0].Below));
        Assert.Empty((await People.FindAsync("maria"))!.Roles);
    }

    [Fact]
    public async Task Nobody_stands_above_themselves()
    {
        await _database.EditAsync("logistics", content => content.People = [Lead("grace")]);

        Assert.All((await People.FindAsync("grace"))!.Roles, role => Assert.DoesNotContain("grace", Names(role.Above) + Names(role.Below)));
    }

    [Fact]
    public async Task Who_has_left_is_listed_until_each_role_is_handed_over()
    {
        var open = await _database.OpenAsync(new PersonEditing(), "maria");
        open.Content.HasLeft = true;
        await SaveAsync(open.Id, open.Version, open.Content);
        var left = Assert.Single(await People.LeftWithRolesAsync(10));
        Assert.Equal(("Maria", "Logistics"), (left.Person.Name, Assert.Single(left.Departments)));

        await _database.EditAsync("logistics", content => content.People[0].Person = "lena");

        Assert.Empty(await People.LeftWithRolesAsync(10));
    }

    [Fact]
    public async Task People_are_found_by_a_part_of_their_name_in_any_case()
    {
        Assert.Equal(
            (1, "Maria"), (await People.ListAsync("MARI", 1, 10)) is var (total, people) ? (total, people[0].Person.Name) : default);
        Assert.Equal(4, (await People.ListAsync(null, 1, 2)).Total);
        Assert.Equal(["Lena", "Maria"], (await People.ListAsync(null, 2, 2)).People.Select(person => person.Person.Name));
    }

    [Fact]
    public async Task Person_who_moves_is_changed_in_one_place_and_stays_in_the_roles()
    {
        var open = await _database.OpenAsync(new PersonEditing(), "maria");
        (open.Content.Name, open.Content.Slug, open.Content.Phone) = ("Maria Santos", "maria-santos", "+63 2 8123 4567");
        await SaveAsync(open.Id, open.Version, open.Content);

        var lead = _database.Get<DepartmentReader>().Find("logistics", Audience.Editors)!.People[0].Person;
        Assert.Equal(("maria-santos", "Maria Santos", "+63281234567"), (lead.Slug, lead.Name, lead.Phone));
        Assert.Empty((await _database.EditAsync("logistics", content => content.Summary = "Moves goods.")).Problems);
    }

    private static AssignedPersonContent Lead(string person) => new() { Person = person, Role = PersonRole.Lead };

    private static string Names(IEnumerable<LeadingPerson> leads) => string.Join(", ", leads.Select(lead => lead.Person.Slug));

    private async Task SaveAsync(int id, int version, PersonContent content) =>
        Assert.Empty(
            (await _database.Get<EntryStore>()
                .SaveAsync(new PersonEditing(), _database.Ada, new EntrySave<PersonContent>(id, version, content))).Problems);
}
