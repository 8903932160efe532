using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;
using BpoDirectory.Sites;
using BpoDirectory.Tests.Editing;

namespace BpoDirectory.Tests.Search;

/// <summary>How a question that names a site or a language is narrowed to it.</summary>
public sealed class NarrowedAnswerTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await MakeAsync(new SiteContent { Name = "Spree House", Slug = "spree-house", City = "Berlin", Country = "DE" });
        await MakeAsync(new SiteContent { Name = "Bay Tower", Slug = "bay-tower", City = "Manila", Country = "PH" });
        await MakeAsync(new SiteContent { Name = "Bonifacio Centre", Slug = "bonifacio", City = "Manila", Country = "PH" });
        await MakeAsync(new SiteContent { Name = "Thames Court", Slug = "thames-court", City = "Reading", Country = "GB" });
        await _database.EditAsync("finance-and-accounting", content =>
        {
            (content.Sites, content.Languages) = (["bay-tower", "spree-house"], ["de", "en"]);
            content.Channels = [new ChannelContent { Kind = ChannelKind.Phone, Value = "+63 2 8123 4567" }];
        });
        await _database.EditAsync("human-resources", content => (content.Sites, content.Languages) = (["bonifacio"], ["en", "fil"]));
        await _database.EditAsync(
            "customer-service", content => (content.Sites, content.Languages) = (["bay-tower", "thames-court"], ["en", "es", "pt-BR"]));
        await _database.EditAsync("call-center", content => content.Languages = ["es"]);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("payroll processing Berlin", "spree-house")]
    [InlineData("payroll processing in berlin", "spree-house")]
    [InlineData("who handles payroll processing for our Berlin office?", "spree-house")]
    [InlineData("Spree House payroll processing", "spree-house")]
    [InlineData("phone number for payroll processing in Berlin", "spree-house")]
    [InlineData("payroll processing in Germany", "spree-house")]
    [InlineData("payroll processing manila", "bay-tower, bonifacio")]
    [InlineData("payroll processing in the Philippines", "bay-tower, bonifacio")]
    [InlineData("payroll processing/Berlin", "spree-house")]
    [InlineData("Berlin, payroll processing", "spree-house")]
    [InlineData("PAYROLL PROCESSING BERLIN", "spree-house")]
    public void Question_that_names_a_site_is_answered_by_those_who_work_there(string question, string sites)
    {
        var answer = Ask(question);

        var narrowing = Assert.Single(answer.Narrowings);
        Assert.Equal(
            (Facet.Site, sites, false),
            (narrowing.Choice.Facet, string.Join(", ", narrowing.Choice.Values.Order()), answer.IsNarrowedInVain));
        Assert.Equal(("payroll-processing", "finance-and-accounting"), (answer.Function?.Slug, answer.Items[0].Slug));
        Assert.Equal(question, answer.Query);
        Assert.Empty(answer.Ignored);
    }

    [Fact]
    public void Several_names_of_one_kind_are_alternatives()
    {
        var answer = Ask("payroll processing in Berlin and Reading");

        Assert.Equal(["Berlin", "Reading"], answer.Narrowings.Select(narrowing => narrowing.Choice.Name));
        Assert.Equal(("payroll-processing", "finance-and-accounting"), (answer.Function?.Slug, Assert.Single(answer.Items).Slug));
        Assert.Equal(
            "call-center, customer-service, finance-and-accounting",
            string.Join(", ", Ask("German or Spanish").Items.Select(item => item.Slug).Order()));
    }

    [Fact]
    public void Question_can_be_asked_as_words()
    {
        var answer = _database.Get<DepartmentSearch>().Search(new SearchRequest { Text = "payroll processing Berlin", IsAsWords = true });

        Assert.Empty(answer.Narrowings);
        Assert.Equal(["Berlin"], answer.Ignored);
    }

    [Fact]
    public void Contact_that_is_asked_for_in_a_city_is_that_of_who_works_there() =>
        Assert.Equal("+63 2 8123 4567", Ask("phone number for payroll processing in Berlin").Function?.Owners[0].Channel?.Text);

    [Theory]
    [InlineData("Berlin", "finance-and-accounting")]
    [InlineData("who works in Manila", "customer-service, finance-and-accounting, human-resources")]
    [InlineData("Manila office", "customer-service, finance-and-accounting, human-resources")]
    [InlineData("Spanish", "call-center, customer-service")]
    [InlineData("Filipino", "human-resources")]
    [InlineData("Brazilian Portuguese", "customer-service")]
    [InlineData("Spanish in Manila", "customer-service")]
    [InlineData("filipino speakers", "human-resources")]
    [InlineData("who speaks Spanish in Manila?", "customer-service")]
    public void Name_alone_lists_all_who_are_there(string question, string expected) =>
        Assert.Equal(expected, string.Join(", ", Ask(question).Items.Select(item => item.Slug).Order()));

    [Fact]
    public void Rest_of_the_question_without_one_of_its_names_keeps_the_other() =>
        Assert.Equal(
            ["customer service in Manila", "Spanish customer service"],
            Ask("Spanish customer service in Manila").Narrowings.Select(narrowing => narrowing.Rest));

    [Fact]
    public void Question_that_nobody_answers_there_is_answered_from_everywhere_and_says_so()
    {
        var answer = Ask("payroll processing in Reading");

        Assert.Equal(("Reading", true), (Assert.Single(answer.Narrowings).Choice.Name, answer.IsNarrowedInVain));
        Assert.Equal("finance-and-accounting", answer.Items[0].Slug);
        var page = _database.Get<DepartmentSearch>()
            .Search(new SearchRequest { Text = "payroll processing in Reading", Page = 2, PageSize = 1 });
        Assert.Equal((answer.Total, true), (page.Total, page.IsNarrowedInVain));
    }

    [Theory]
    [InlineData("reading customer letters")]
    [InlineData("mail reading")]
    [InlineData("who does payroll for us")]
    [InlineData("WHO READS MAIL READING")]
    public void Word_that_is_also_a_name_is_taken_for_one_only_where_it_is_written_so(string question) =>
        Assert.Empty(Ask(question).Narrowings);

    [Theory]
    [InlineData("customer service in reading")]
    [InlineData("customer service Reading")]
    public void Word_that_is_also_a_name_is_one_where_it_is_written_so(string question) =>
        Assert.Equal("customer-service", Assert.Single(Ask(question).Items.Take(1)).Slug);

    [Fact]
    public async Task Department_that_is_called_like_that_is_found_by_its_name()
    {
        await _database.EditAsync("legal", content => content.Name = "Berlin Legal");

        foreach (var question in new[] { "Berlin Legal", "who runs berlin legal?" })
        {
            Assert.Equal("legal", Ask(question).Items[0].Slug);
            Assert.Empty(Ask(question).Narrowings);
        }
    }

    [Fact]
    public void Filter_that_is_chosen_narrows_what_the_question_names() =>
        Assert.Equal(
            ["human-resources"],
            _database.Get<DepartmentSearch>()
                .Search(new SearchRequest { Text = "Manila", Sites = ["bonifacio"] }).Items.Select(item => item.Slug));

    [Fact]
    public async Task Archived_site_narrows_nothing_and_is_counted_no_more()
    {
        var editing = new SiteEditing();
        var site = await _database.OpenAsync(editing, "spree-house");
        site.Content.Archived = true;
        await _database.Get<EntryStore>()
            .SaveAsync(editing, _database.Ada, new EntrySave<SiteContent>(site.Id, site.Version, site.Content));

        Assert.Empty(Ask("payroll processing Berlin").Narrowings);
        Assert.DoesNotContain(Ask("").Facets[Facet.Site], value => value.Value == "spree-house");
    }

    [Fact]
    public void Sites_and_languages_are_counted()
    {
        var facets = Ask("").Facets;

        Assert.Equal(
            [("bay-tower", 2), ("bonifacio", 1), ("spree-house", 1), ("thames-court", 1)],
            facets[Facet.Site].Select(value => (value.Value, value.Count)));
        Assert.Equal(
            [("Brazilian Portuguese", 1), ("English", 3), ("Filipino", 1), ("German", 1), ("Spanish", 2)],
            facets[Facet.Language].Select(value => (value.Label, value.Count)));
    }

    [Fact]
    public async Task Language_that_is_new_to_the_directory_is_found_at_once()
    {
        await _database.EditAsync("legal", content => content.Languages = ["cy"]);

        Assert.Equal(["legal"], Ask("Welsh").Items.Select(item => item.Slug));
    }

    private async Task MakeAsync(SiteContent site) =>
        Assert.Empty(
            (await _database.Get<EntryStore>()
                .SaveAsync(new SiteEditing(), _database.Ada, new EntrySave<SiteContent>(0, 0, site))).Problems);

    private SearchAnswer Ask(string question) => _database.Get<DepartmentSearch>().Search(new SearchRequest { Text = question });
}
