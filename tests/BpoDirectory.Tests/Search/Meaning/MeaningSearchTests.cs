using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Meaning;

namespace BpoDirectory.Tests.Search.Meaning;

/// <summary>Search by meaning with the model itself, over the built-in catalog.</summary>
public sealed class MeaningSearchTests(MeaningSearchTests.KnownCatalog known) : IClassFixture<MeaningSearchTests.KnownCatalog>
{
    [Theory]
    [InlineData("the insurer will not cover her operation", "Healthcare Services")]
    [InlineData("an unhappy shopper shouts because nothing was delivered", "Customer Service")]
    [InlineData("the laser printer jams all the time", "IT Support")]
    [InlineData("a workmate bullies me", "Human Resources")]
    public void Problem_told_in_other_words_finds_who_solves_it(string question, string department)
    {
        var answer = Ask(question);

        Assert.InRange(answer.Items.Count, 1, 5);
        Assert.Equal((department, true), (answer.Items[0].Name, answer.IsAnswered));
    }

    [Theory]
    [InlineData("matternity leev", "maternity leave", "Human Resources")]
    [InlineData("projectplaning", "project planning", "Project Management")]
    [InlineData("helth insurence clames", "health insurance claims", "Healthcare Services")]
    public void Words_written_as_they_sound_are_understood_and_the_page_can_say_how(string question, string meant, string department)
    {
        var answer = Ask(question);

        Assert.Equal((department, meant), (answer.Items[0].Name, answer.CorrectedQuery));
    }

    [Fact]
    public void Everyday_situation_of_a_function_answers_for_its_owners()
    {
        var match = Ask("i paid for the taxi out of my own purse").Items[0].Match!;

        Assert.StartsWith("Expense management: you paid for a taxi", match.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how long do I boil an egg")]
    [InlineData("who won the tour de france")]
    [InlineData("lullaby for a newborn")]
    [InlineData("rain in Oslo tomorrow")]
    [InlineData("hairdresser appointment")]
    [InlineData("dentist open on sunday")]
    [InlineData("qwrtplkj")]
    [InlineData("%_")]
    public void Question_about_something_else_stays_without_an_answer(string question) => Assert.Empty(Ask(question).Items);

    [Fact]
    public void What_answers_by_meaning_says_so_and_shows_what_is_close()
    {
        var match = Ask("the laser printer jams all the time").Items[0].Match!;

        Assert.Equal((MatchKind.Meaning, 0), (match.By, match.Highlights.Count));
        Assert.Contains("printer", match.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("payroll")]
    [InlineData("who handles complaints?")]
    [InlineData("HR")]
    public void Evident_answer_by_words_stays_as_it_is_without_meaning(string question)
    {
        var byWords = known.Catalog.Ask(question);

        Assert.Equal(byWords.Items.Select(item => item.Name), Ask(question).Items.Select(item => item.Name));
        Assert.All(Ask(question).Items, item => Assert.Equal(MatchKind.Words, item.Match!.By));
    }

    [Fact]
    public void Filter_and_page_narrow_what_answers_by_meaning()
    {
        const string Question = "the laser printer jams all the time";
        var all = Ask(Question);

        var second = known.Search.Search(new SearchRequest { Text = Question, Page = 2, PageSize = 1 });

        Assert.Equal(all.Items[1].Name, Assert.Single(second.Items).Name);
        Assert.Equal(all.Total, second.Total);
        Assert.Equal(all.Total, all.Facets[Facet.Office].Sum(office => office.Count));
    }

    [Fact]
    public void What_answers_by_meaning_only_is_told_from_what_answers_by_words()
    {
        Assert.Equal(SearchOutcome.Meaning, Ask("the laser printer jams all the time").Outcome);
        Assert.Equal(SearchOutcome.Words, Ask("payroll").Outcome);
        Assert.Equal(SearchOutcome.Nothing, Ask("qwrtplkj").Outcome);
    }

    [Fact]
    public void Progress_is_told_while_vectors_are_computed_and_over_when_they_are()
    {
        var reports = known.Progress.OfType<MeaningProgress.State>().ToList();

        Assert.InRange(reports.Count, 10, int.MaxValue);
        Assert.Equal(reports.OrderBy(report => report.Ready), reports);
        Assert.Equal(reports[^1].Total, reports[^1].Ready);
        Assert.Null(known.Progress[^1]);
    }

    private SearchAnswer Ask(string question) => known.Search.Search(new SearchRequest { Text = question });

    /// <summary>The built-in catalog with the vectors of all its passages, which take some seconds.</summary>
    public sealed class KnownCatalog : IAsyncLifetime
    {
        private readonly CatalogDatabase _known = new();

        /// <summary>The same catalog, searched by words alone.</summary>
        public CatalogDatabase Catalog { get; } = new();

        public DepartmentSearch Search => _known.Search;

        /// <summary>What was told of the progress, step by step.</summary>
        public List<MeaningProgress.State?> Progress { get; } = [];

        public async Task InitializeAsync()
        {
            await Catalog.InitializeAsync();
            await _known.InitializeAsync();
            var progress = _known.Get<MeaningProgress>();
            progress.Changed += () => Progress.Add(progress.Current);
            await _known.Get<MeaningIndexer>().UpdateAsync(CancellationToken.None);
        }

        public async Task DisposeAsync()
        {
            await _known.DisposeAsync();
            await Catalog.DisposeAsync();
        }
    }
}
