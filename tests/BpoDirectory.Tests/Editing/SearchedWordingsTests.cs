using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Functions;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Suggestions;

namespace BpoDirectory.Tests.Editing;

public sealed class SearchedWordingsTests : IAsyncLifetime
{
    private const string Wording = "zebra wrangling";

    private readonly EditingDatabase _database = new();
    private readonly TestClock _clock = new();
    private SearchCounter _counter = null!;
    private SearchedWordings _wordings = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _counter = new SearchCounter(_database.Catalog.Gate, _database.Get<SearchState>(), _clock);
        _wordings = new SearchedWordings(
            _database.Catalog.Gate, _database.Catalog.Contexts, _database.Get<EntryStore>(), _counter, _database.Get<SearchOutcomes>(),
            _database.Get<AccountRights>(), _clock);
        await CountAsync(Wording, Wording, "unicorn");
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Wordings_that_found_nothing_are_listed_most_frequent_first() =>
        Assert.Equal([(Wording, 2), ("unicorn", 1)], (await ListAsync()).Select(search => (search.Text, search.Count)));

    [Fact]
    public async Task Searches_of_the_last_moments_are_listed_too()
    {
        Count("griffin");

        Assert.Equal(3, await _wordings.CountAsync(new WordingFilter(WordingList.Unanswered)));
        Assert.Contains("griffin", (await ListAsync()).Select(search => search.Text));
    }

    [Fact]
    public async Task Whether_anything_is_counted_is_known()
    {
        Assert.True(await _wordings.IsAnyCountedAsync());

        await _database.Catalog.SqlAsync("DELETE FROM SearchCounts");
        Assert.False(await _wordings.IsAnyCountedAsync());
    }

    [Fact]
    public async Task Looking_at_the_list_searches_for_nothing()
    {
        await _database.Catalog.SqlAsync("UPDATE SearchWordings SET Text = 'payroll' WHERE Key = 'unicorn'");

        Assert.Equal([Wording, "payroll"], (await ListAsync()).Select(search => search.Text));
    }

    [Fact]
    public async Task What_the_catalog_answers_by_now_leaves_the_list_and_what_it_answers_no_more_comes_back()
    {
        await _database.EditAsync("legal", content => content.AddName("Unicorn"));
        await _database.Get<SearchOutcomes>().RefreshAsync(CancellationToken.None);
        Assert.Equal([Wording], (await ListAsync()).Select(search => search.Text));

        await _database.EditAsync("legal", content => content.RemoveName("Unicorn"));
        await _database.Get<SearchOutcomes>().RefreshAsync(CancellationToken.None);
        Assert.Equal([Wording, "unicorn"], (await ListAsync()).Select(search => search.Text));
    }

    [Fact]
    public async Task Last_seven_days_are_compared_with_the_seven_before()
    {
        _clock.Advance(TimeSpan.FromDays(7));
        await CountAsync(Wording);
        var growing = (await ListAsync())[0];
        Assert.Equal((3, 1, 2, new DateOnly(2026, 3, 8)), (growing.Count, growing.ThisWeek, growing.WeekBefore, growing.LastDay));

        _clock.Advance(TimeSpan.FromDays(7));
        var fading = (await ListAsync())[0];
        Assert.Equal((3, 0, 1), (fading.Count, fading.ThisWeek, fading.WeekBefore));
    }

    [Fact]
    public async Task List_is_narrowed_by_any_spelling_and_ordered_by_what_is_asked_for()
    {
        await CountAsync("Zébra crossing");

        Assert.Equal(["zébra crossing"], (await ListAsync(new(WordingList.Unanswered, "ZEBRA c"))).Select(search => search.Text));
        Assert.Equal(
            ["unicorn", Wording, "zébra crossing"],
            (await ListAsync(new(WordingList.Unanswered, "", WordingOrder.Text))).Select(search => search.Text));
        Assert.Equal([Wording], (await _wordings.ListAsync(new(WordingList.Unanswered), 0, 1)).Select(search => search.Text));
    }

    [Fact]
    public async Task What_only_meaning_answers_is_listed_apart()
    {
        _counter.Count(
            _database.Catalog.Ask("printer trouble") with { Query = "the laser printer jams", IsAnswered = true, IsByMeaning = true });

        await _wordings.IsAnyCountedAsync();
        Assert.Equal(["the laser printer jams"], (await ListAsync(new(WordingList.ByMeaning))).Select(search => search.Text));
    }

