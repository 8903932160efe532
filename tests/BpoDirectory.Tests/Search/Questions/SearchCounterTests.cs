using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using Microsoft.AspNetCore.Http;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class SearchCounterTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();
    private readonly SettableClock _clock = new();
    private SearchCounter _counter = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _counter = new SearchCounter(_database.Gate, _database.Get<SearchState>(), _clock);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Searches_are_counted_by_wording_and_by_whether_there_was_an_answer()
    {
        Count("payroll");
        Count("PAYROLL");
        Count(" payroll ");
        Count("qwrtplkj");

        Assert.Equal("2026-03-01 payroll 3 answered, 2026-03-01 qwrtplkj 1", await WrittenAsync());
    }

    [Fact]
    public async Task Counts_of_a_day_add_up_and_days_are_kept_apart()
    {
        Count("payroll");
        await WrittenAsync();
        Count("payroll");
        await WrittenAsync();
        _clock.Now = _clock.Now.AddDays(1);
        Count("payroll");

        Assert.Equal("2026-03-01 payroll 2 answered, 2026-03-02 payroll 1 answered", await WrittenAsync());
    }

    [Fact]
    public async Task Counts_are_dropped_after_ninety_days()
    {
        Count("payroll");
        await WrittenAsync();
        _clock.Now = _clock.Now.AddDays(SearchCounter.DaysKept);
        Count("legal");
        Assert.StartsWith("2026-03-01 payroll", await WrittenAsync(), StringComparison.Ordinal);

        _clock.Now = _clock.Now.AddDays(1);
        Count("sales");
        Assert.DoesNotContain("payroll", await WrittenAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who is jane@example.com")]
    [InlineData("account 123456")]
    [InlineData("+1 5551234567 call")]
    [InlineData("form 12345")]
    [InlineData("room 7")]
    [InlineData("payroll on ٣ March")]
    [InlineData("complaint about jane")]
    [InlineData("who do I talk to about Maria")]
    [InlineData("payroll question about bolesław kowalczyk")]
    [InlineData("a complaint regarding Mr Grace")]
    [InlineData("payslip of Marta Lopéz")]
    public async Task What_may_say_something_about_a_person_is_not_kept(string question)
    {
        Count(question);

        Assert.Equal("", await WrittenAsync());
    }

    [Theory]
    [InlineData("who do i ask about invoices")]
    [InlineData("a question about a bill")]
    [InlineData("payroll in berlin")]
    [InlineData("Human Resources")]
    public async Task What_names_nobody_is_kept(string question)
    {
        Count(question);

        Assert.Contains(question.ToLowerInvariant(), await WrittenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wordings_that_differ_by_case_signs_and_misspellings_are_one()
    {
        Assert.Equal("recruitment", _database.Ask("recruitmnet").CorrectedQuery, ignoreCase: true);
        Count("Recruitment");
        Count("recruitment?");
        Count("recruitmnet");

        Assert.Equal("2026-03-01 recruitment 3 answered", await WrittenAsync());
    }

    [Fact]
    public async Task Answer_opened_counts_for_what_was_meant()
    {
        Count("recruitmnet");
        _counter.CountOpened("recruitmnet");
        _counter.CountOpened("Recruitment");
        _counter.CountOpened("never asked");

        Assert.Equal("2026-03-01 recruitment 1 answered", await WrittenAsync());
        Assert.Equal(2L, await _database.SqlAsync("SELECT Opened FROM SearchCounts"));
    }

    [Fact]
    public async Task Wording_is_dropped_with_its_last_count_unless_editors_said_something_of_it()
    {
        Count("payroll");
        Count("zebra");
        Count("unicorn");
        await WrittenAsync();
        await _database.SqlAsync("UPDATE SearchWordings SET IsDismissed = Key = 'zebra', IsApproved = Key = 'payroll'");

        _clock.Now = _clock.Now.AddDays(SearchCounter.DaysKept + 1);
        await WrittenAsync();

        Assert.Equal("payroll, zebra", await _database.SqlAsync("SELECT string_agg(Key, ', ' ORDER BY Key) FROM SearchWordings"));
    }

    [Fact]
    public async Task Lists_and_later_pages_are_no_searches()
    {
        Count(null);
        _counter.Count(_database.Search.Search(new SearchRequest { Text = "payroll", Page = 2 }));

        Assert.Equal("", await WrittenAsync());
    }

    [Fact]
    public async Task Requests_that_follow_typing_are_no_searches_yet_but_the_same_question_sent_may_be()
    {
        var typing = new DefaultHttpContext();
        typing.Request.Headers[SearchCounter.TypingHeader] = "1";
        _counter.Count(typing, _database.Ask("payroll"), isShown: true);
        Assert.Equal("", await WrittenAsync());

        _counter.Count(new DefaultHttpContext(), _database.Ask("payroll"), isShown: true);
        Assert.Equal("2026-03-01 payroll 1 answered", await WrittenAsync());
    }

    [Fact]
    public async Task Nothing_counted_writes_no_more_than_the_clean_up_of_the_day()
    {
        var writes = 0;
        _database.Gate.Committed += _ => writes++;

        await _counter.WriteAsync(CancellationToken.None);
        await _counter.WriteAsync(CancellationToken.None);

        Assert.Equal(1, writes);
    }

    [Fact]
    public async Task Counting_does_not_put_what_is_kept_in_memory_out_of_date()
    {
        var version = _database.Get<BpoDirectory.Data.CatalogVersion>();
        Count("payroll");
        var before = version.Current;

        await WrittenAsync();

        Assert.Equal(before, version.Current);
    }

    [Fact]
    public async Task Concurrent_searches_are_all_counted()
    {
        var answer = _database.Ask("payroll");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                _counter.Count(answer);
        })));

        Assert.Equal("2026-03-01 payroll 800 answered", await WrittenAsync());
    }

    private void Count(string? question) => _counter.Count(_database.Ask(question));

    private async Task<string> WrittenAsync()
    {
        await _counter.WriteAsync(CancellationToken.None);
        var counts = await _database.SqlAsync(
            """
            SELECT string_agg(c.Day || ' ' || w.Text || ' ' || c.Count || CASE w.Outcome WHEN 'Nothing' THEN '' ELSE ' answered' END, ', ' ORDER BY c.Day, w.Text)
            FROM SearchCounts c JOIN SearchWordings w ON w.Key = c.WordingKey
            """);
        return counts as string ?? "";
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
