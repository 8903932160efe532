using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.Search.Facets;
using BpoDirectory.ServiceLines;
using BpoDirectory.Sites;

namespace BpoDirectory.Tests.Editing;

/// <summary>Every kind of entry beside departments: saved as written, checked, archived and brought back.</summary>
public sealed class EntryEditingTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public Task Function_comes_back_as_it_was_saved() => SaveAndReadAsync(new BusinessFunctionEditing(), "payroll-processing", content =>
    {
        (content.Name, content.Slug, content.Description, content.Note) = ("Paying wages", "paying-wages", "Pays.", "They disagree.");
        content.Synonyms = ["pay packets", .. content.Synonyms.Skip(1)];
        content.Situations = ["the wages are late", .. content.Situations.Skip(1)];
        content.Owners =
            [.. content.Owners.AsEnumerable().Reverse(),
                new OwnerContent { Slug = "customer-service", Name = "Customer Service", Reason = "Asks", Sources = ["S1"] }];
    });

    [Fact]
    public Task Service_line_comes_back_as_it_was_saved() => SaveAndReadAsync(new ServiceLineEditing(), "finance-and-accounting", content =>
    {
        (content.Name, content.Slug, content.Summary, content.Sources) = ("Money", "money", "Counts.", ["S2"]);
        content.Departments =
            [new MemberContent { Slug = "human-resources", Name = "Human Resources" },
                .. content.Departments.Where(m => m.Slug != "human-resources")];
    });

    [Fact]
    public Task Outsourcing_type_comes_back_as_it_was_saved() => SaveAndReadAsync(new OutsourcingTypeEditing(), "kpo", content =>
    {
        (content.Name, content.Acronym, content.Slug, content.Summary, content.Description) =
            ("Knowing", "KNO", "kno", "Knows.", "Knows *much*.");
        (content.Synonyms, content.Sources) = (["know-how"], ["S3"]);
        content.Departments = [new NearDepartmentContent { Slug = "human-resources", Name = "Human Resources", Reason = "Near" }];
    });

    [Fact]
    public async Task Guide_article_comes_back_as_it_was_saved() =>
        await SaveAndReadAsync(new GuideArticleEditing(), await SlugAsync("GuideArticles"), content =>
            (content.Heading, content.Slug, content.Summary, content.Body, content.Sources) =
                ("Title", "title", "Summary.", "Body\n\nText", ["S4"]));

    [Fact]
    public Task Synonym_set_comes_back_as_it_was_saved() => SaveAndReadAsync(new SynonymSetEditing(), "1", content =>
        (content.Name, content.Members, content.Department, content.Function) =
            ("Set", ["one", "two"], "human-resources", "payroll-processing"));

    [Fact]
    public Task New_function_has_one_revision() => CreateAsync(new BusinessFunctionEditing(), new BusinessFunctionContent
    {
        Name = "Whale watching", Slug = "whale-watching", Description = "Watches.",
        Owners = [new OwnerContent { Slug = "customer-service", Name = "Customer Service" }],
    });

    [Fact]
    public Task New_service_line_has_one_revision() =>
        CreateAsync(new ServiceLineEditing(), new ServiceLineContent { Name = "New", Slug = "newest", Summary = "New." });

    [Fact]
    public Task New_site_has_one_revision() =>
        CreateAsync(new SiteEditing(),
            new SiteContent { Name = "New", Slug = "newest", City = "Newark", Country = "US", TimeZone = "America/New_York" });

    [Fact]
    public async Task Site_comes_back_as_it_was_saved_and_its_former_address_leads_to_it()
    {
        await CreateAsync(new SiteEditing(), new SiteContent { Name = "Bay Tower", Slug = "bay-tower" });
        await SaveAndReadAsync(new SiteEditing(), "bay-tower", content =>
            (content.Name, content.City, content.Country, content.TimeZone) = ("Harbour Tower", "Manila", "PH", "Asia/Manila"));
        await MoveAsync(new SiteEditing(), "bay-tower");
    }

    [Fact]
    public Task New_outsourcing_type_has_one_revision() => CreateAsync(
        new OutsourcingTypeEditing(), new OutsourcingTypeContent
        {
            Name = "New", Acronym = "NPO", Slug = "npo", Summary = "New.", Description = "New.",
        });

    [Fact]
    public Task New_guide_article_has_one_revision() => CreateAsync(
        new GuideArticleEditing(), new GuideArticleContent { Heading = "New", Slug = "newest", Summary = "New.", Body = "New." });

    [Fact]
    public Task New_synonym_set_has_one_revision() =>
        CreateAsync(new SynonymSetEditing(), new SynonymSetContent { Name = "New", Members = ["aa", "bb"] });

    [Fact]
    public async Task Broken_rules_are_told_beside_their_fields()
    {
        Assert.Equal(
            ["name", "slug", "description", "synonyms[0]", "situations[0]", "owners"],
            await ProblemsAsync(new BusinessFunctionEditing(), new BusinessFunctionContent
        {
            Synonyms = [""], Situations = [" "], Owners = [new OwnerContent { Slug = "nobody" }],
        }));
        Assert.Equal(["name", "slug", "summary"], await ProblemsAsync(new ServiceLineEditing(), new ServiceLineContent()));
        Assert.Equal(["name", "slug"], await ProblemsAsync(new SiteEditing(), new SiteContent()));
        Assert.Equal(
            ["city", "country", "timeZone"],
            await ProblemsAsync(
                new SiteEditing(), new SiteContent
                {
                    Name = "New", Slug = "newest", City = new string('x', 101), Country = "ph", TimeZone = "Mars/Dust",
                }));
        Assert.Equal(
            ["name", "acronym", "slug", "summary", "description"],
            await ProblemsAsync(new OutsourcingTypeEditing(), new OutsourcingTypeContent()));
        Assert.Equal(["heading", "slug", "summary", "body"], await ProblemsAsync(new GuideArticleEditing(), new GuideArticleContent()));
        Assert.Equal(["name", "members", "members"], await ProblemsAsync(new SynonymSetEditing(), new SynonymSetContent()));
    }

    [Fact]
    public async Task Name_of_another_entry_points_there()
    {
        var problem = (await _database.Get<EntryStore>().CheckAsync(new BusinessFunctionEditing(), 0, new BusinessFunctionContent
        {
            Name = "payroll processing", Slug = "other", Description = "Other.",
        })).Single();

        Assert.Equal(("name", "payroll-processing"), (problem.Field, problem.Other?.Slug));
    }

    [Fact]
    public async Task Address_where_new_entries_are_made_is_refused() =>
        Assert.Contains(
            "slug", await ProblemsAsync(new ServiceLineEditing(), new ServiceLineContent { Name = "New", Slug = "new", Summary = "New." }));

    [Fact]
    public async Task Former_address_still_opens_the_entry_and_is_free_for_no_other()
    {
        await MoveAsync(new BusinessFunctionEditing(), "payroll-processing");
        await MoveAsync(new ServiceLineEditing(), "customer-support");
        await MoveAsync(new OutsourcingTypeEditing(), "kpo");
        await MoveAsync(new GuideArticleEditing(), "what-is-bpo");
        await MoveAsync(_database.Departments, "legal");
    }

    [Fact]
    public async Task Archived_function_is_seen_nowhere_and_comes_back_with_its_owners()
    {
        var editing = new BusinessFunctionEditing();
        var before = await SetArchivedAsync(editing, "payroll-processing", true);
        Assert.Null(await _database.Get<BusinessFunctionReader>().FindAsync("payroll-processing"));
        Assert.DoesNotContain(_database.Catalog.Ask("payroll processing").Items, item => item.Match?.Text == "Payroll processing");

        await SetArchivedAsync(editing, "payroll-processing", false);
        Assert.Equal(
            before.Owners.Select(o => o.Slug),
            (await _database.Get<BusinessFunctionReader>().FindAsync("payroll-processing"))!.Owners.Select(o => o.Slug));
    }

    [Fact]
    public async Task Department_keeps_an_archived_function_through_its_own_changes()
    {
        await SetArchivedAsync(new BusinessFunctionEditing(), "payroll-processing", true);

        var outcome = await _database.EditAsync("finance-and-accounting", content => content.Summary = "Counts.");

        Assert.Contains(outcome.Saved!.Content.Functions, f => f.Slug == "payroll-processing");
    }

    [Fact]
    public async Task Archived_guide_article_and_outsourcing_type_and_service_line_are_seen_nowhere()
    {
        var article = await SlugAsync("GuideArticles");
        await SetArchivedAsync(new GuideArticleEditing(), article, true);
        await SetArchivedAsync(new OutsourcingTypeEditing(), "kpo", true);
        await SetArchivedAsync(new ServiceLineEditing(), "finance-and-accounting", true);

        Assert.Null(await _database.Get<GuideReader>().FindAsync(article));
        Assert.Null(await _database.Get<OutsourcingTypeReader>().FindAsync("kpo"));
        Assert.Null(await _database.Get<ServiceLineReader>().FindAsync("finance-and-accounting"));
        var everything = _database.Catalog.Ask(null);
        Assert.DoesNotContain(everything.Facets[Facet.Line], line => line.Value == "finance-and-accounting");
        Assert.DoesNotContain(everything.Facets[Facet.Type], type => type.Value == "kpo");
        Assert.DoesNotContain(everything.Items, item => item.ServiceLines.Any(line => line.Slug == "finance-and-accounting"));
    }

    private async Task<T> SetArchivedAsync<T>(EntryEditing<T> editing, string slug, bool archived) where T : EntryContent, new()
    {
        var open = await _database.OpenAsync(editing, slug);
        open.Content.Archived = archived;
        return (await SaveAsync(editing, open)).Content;
    }

    private async Task MoveAsync<T>(EntryEditing<T> editing, string slug) where T : EntryContent, new()
    {
        var open = await _database.OpenAsync(editing, slug);
        open.Content.Slug = $"moved-{slug}";
        await SaveAsync(editing, open);

        Assert.Equal(open.Id, (await _database.OpenAsync(editing, slug)).Id);
        var refused = await _database.Get<EntryStore>().CheckAsync(editing, 0, new T { Slug = slug });
        Assert.Equal((
            $"“{slug}” was an address of {open.Content.Title} and still leads there.", new NamedLink($"moved-{slug}", open.Content.Title)),
            refused.Where(problem => problem.Field == "slug").Select(problem => (problem.Message, problem.Other)).Single());
        var own = await _database.OpenAsync(editing, slug);
        own.Content.Slug = slug;
        Assert.Empty(await _database.Get<EntryStore>().CheckAsync(editing, own.Id, own.Content));
    }

    private async Task SaveAndReadAsync<T>(EntryEditing<T> editing, string slug, Action<T> change) where T : EntryContent, new()
    {
        var open = await _database.OpenAsync(editing, slug);
        change(open.Content);

        var saved = await SaveAsync(editing, open);

        Assert.Equal(open.Version + 1, saved.Version);
        Assert.Equal(ContentJson.Write(open.Content), ContentJson.Write((await _database.OpenAsync(editing, saved.Content.Slug)).Content));
        Assert.Equal([2, 1], (await _database.Get<RevisionReader>().ListAsync(editing, open.Id)).Select(r => r.Number));
    }

    private async Task CreateAsync<T>(EntryEditing<T> editing, T content) where T : EntryContent, new()
    {
        var saved = await SaveAsync(editing, new OpenEntry<T>(0, 0, default, content));

        Assert.Equal(1, saved.Version);
        Assert.Equal(RevisionAction.Created, Assert.Single(await _database.Get<RevisionReader>().ListAsync(editing, saved.Id)).Action);
    }

    private async Task<OpenEntry<T>> SaveAsync<T>(EntryEditing<T> editing, OpenEntry<T> open) where T : EntryContent, new()
    {
        var outcome = await _database.Get<EntryStore>()
            .SaveAsync(editing, _database.Ada, new EntrySave<T>(open.Id, open.Version, open.Content));
        Assert.Empty(outcome.Problems);
        return outcome.Saved!;
    }

    private async Task<IEnumerable<string>> ProblemsAsync<T>(EntryEditing<T> editing, T content) where T : EntryContent, new() =>
        (await _database.Get<EntryStore>().CheckAsync(editing, 0, content)).Select(problem => problem.Field);

    private async Task<string> SlugAsync(string table) =>
        (string)(await _database.Catalog.SqlAsync($"SELECT Slug FROM {table} ORDER BY Id LIMIT 1"))!;
}
