using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Search.Questions;
using BpoDirectory.Tests.Editing;

namespace BpoDirectory.Tests.Departments;

public sealed class UnansweredSearchesTests : IAsyncLifetime
{
    private const string Wording = "zebra wrangling";

    private readonly EditingDatabase _database = new();

    private UnansweredSearches Unanswered => _database.Get<UnansweredSearches>();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await CountAsync(Wording, Wording, "unicorn");
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Wordings_that_found_nothing_are_listed_most_frequent_first() =>
        Assert.Equal([(Wording, 2), ("unicorn", 1)], (await Unanswered.ListAsync()).Select(search => (search.Text, search.Count)));

    [Fact]
    public async Task Searches_of_the_last_moments_are_listed_too()
    {
        Count("griffin");

        Assert.Contains("griffin", (await Unanswered.ListAsync()).Select(search => search.Text));
    }

    [Fact]
    public async Task Whether_anything_is_counted_is_known()
    {
        Assert.True(await Unanswered.IsAnyCountedAsync());

        await _database.Catalog.SqlAsync("DELETE FROM SearchCounts");
        Assert.False(await Unanswered.IsAnyCountedAsync());
    }

    [Fact]
    public async Task What_was_searched_for_is_not_told_in_the_history()
    {
        var set = (string)(await _database.Catalog.SqlAsync("SELECT Name FROM SynonymSets LIMIT 1"))!;
        await Unanswered.AddAliasAsync(_database.Ada, Wording, "Customer Service");
        await Unanswered.AddSynonymAsync(_database.Ada, "unicorn", set);

        Assert.Equal(2L, await _database.Catalog.SqlAsync("SELECT count(*) FROM Revisions WHERE Note = 'Answers a search that found nothing'"));
    }

    [Fact]
    public async Task Wording_made_a_name_of_a_department_finds_it_and_leaves_the_list()
    {
        Assert.Equal("Customer Service", await Unanswered.AddAliasAsync(_database.Ada, Wording, "customer service"));

        Assert.Equal("customer-service", _database.Catalog.Ask(Wording).Items[0].Slug);
        Assert.Equal(["unicorn"], (await Unanswered.ListAsync()).Select(search => search.Text));
    }

    [Fact]
    public async Task Wording_added_to_a_synonym_set_finds_what_the_set_means()
    {
        var set = (string)(await _database.Catalog.SqlAsync("SELECT s.Name FROM SynonymSets s JOIN SynonymMember m ON m.SynonymSetId = s.Id WHERE m.Text = 'hiring' LIMIT 1"))!;

        await Unanswered.AddSynonymAsync(_database.Ada, "unicorn", set);

        Assert.Equal(_database.Catalog.Ask("hiring").Items[0].Slug, _database.Catalog.Ask("unicorn").Items[0].Slug);
    }

    [Fact]
    public async Task Addition_taken_back_leaves_no_trace_but_in_the_history()
    {
        var set = (string)(await _database.Catalog.SqlAsync("SELECT Name FROM SynonymSets LIMIT 1"))!;
        await Unanswered.AddAliasAsync(_database.Ada, Wording, "Customer Service");
        await Unanswered.AddSynonymAsync(_database.Ada, "unicorn", set);

        await Unanswered.RemoveAliasAsync(_database.Ada, Wording, "Customer Service");
        await Unanswered.RemoveSynonymAsync(_database.Ada, "unicorn", set);

        Assert.Equal([Wording, "unicorn"], (await Unanswered.ListAsync()).Select(search => search.Text));
        Assert.Equal(6L, await _database.Catalog.SqlAsync("SELECT count(*) FROM Revisions"));
    }

    [Fact]
    public async Task Sent_twice_it_is_told_and_done_once()
    {
        await Unanswered.AddAliasAsync(_database.Ada, Wording, "Customer Service");
        var twice = await Assert.ThrowsAsync<DirectoryRuleException>(() => Unanswered.AddAliasAsync(_database.Ada, Wording, "Customer Service"));
        await Unanswered.RemoveAliasAsync(_database.Ada, Wording, "Customer Service");
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Unanswered.RemoveAliasAsync(_database.Ada, Wording, "Customer Service"));

        Assert.Equal($"“{Wording}” is another name of Customer Service already.", twice.Message);
        Assert.Equal(3, (await _database.OpenAsync("customer-service")).Version);
    }

    [Fact]
    public async Task Draft_of_the_department_is_kept()
    {
        var open = await _database.OpenAsync("customer-service");
        await _database.Get<DraftStore>().KeepAsync(_database.Departments, _database.Ada, new(open.Id, open.Version, open.Content, open.Content, "typed", default));

        await Unanswered.AddAliasAsync(_database.Ada, Wording, "Customer Service");

        Assert.NotNull(await _database.Get<DraftStore>().FindAsync(_database.Departments, _database.Ada, open.Id));
    }

    [Fact]
    public async Task Dismissed_wording_leaves_the_list_until_that_is_undone_or_it_is_searched_for_again()
    {
        var forgotten = await Unanswered.DismissAsync(_database.Ada, Wording);
        Assert.Equal(["unicorn"], (await Unanswered.ListAsync()).Select(search => search.Text));

        await Unanswered.RestoreAsync(_database.Ada, forgotten);
        Assert.Equal([(Wording, 2), ("unicorn", 1)], (await Unanswered.ListAsync()).Select(search => (search.Text, search.Count)));

        await Unanswered.DismissAsync(_database.Ada, Wording);
        await CountAsync(Wording);
        Assert.Contains((Wording, 1), (await Unanswered.ListAsync()).Select(search => (search.Text, search.Count)));
    }

    [Fact]
    public async Task Unknown_target_is_told_and_nothing_is_changed()
    {
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Unanswered.AddAliasAsync(_database.Ada, Wording, "No such department"));
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Unanswered.AddSynonymAsync(_database.Ada, Wording, "No such set"));

        Assert.Equal(0L, await _database.Catalog.SqlAsync("SELECT count(*) FROM Revisions"));
    }

    private async Task CountAsync(params string[] wordings)
    {
        Count(wordings);
        await _database.Get<SearchCounter>().WriteAsync(CancellationToken.None);
    }

    private void Count(params string[] wordings)
    {
        foreach (var wording in wordings)
            _database.Get<SearchCounter>().Count(_database.Catalog.Ask(wording));
    }
}
