using BpoDirectory.Search;
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
        _counter = new SearchCounter(_database.Gate, _clock);
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
    public async Task What_looks_like_a_personal_detail_is_not_kept(string question)
    {
        Count(question);

        Assert.Equal("", await WrittenAsync());
    }

    [Theory]
    [InlineData("form 12345")]
    [InlineData("24/7 support in 2026")]
    public async Task Short_numbers_are_kept(string question)
    {
        Count(question);

        Assert.Contains(question, await WrittenAsync(), StringComparison.Ordinal);
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
        _counter.Count(typing, _database.Ask("payroll"));
        Assert.Equal("", await WrittenAsync());

        _counter.Count(new DefaultHttpContext(), _database.Ask("payroll"));
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
        var version = _database.Get<BpoDirectory.Data.Sqlite.CatalogVersion>();
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
            "SELECT group_concat(Day || ' ' || Text || ' ' || Count || iif(IsAnswered, ' answered', ''), ', ' ORDER BY Day, Text) FROM SearchCounts");
        return counts as string ?? "";
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