    [Fact]
    public async Task Answer_that_nobody_opens_is_listed_until_somebody_does()
    {
        await CountAsync("payroll", "legal");
        Assert.Equal(["legal", "payroll"], (await ListAsync(new(WordingList.NeverOpened))).Select(search => search.Text));

        _counter.CountOpened("Payroll");
        await _counter.WriteAsync(CancellationToken.None);
        Assert.Equal(["legal"], (await ListAsync(new(WordingList.NeverOpened))).Select(search => search.Text));
    }

    [Fact]
    public async Task What_only_programs_asked_for_is_not_said_to_be_never_opened()
    {
        _counter.Count(_database.Catalog.Ask("payroll"), isShown: false);

        await _wordings.IsAnyCountedAsync();
        Assert.Empty(await ListAsync(new(WordingList.NeverOpened)));
    }

    [Fact]
    public async Task What_was_searched_for_is_not_told_in_the_history()
    {
        await _wordings.AddNameAsync(_database.Ada, _database.Departments, Wording, "Customer Service");
        await _wordings.AddNameAsync(_database.Ada, Sets, "unicorn", await SetWithAsync("hiring"));

        Assert.Equal(
            2L, await _database.Catalog.SqlAsync("SELECT count(*) FROM Revisions WHERE Note = 'Another name that people search for'"));
    }

    [Fact]
    public async Task Wording_made_a_name_of_a_department_finds_it_and_leaves_the_list()
    {
        Assert.Equal("Customer Service", await _wordings.AddNameAsync(_database.Ada, _database.Departments, Wording, "customer-service"));

        Assert.Equal("customer-service", _database.Catalog.Ask(Wording).Items[0].Slug);
        Assert.Equal(["unicorn"], (await ListAsync()).Select(search => search.Text));
    }

    [Fact]
    public async Task Wording_made_a_synonym_of_a_function_finds_its_owner()
    {
        Assert.Equal("Payroll processing", await _wordings.AddNameAsync(_database.Ada, Functions, Wording, "Payroll processing"));

        Assert.Equal("payroll-processing", _database.Catalog.Ask(Wording).Function!.Slug);
        Assert.Equal(["unicorn"], (await ListAsync()).Select(search => search.Text));
    }

    [Fact]
    public async Task Wording_added_to_a_synonym_set_finds_what_the_set_means()
    {
        await _wordings.AddNameAsync(_database.Ada, Sets, "unicorn", await SetWithAsync("hiring"));

        Assert.Equal(_database.Catalog.Ask("hiring").Items[0].Slug, _database.Catalog.Ask("unicorn").Items[0].Slug);
    }

    [Fact]
    public async Task Addition_taken_back_leaves_no_trace_but_in_the_history()
    {
        var set = await SetWithAsync("hiring");
        await _wordings.AddNameAsync(_database.Ada, _database.Departments, Wording, "Customer Service");
        await _wordings.AddNameAsync(_database.Ada, Sets, "unicorn", set);

        await _wordings.RemoveNameAsync(_database.Ada, _database.Departments, Wording, "Customer Service");
        await _wordings.RemoveNameAsync(_database.Ada, Sets, "unicorn", set);

        Assert.Equal([Wording, "unicorn"], (await ListAsync()).Select(search => search.Text));
        Assert.Equal(6L, await _database.Catalog.SqlAsync("SELECT count(*) FROM Revisions"));
    }

    [Fact]
    public async Task Sent_twice_it_is_told_and_done_once()
    {
        Task<string> AddAsync() => _wordings.AddNameAsync(_database.Ada, _database.Departments, Wording, "Customer Service");
        Task<string> RemoveAsync() => _wordings.RemoveNameAsync(_database.Ada, _database.Departments, Wording, "Customer Service");

        await AddAsync();
        var twice = await Assert.ThrowsAsync<DirectoryRuleException>(AddAsync);
        await RemoveAsync();
        await Assert.ThrowsAsync<DirectoryRuleException>(RemoveAsync);

        Assert.Equal($"Customer Service has “{Wording}” already.", twice.Message);
        Assert.Equal(3, (await _database.OpenAsync("customer-service")).Version);
    }

    [Fact]
    public async Task Draft_of_the_department_is_kept()
    {
        var open = await _database.OpenAsync("customer-service");
        await _database.Get<DraftStore>()
            .KeepAsync(_database.Departments, _database.Ada, new(open.Id, open.Version, open.Content, open.Content, "typed", default));

        await _wordings.AddNameAsync(_database.Ada, _database.Departments, Wording, "Customer Service");

        Assert.NotNull(await _database.Get<DraftStore>().FindAsync(_database.Departments, _database.Ada, open.Id));
    }

