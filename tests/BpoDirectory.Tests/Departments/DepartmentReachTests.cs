using BpoDirectory.Clients;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Merge;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Partners;
using BpoDirectory.People;
using BpoDirectory.Sites;
using BpoDirectory.Tests.Editing;

namespace BpoDirectory.Tests.Departments;

/// <summary>Who works in a department, where and for whom: saved, read, merged, restored and copied like all else.</summary>
public sealed class DepartmentReachTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await MakeAsync(new SiteEditing(), new SiteContent { Name = "Bay Tower", Slug = "bay-tower", City = "Manila", Country = "PH" });
        await MakeAsync(new PersonEditing(), new PersonContent { Name = "Maria", Slug = "maria", Email = "maria@example.com" });
        await MakeAsync(new PersonEditing(), new PersonContent { Name = "Jonas", Slug = "jonas" });
        await MakeAsync(new ClientEditing(), new ClientContent { Name = "Kestrel Bank", Slug = "kestrel-bank" });
        await MakeAsync(new PartnerEditing(), new PartnerContent { Name = "Northwind", Slug = "northwind" });
        Assert.Empty((await _database.EditAsync("legal", Fill)).Problems);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public void Everything_is_shown_to_who_may_see_it()
    {
        var legal = _database.Get<DepartmentReader>().Find("legal", Audience.Editors)!;

        Assert.Equal(
            (PersonRole.Lead, "Maria", "maria@example.com"),
            (legal.People[0].Role, legal.People[0].Person.Name, legal.People[0].Person.Email));
        Assert.Equal(
            ("after a day", "Jonas", "duty@example.com"),
            (legal.Escalation[0].When, legal.Escalation[0].Person?.Name, legal.Escalation[0].Channel?.Text));
        Assert.Equal(new ServiceLevelDetails("first response", "4 h", null, null), Assert.Single(legal.ServiceLevels));
        Assert.Equal(new LinkDetails(LinkKind.Procedure, "How to", "https://example.com/how"), Assert.Single(legal.Links));
        Assert.Equal(new DeliveryDetails(Delivery.Shared, new NamedLink("northwind", "Northwind"), "Vendor Management"), legal.Delivery);
        Assert.Equal(
            ("kestrel-bank", "night", "bay-tower", "Manila, Philippines"),
            (legal.Clients[0].Slug, legal.Tags[0].Name, legal.Sites[0].Slug, legal.Sites[0].Place));
        Assert.Equal(["English", "Filipino"], legal.Languages.Select(language => language.Name));
    }

    [Fact]
    public void People_and_clients_are_left_out_for_anybody_else()
    {
        var legal = _database.Get<DepartmentReader>().Find("legal")!;

        Assert.Empty(legal.People);
        Assert.Empty(legal.Clients);
        Assert.Equal(
            (null, true, "duty@example.com"),
            (legal.Escalation[0].Person, legal.Escalation[0].IsPersonHidden, legal.Escalation[0].Channel?.Text));
    }

    [Fact]
    public async Task Saving_it_again_makes_no_version()
    {
        var outcome = await _database.EditAsync("legal", content => content.Escalation[0].Value = " duty@example.com ");

        Assert.Equal(2, outcome.Saved?.Version);
    }

    [Fact]
    public async Task Two_who_change_different_items_both_keep_theirs()
    {
        var original = (await _database.OpenAsync("legal")).Content;
        var (mine, theirs) = (ContentJson.Copy(original), ContentJson.Copy(original));
        mine.People.Add(new AssignedPersonContent { Person = "jonas", Role = PersonRole.Deputy });
        mine.Languages.Add("de");
        theirs.People[0].Role = PersonRole.Deputy;
        theirs.Tags = ["day", "night"];
        theirs.Escalation.Add(new EscalationStepContent { When = "after a week", Person = "maria" });

        var merge = ContentMerge.Merge(
            DepartmentContent.Fields, ContentJson.ToNode(original), ContentJson.ToNode(mine), ContentJson.ToNode(theirs));

        Assert.Empty(merge.Conflicts);
        var merged = ContentJson.FromNode<DepartmentContent>(merge.Content);
        Assert.Equal(
            [("maria", PersonRole.Deputy), ("jonas", PersonRole.Deputy)],
            merged.People.Select(assigned => (assigned.Person, assigned.Role)));
        Assert.Equal((2, 3, 2), (merged.Tags.Count, merged.Languages.Count, merged.Escalation.Count));
    }

    [Fact]
    public async Task Former_version_is_restored_with_all_of_it()
    {
        var before = ContentJson.Write((await _database.OpenAsync("legal")).Content);
        await _database.EditAsync("legal", content =>
        {
            (content.People, content.Escalation, content.ServiceLevels, content.Links) = ([], [], [], []);
            (content.Delivery, content.Partner, content.ContractOwner) = (null, "", "");
            (content.Clients, content.Tags, content.Sites, content.Languages) = ([], [], [], []);
        });
        var open = await _database.OpenAsync("legal");
        var former = (await _database.Get<RevisionReader>().FindAsync(_database.Departments, open.Id, 2))!;

        Assert.Empty((await _database.SaveAsync(open with { Content = former })).Problems);

        var restored = (await _database.OpenAsync("legal")).Content;
        Assert.Equal(Without(before), Without(ContentJson.Write(restored)));
    }

    [Fact]
    public async Task Copy_has_all_of_it_under_keys_of_its_own()
    {
        var copy = (await _database.Get<EntryStore>().CopyAsync(_database.Departments, "legal"))!;
        (copy.Name, copy.Slug) = ("Legal two", "legal-two");

        Assert.Empty(
            (await _database.Get<EntryStore>()
                .SaveAsync(_database.Departments, _database.Ada, new EntrySave<DepartmentContent>(0, 0, copy))).Problems);

        Assert.Equal("Maria", _database.Get<DepartmentReader>().Find("legal-two", Audience.Editors)!.People[0].Person.Name);
        Assert.Equal("Maria", _database.Get<DepartmentReader>().Find("legal", Audience.Editors)!.People[0].Person.Name);
    }

    private static void Fill(DepartmentContent content)
    {
        content.People = [new AssignedPersonContent { Person = "maria", Role = PersonRole.Lead }];
        content.Escalation =
            [new EscalationStepContent { When = "after a day", Person = "jonas", Kind = ChannelKind.Email, Value = "duty@example.com" }];
        content.ServiceLevels = [new ServiceLevelContent { Measure = "first response", Target = "4 h" }];
        content.Links = [new LinkContent { Label = "How to", Address = "https://example.com/how" }];
        (content.Delivery, content.Partner, content.ContractOwner) = (Delivery.Shared, "northwind", "Vendor Management");
        (content.Clients, content.Tags, content.Sites, content.Languages) = (["kestrel-bank"], ["night"], ["bay-tower"], ["en", "fil"]);
    }

    // Rows that went and came back have other keys.
    private static string Without(string snapshot) => System.Text.RegularExpressions.Regex.Replace(snapshot, "\"key\":\"[^\"]*\"", "");

    private async Task MakeAsync<T>(EntryEditing<T> editing, T content) where T : EntryContent, new() =>
        Assert.Empty((await _database.Get<EntryStore>().SaveAsync(editing, _database.Ada, new EntrySave<T>(0, 0, content))).Problems);
}
