using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.ServiceLines;

namespace BpoDirectory.Tests.Editing;

/// <summary>Every kind of entry beside departments: saved as written, checked, archived and brought back.</summary>
public sealed class EntryKindTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public Task Function_comes_back_as_it_was_saved() => SaveAndReadAsync(new BusinessFunctionKind(), "payroll-processing", content =>
    {
        (content.Name, content.Slug, content.Description, content.Note) = ("Paying wages", "paying-wages", "Pays.", "They disagree.");
        content.Synonyms = ["pay packets", .. content.Synonyms.Skip(1)];
        content.Owners = [.. content.Owners.AsEnumerable().Reverse(), new OwnerContent { Slug = "customer-service", Name = "Customer Service", Reason = "Asks", Sources = ["S1"] }];
    });

    [Fact]
    public Task Service_line_comes_back_as_it_was_saved() => SaveAndReadAsync(new ServiceLineKind(), "finance-and-accounting", content =>
    {
        (content.Name, content.Slug, content.Summary, content.Sources) = ("Money", "money", "Counts.", ["S2"]);
        content.Departments = [new MemberContent { Slug = "human-resources", Name = "Human Resources" }, .. content.Departments.Where(m => m.Slug != "human-resources")];
    });

    [Fact]
    public Task Outsourcing_type_comes_back_as_it_was_saved() => SaveAndReadAsync(new OutsourcingTypeKind(), "kpo", content =>
    {
        (content.Name, content.Acronym, content.Slug, content.Summary, content.Description) = ("Knowing", "KNO", "kno", "Knows.", "Knows *much*.");
        (content.Synonyms, content.Sources) = (["know-how"], ["S3"]);
        content.Departments = [new NearDepartmentContent { Slug = "human-resources", Name = "Human Resources", Reason = "Near" }];
    });

    [Fact]
    public async Task Guide_article_comes_back_as_it_was_saved() =>
        await SaveAndReadAsync(new GuideArticleKind(), await SlugAsync("GuideArticles"), content =>
            (content.Heading, content.Slug, content.Summary, content.Body, content.Sources) = ("Title", "title", "Summary.", "Body\n\nText", ["S4"]));

    [Fact]
    public Task Synonym_set_comes_back_as_it_was_saved() => SaveAndReadAsync(new SynonymSetKind(), "1", content =>
        (content.Name, content.Members, content.Department, content.Function) = ("Set", ["one", "two"], "human-resources", "payroll-processing"));

    [Fact]
    public Task New_function_has_one_revision() => CreateAsync(new BusinessFunctionKind(), new BusinessFunctionContent
    {
        Name = "Whale watching", Slug = "whale-watching", Description = "Watches.", Owners = [new OwnerContent { Slug = "customer-service", Name = "Customer Service" }],
    });

    [Fact]
    public Task New_service_line_has_one_revision() => CreateAsync(new ServiceLineKind(), new ServiceLineContent { Name = "New", Slug = "newest", Summary = "New." });

    [Fact]
    public Task New_outsourcing_type_has_one_revision() => CreateAsync(
        new OutsourcingTypeKind(), new OutsourcingTypeContent { Name = "New", Acronym = "NPO", Slug = "npo", Summary = "New.", Description = "New." });

    [Fact]
    public Task New_guide_article_has_one_revision() => CreateAsync(
        new GuideArticleKind(), new GuideArticleContent { Heading = "New", Slug = "newest", Summary = "New.", Body = "New." });

    [Fact]
    public Task New_synonym_set_has_one_revision() => CreateAsync(new SynonymSetKind(), new SynonymSetContent { Name = "New", Members = ["aa", "bb"] });

    [Fact]
    public async Task Broken_rules_are_told_beside_their_fields()
    {
        Assert.Equal(["name", "slug", "description", "synonyms[0]", "owners"], await ProblemsAsync(new BusinessFunctionKind(), new BusinessFunctionContent
        {
            Synonyms = [""], Owners = [new OwnerContent { Slug = "nobody" }],
        }));
        Assert.Equal(["name", "slug", "summary"], await ProblemsAsync(new ServiceLineKind(), new ServiceLineContent()));
        Assert.Equal(["name", "acronym", "slug", "summary", "description"], await ProblemsAsync(new OutsourcingTypeKind(), new OutsourcingTypeContent()));
        Assert.Equal(["heading", "slug", "summary", "body"], await ProblemsAsync(new GuideArticleKind(), new GuideArticleContent()));
        Assert.Equal(["name", "members", "members"], await ProblemsAsync(new SynonymSetKind(), new SynonymSetContent()));
    }

    [Fact]
    public async Task Name_of_another_entry_points_there()
    {
        var problem = (await _database.Get<EntryEditor>().CheckAsync(new BusinessFunctionKind(), 0, new BusinessFunctionContent
        {
            Name = "payroll processing", Slug = "other", Description = "Other.",
        })).Single();

        Assert.Equal(("name", "payroll-processing"), (problem.Field, problem.Other?.Slug));
    }

    [Fact]
    public async Task Address_where_new_entries_are_made_is_refused() =>
        Assert.Contains("slug", await ProblemsAsync(new ServiceLineKind(), new ServiceLineContent { Name = "New", Slug = "new", Summary = "New." }));

    [Fact]
    public async Task Former_address_still_opens_the_entry_and_is_free_for_no_other()
    {
        await MoveAsync(new BusinessFunctionKind(), "payroll-processing");
        await MoveAsync(new ServiceLineKind(), "customer-support");
        await MoveAsync(new OutsourcingTypeKind(), "kpo");
        await MoveAsync(new GuideArticleKind(), "what-is-bpo");
        await MoveAsync(_database.Departments, "legal");
    }

    [Fact]
    public async Task Archived_function_is_seen_nowhere_and_comes_back_with_its_owners()
    {
        var kind = new BusinessFunctionKind();
        var before = await SetArchivedAsync(kind, "payroll-processing", true);
        Assert.Null(await _database.Get<BusinessFunctionReader>().FindAsync("payroll-processing"));
        Assert.DoesNotContain(_database.Catalog.Ask("payroll processing").Items, item => item.Match?.Text == "Payroll processing");

        await SetArchivedAsync(kind, "payroll-processing", false);
        Assert.Equal(
            before.Owners.Select(o => o.Slug),
            (await _database.Get<BusinessFunctionReader>().FindAsync("payroll-processing"))!.Owners.Select(o => o.Slug));
    }

    [Fact]
    public async Task Department_keeps_an_archived_function_through_its_own_changes()
    {
        await SetArchivedAsync(new BusinessFunctionKind(), "payroll-processing", true);

        var outcome = await _database.EditAsync("finance-and-accounting", content => content.Summary = "Counts.");

        Assert.Contains(outcome.Saved!.Content.Functions, f => f.Slug == "payroll-processing");
    }

    [Fact]
    public async Task Archived_guide_article_and_outsourcing_type_and_service_line_are_seen_nowhere()
    {
        var article = await SlugAsync("GuideArticles");
        await SetArchivedAsync(new GuideArticleKind(), article, true);
        await SetArchivedAsync(new OutsourcingTypeKind(), "kpo", true);
        await SetArchivedAsync(new ServiceLineKind(), "finance-and-accounting", true);

        Assert.Null(await _database.Get<GuideReader>().FindAsync(article));
        Assert.Null(await _database.Get<OutsourcingTypeReader>().FindAsync("kpo"));
        Assert.Null(await _database.Get<ServiceLineReader>().FindAsync("finance-and-accounting"));
        var everything = _database.Catalog.Ask(null);
        Assert.DoesNotContain(everything.Facets.ServiceLines, line => line.Value == "finance-and-accounting");
        Assert.DoesNotContain(everything.Facets.OutsourcingTypes, type => type.Value == "kpo");
        Assert.DoesNotContain(everything.Items, item => item.ServiceLines.Any(line => line.Slug == "finance-and-accounting"));
    }

    private async Task<T> SetArchivedAsync<T>(EntryKind<T> kind, string slug, bool archived) where T : EntryContent, new()
    {
        var open = await _database.OpenAsync(kind, slug);
        open.Content.Archived = archived;
        return (await SaveAsync(kind, open)).Content;
    }

    private async Task MoveAsync<T>(EntryKind<T> kind, string slug) where T : EntryContent, new()
    {
        var open = await _database.OpenAsync(kind, slug);
        open.Content.Slug = $"moved-{slug}";
        await SaveAsync(kind, open);

        Assert.Equal(open.Id, (await _database.OpenAsync(kind, slug)).Id);
        var refused = await _database.Get<EntryEditor>().CheckAsync(kind, 0, new T { Slug = slug });
        Assert.Equal((
            $"“{slug}” was an address of {open.Content.Title} and still leads there.", new NamedLink($"moved-{slug}", open.Content.Title)),
            refused.Where(problem => problem.Field == "slug").Select(problem => (problem.Message, problem.Other)).Single());
        var own = await _database.OpenAsync(kind, slug);
        own.Content.Slug = slug;
        Assert.Empty(await _database.Get<EntryEditor>().CheckAsync(kind, own.Id, own.Content));
    }

    private async Task SaveAndReadAsync<T>(EntryKind<T> kind, string slug, Action<T> change) where T : EntryContent, new()
    {
        var open = await _database.OpenAsync(kind, slug);
        change(open.Content);

        var saved = await SaveAsync(kind, open);

        Assert.Equal(open.Version + 1, saved.Version);
        Assert.Equal(ContentJson.Write(open.Content), ContentJson.Write((await _database.OpenAsync(kind, saved.Content.Slug)).Content));
        Assert.Equal([2, 1], (await _database.Get<Revisions>().ListAsync(kind, open.Id)).Select(r => r.Number));
    }

    private async Task CreateAsync<T>(EntryKind<T> kind, T content) where T : EntryContent, new()
    {
        var saved = await SaveAsync(kind, new OpenEntry<T>(0, 0, default, content));

        Assert.Equal(1, saved.Version);
        Assert.Equal(RevisionAction.Created, Assert.Single(await _database.Get<Revisions>().ListAsync(kind, saved.Id)).Action);
    }

    private async Task<OpenEntry<T>> SaveAsync<T>(EntryKind<T> kind, OpenEntry<T> open) where T : EntryContent, new()
    {
        var outcome = await _database.Get<EntryEditor>().SaveAsync(kind, _database.Ada, new EntrySave<T>(open.Id, open.Version, open.Content));
        Assert.Empty(outcome.Problems);
        return outcome.Saved!;
    }

    private async Task<IEnumerable<string>> ProblemsAsync<T>(EntryKind<T> kind, T content) where T : EntryContent, new() =>
        (await _database.Get<EntryEditor>().CheckAsync(kind, 0, content)).Select(problem => problem.Field);

    private async Task<string> SlugAsync(string table) => (string)(await _database.Catalog.SqlAsync($"SELECT Slug FROM {table} ORDER BY Id LIMIT 1"))!;
}
