using BpoDirectory.Data;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Suggestions;
using BpoDirectory.Tests.Catalog;

namespace BpoDirectory.Tests.Search.Suggestions;

public sealed class CompletionsTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();
    private readonly TestClock _clock = new();

    private Completions Completions => _database.Get<Completions>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("payr", "Payroll processing")]
    [InlineData("pay sl", "Payroll processing")]
    [InlineData("PAYROLL PRO", "Payroll processing")]
    [InlineData("tax", "Tax preparation")]
    [InlineData("cyberse", "Cybersecurity")]
    public void Function_is_offered_by_its_name_and_its_synonyms(string text, string function) =>
        Assert.Contains(function, Completions.Complete(text).Functions.Select(wording => wording.Name));

    [Theory]
    [InlineData("leg", "Legal", "Legal")]
    [InlineData("human res", "Human Resources", "Human Resources")]
    [InlineData("talent a", "Human Resources", "Talent Acquisition")]
    [InlineData("r&d", "Research and Development", "R&D")]
    [InlineData("r & d", "Research and Development", "R&D")]
    [InlineData("contact cent", "Call Center", "Contact Centre")]
    public void Department_is_offered_by_its_name_and_its_aliases(string text, string name, string wording) =>
        Assert.Contains((name, wording), Completions.Complete(text).Departments.Select(offer => (offer.Name, offer.Text)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?!")]
    [InlineData("qwrtplkj")]
    [InlineData("legal qwrtplkj")]
    public void Nothing_fits_nothing(string? text)
    {
        var answer = Completions.Complete(text);

        Assert.Empty(answer.Departments);
        Assert.Empty(answer.Functions);
        Assert.Empty(answer.Searches);
    }

    [Fact]
    public void Few_wordings_are_offered_each_leading_somewhere_once_and_with_an_answer()
    {
        foreach (var text in Enumerable.Range('a', 26).Select(c => $"{(char)c}")
            .Concat(["pa", "cu", "da", "out", "custom", "data", "manag"]))
        {
            var answer = Completions.Complete(text);
            var wordings = answer.Departments.Concat(answer.Functions).ToList();

            Assert.InRange(wordings.Count, 0, Completions.Most);
            Assert.Equal(wordings.Count, wordings.Select(wording => (wording.Kind, wording.Slug)).Distinct().Count());
            Assert.All(answer.Departments, wording => Assert.Contains(wording.Slug, BuiltInCatalog.Departments.Keys));
            Assert.All(answer.Functions,
                wording => Assert.Contains(BuiltInCatalog.Files.Functions, function => function.Slug == wording.Slug));
            Assert.All(wordings, wording => Assert.NotEqual(0, _database.Ask(wording.Text).Total));
        }
    }

    [Fact]
    public async Task Archived_department_is_not_offered()
    {
        Assert.NotEmpty(Completions.Complete("content mod").Departments);

        await _database.EditAsync("content-moderation", d => d.Archive());

        Assert.Empty(Completions.Complete("content mod").Departments);
        Assert.Empty(Completions.Complete("user-generated").Functions);
    }

    [Fact]
    public async Task Search_is_suggested_when_it_was_asked_on_three_days_however_often_on_each()
    {
        for (var day = 1; day <= SearchWording.DaysBeforeSuggested; day++)
        {
            await SearchedAsync("who handles recruitment", times: 9);
            Assert.Equal(
                day < SearchWording.DaysBeforeSuggested ? [] : ["who handles recruitment"], Completions.Complete("Who h").Searches);
        }

        Assert.Equal(["who handles recruitment"], Completions.Complete("who-HANDLES re").Searches);
        Assert.Empty(Completions.Complete("sales").Searches);
    }

    [Fact]
    public async Task Search_is_suggested_once_in_the_spelling_that_was_meant()
    {
        await SearchedAsync("Who handles recruitment?");
        await SearchedAsync("who handles recruitmnet");
        await SearchedAsync("who handles: recruitment!");

        Assert.Equal(["who handles recruitment"], Completions.Complete("who h").Searches);
    }

    [Theory]
    [InlineData("payroll zzyzx qwrtplkj")]
    [InlineData("payroll of the walrus")]
    [InlineData("payroll for Acme")]
    [InlineData("payrol")]
    [InlineData("payroll proce")]
    public async Task What_is_not_understood_in_full_is_not_suggested_however_often_it_is_asked(string question)
    {
        for (var day = 0; day < 5; day++)
            await SearchedAsync(question, times: 3);

        Assert.Empty(Completions.Complete("payro").Searches);
    }

    [Fact]
    public async Task Editor_decides_what_is_suggested_and_what_is_not()
    {
        await SearchedAsync("legal compliance");
        await _database.SqlAsync("UPDATE SearchWordings SET IsApproved = TRUE");
        Assert.Equal(["legal compliance"], Completions.Complete("legal c").Searches);

        await _database.SqlAsync("UPDATE SearchWordings SET IsDismissed = TRUE");
        Assert.Empty(Completions.Complete("legal c").Searches);
    }

    [Fact]
    public void Any_text_can_be_completed()
    {
        var random = new Random(41);
        foreach (var text in HostileText.All.Concat(Enumerable.Range(0, 200).Select(_ => HostileText.Random(random, 250))))
            Assert.InRange(Completions.Complete(text).Functions.Count, 0, Completions.Most);
    }

    // On a day of its own.
    private async Task SearchedAsync(string text, int times = 1)
    {
        _clock.Advance(TimeSpan.FromDays(1));
        var counter = new SearchCounter(_database.Gate, _database.Get<SearchState>(), _clock);
        for (var i = 0; i < times; i++)
            counter.Count(_database.Ask(text));
        await counter.WriteAsync(CancellationToken.None);
    }
}
