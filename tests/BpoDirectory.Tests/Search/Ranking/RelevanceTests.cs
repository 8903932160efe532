using BpoDirectory.Benchmarks.Relevance;

namespace BpoDirectory.Tests.Search.Ranking;

/// <summary>Questions with known answers; each ratio has a floor below which a change to the search must not fall.</summary>
public sealed class RelevanceTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private static readonly IReadOnlyList<Question> Questions =
        Question.ReadAll(Path.Combine(AppContext.BaseDirectory, "Search", "questions.tsv"));

    [Fact]
    public void Expected_departments_are_found()
    {
        var answers = Questions.Where(question => question.Expected.Count > 0)
            .Select(question => (Question: question, Names: Names(question))).ToList();

        Assert.True(answers.Count > 40, "Too few questions to judge by.");
        AssertRatio(0.95, answers, answer => IsHit(answer.Question, answer.Names, 1));
        AssertRatio(0.85, answers,
            answer => answer.Names.Count == 0 ? answer.Question.MayBeNone : answer.Names[0] == answer.Question.Expected[0]);
        AssertRatio(0.98, answers, answer => IsHit(answer.Question, answer.Names, 3));
    }

    [Fact]
    public void Questions_about_other_things_find_nothing()
    {
        var answers = Questions.Where(question => question is { Expected.Count: 0, MayBeNone: true })
            .Select(question => (Question: question, Names: Names(question))).ToList();

        Assert.NotEmpty(answers);
        AssertRatio(1, answers, answer => answer.Names.Count == 0);
    }

    [Fact]
    public void Highlights_of_every_answer_are_proper() => Assert.All(Questions, question =>
    {
        var answer = database.Ask(question.Text);
        SearchAssert.IsProper(answer);
        Assert.All(answer.Items, item => Assert.NotNull(item.Match));
    });

    [Fact]
    public void Highlights_of_nearly_every_first_answer_show_what_was_met()
    {
        var answers = Questions.Select(question => database.Ask(question.Text)).Where(answer => answer.Items.Count > 0).ToList();

        Assert.True(answers.Count(answer => answer.Items[0].Match!.Highlights.Count > 0) >= 0.8 * answers.Count);
    }

    private static bool IsHit(Question question, List<string> names, int first) =>
        names.Count == 0 ? question.MayBeNone : names.Take(first).Any(question.Expected.Contains);

    private static void AssertRatio(
        double floor, List<(Question Question, List<string> Names)> answers, Predicate<(Question Question, List<string> Names)> isGood)
    {
        var bad = answers.FindAll(answer => !isGood(answer));

        Assert.True(
            (double)(answers.Count - bad.Count) / answers.Count >= floor,
            string.Join('\n',
                bad.Select(answer =>
                    $"{answer.Question.Text} → {string.Join(" | ", answer.Names.Take(3))}, expected {string.Join(" | ", answer.Question.Expected)}")));
    }

    private List<string> Names(Question question)
    {
        var answer = database.Ask(question.Text);
        return [.. answer.OutsourcingTypes.Select(type => type.Name), .. answer.Items.Select(item => item.Name)];
    }
}