    [Fact]
    public async Task Dismissed_wording_never_comes_back_however_it_is_written_unless_that_is_undone()
    {
        await _wordings.DismissAsync(_database.Ada, Wording);
        await CountAsync(Wording, "ZEBRA, wrangling!");
        Assert.Equal(["unicorn"], (await ListAsync()).Select(search => search.Text));

        await _wordings.DismissAsync(_database.Ada, Wording, isDismissed: false);
        Assert.Equal([(Wording, 4), ("unicorn", 1)], (await ListAsync()).Select(search => (search.Text, search.Count)));
    }

    [Fact]
    public async Task Wording_that_an_editor_approves_is_suggested_to_everybody_until_that_is_undone()
    {
        await CountAsync("legal compliance");
        Assert.Empty(await ListAsync(new(WordingList.Suggested)));

        await _wordings.ApproveAsync(_database.Ada, "legal compliance");
        Assert.Equal(
            [("legal compliance", true)], (await ListAsync(new(WordingList.Suggested))).Select(search => (search.Text, search.IsApproved)));
        Assert.Equal(["legal compliance"], _database.Get<Completions>().Complete("legal c").Searches);

        await _wordings.ApproveAsync(_database.Ada, "legal compliance", isApproved: false);
        Assert.Empty(_database.Get<Completions>().Complete("legal c").Searches);
    }

    [Fact]
    public async Task What_is_suggested_without_an_editor_is_listed_as_it_is_suggested()
    {
        for (var day = 0; day < SearchWording.DaysBeforeSuggested; day++)
        {
            await CountAsync("who handles recruitment", "payroll of the walrus");
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(
            [("who handles recruitment", false)],
            (await ListAsync(new(WordingList.Suggested))).Select(search => (search.Text, search.IsApproved)));
        Assert.Equal(["who handles recruitment"], _database.Get<Completions>().Complete("who h").Searches);
    }

    [Fact]
    public async Task What_was_answered_before_an_undo_does_not_hide_the_wording_after_it()
    {
        await _wordings.AddNameAsync(_database.Ada, _database.Departments, Wording, "Customer Service");
        Count(Wording);
        await _wordings.RemoveNameAsync(_database.Ada, _database.Departments, Wording, "Customer Service");

        await _wordings.IsAnyCountedAsync();
        Assert.Contains(Wording, (await ListAsync()).Select(search => search.Text));
    }

    [Fact]
    public async Task What_editors_suggest_or_dismiss_is_shown_at_once_in_place_of_answers_that_are_kept()
    {
        var version = _database.Get<BpoDirectory.Data.CatalogVersion>();
        var before = version.Current;

        await _wordings.ApproveAsync(_database.Ada, Wording);
        var between = version.Current;
        await _wordings.DismissAsync(_database.Ada, Wording);

        Assert.Equal(3, new[] { before, between, version.Current }.Distinct().Count());
    }

    [Fact]
    public async Task Unknown_target_is_told_and_nothing_is_changed()
    {
        await Assert.ThrowsAsync<DirectoryRuleException>(
            () => _wordings.AddNameAsync(_database.Ada, _database.Departments, Wording, "No such department"));
        await Assert.ThrowsAsync<DirectoryRuleException>(
            () => _wordings.AddNameAsync(_database.Ada, Functions, Wording, "No such function"));
        await Assert.ThrowsAsync<DirectoryRuleException>(() => _wordings.AddNameAsync(_database.Ada, Sets, Wording, "No such set"));

        Assert.Equal(0L, await _database.Catalog.SqlAsync("SELECT count(*) FROM Revisions"));
    }

    private BusinessFunctionEditing Functions => _database.Get<BusinessFunctionEditing>();

    private SynonymSetEditing Sets => _database.Get<SynonymSetEditing>();

    private async Task<string> SetWithAsync(string member) => (string)(await _database.Catalog.SqlAsync(
        $"SELECT s.Name FROM SynonymSets s JOIN SynonymMember m ON m.SynonymSetId = s.Id WHERE m.Text = '{member}' LIMIT 1"))!;

    private Task<IReadOnlyList<SearchedWording>> ListAsync(WordingFilter? filter = null) =>
        _wordings.ListAsync(filter ?? new WordingFilter(WordingList.Unanswered), 0, 100);

    private async Task CountAsync(params string[] wordings)
    {
        Count(wordings);
        await _counter.WriteAsync(CancellationToken.None);
    }

    private void Count(params string[] wordings)
    {
        foreach (var wording in wordings)
            _counter.Count(_database.Catalog.Ask(wording));
    }
}
