using BpoDirectory.Search;
using BpoDirectory.Search.Suggestions;

namespace BpoDirectory.Tests.Search.Suggestions;

public sealed class SuggestionTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private static readonly string[] Unanswerable =
    [
        "wedding cake recipes", "astronaut accountancy", "recruitment of astronauts", "wedding photography marketing", "dinosaur accounts",
        "customer zebra", "quantum physics", "kitchen sink", "guitar tuning", "marketing on Jupiter and Saturn",
        "invoice for a unicorn parade",
        "paleontology training excavation", "zoological warehousing giraffe", "xylophone lessons", "taxi services",
        "payroll on the moon for aliens",
    ];

    [Fact]
    public void Every_suggestion_has_an_answer()
    {
        var suggestions = Unanswerable.Select(database.Ask).Where(answer => answer.Total == 0).SelectMany(answer => answer.Suggestions)
            .ToList();

        Assert.True(suggestions.Count > 20, $"Only {suggestions.Count} suggestions to judge by.");
        Assert.All(suggestions.Distinct(), suggestion => Assert.NotEqual(0, database.Ask(suggestion).Total));
    }

    [Fact]
    public void Suggestions_are_few_and_different()
    {
        var answers = Unanswerable.Select(database.Ask).Where(answer => answer.Total == 0).ToList();

        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.InRange(answer.Suggestions.Count, 0, QuerySuggestions.Most));
        Assert.All(answers,
            answer => Assert.Equal(answer.Suggestions.Count, answer.Suggestions.Distinct(StringComparer.OrdinalIgnoreCase).Count()));
    }

    [Theory]
    [InlineData("recruitment of astronauts", "Recruitment")]
    [InlineData("customer zebra", "Customer Service")]
    [InlineData("wedding photography marketing", "Marketing")]
    public void Suggestions_are_close_to_the_question(string question, string suggestion)
    {
        var answer = database.Ask(question);

        Assert.Equal(0, answer.Total);
        Assert.Contains(suggestion, answer.Suggestions);
    }

    [Theory]
    [InlineData("payroll")]
    [InlineData("the")]
    [InlineData("qwrtplkj")]
    [InlineData("\" OR \"\"=\"")]
    public void Answered_and_meaningless_questions_have_no_suggestions(string question) => Assert.Empty(database.Ask(question).Suggestions);

    [Fact]
    public void Filters_that_leave_nothing_are_no_reason_for_suggestions()
    {
        var answer = database.Search.Search(new SearchRequest { Text = "payroll", ServiceLines = ["no-such-line"] });

        Assert.Equal(0, answer.Total);
        Assert.Empty(answer.Suggestions);
    }

    [Fact]
    public async Task Suggestions_still_have_answers_when_a_department_is_archived()
    {
        var own = new CatalogDatabase();
        await own.InitializeAsync();
        var before = own.Ask("recruitment of astronauts").Suggestions;
        await own.EditAsync("human-resources", d => d.Archive());

        var suggestions = Unanswerable.Append("moderating penguins").SelectMany(question => own.Ask(question).Suggestions).Distinct()
            .ToList();

        Assert.NotEmpty(before);
        Assert.NotEmpty(suggestions);
        Assert.All(suggestions, suggestion => Assert.NotEqual(0, own.Ask(suggestion).Total));
        await own.DisposeAsync();
    }
}
