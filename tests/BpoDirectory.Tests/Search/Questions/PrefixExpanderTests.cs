using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Ranking;

namespace BpoDirectory.Tests.Search.Questions;

/// <summary>What is answered while a question is still being typed.</summary>
public sealed class PrefixExpanderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public void Beginning_of_a_department_s_name_finds_it()
    {
        var names = database.Ask("").Items.Select(item => item.Name).ToList();
        var missed = names
            .SelectMany(name => Enumerable.Range(3, name.IndexOf(' ') is > 0 and var end ? Math.Max(0, end - 3) : name.Length - 3)
                .Select(length => name[..length]))
            .Where(beginning => !database.Ask(beginning).Items.Take(2)
                .Any(item => item.Name.StartsWith(beginning, StringComparison.Ordinal)))
            .ToList();

        Assert.Equal(21, names.Count);
        // An everyday word, complete as it is.
        Assert.Equal(["Opera"], missed);
    }

    [Theory]
    [InlineData("human r", "Human Resources")]
    [InlineData("it sup", "IT Support")]
    [InlineData("project man", "Project Management")]
    [InlineData("call cent", "Call Center")]
    [InlineData("information te", "Information Technology")]
    [InlineData("research and dev", "Research and Development")]
    [InlineData("payroll pro", "Finance and Accounting")]
    [InlineData("it su", "IT Support")]
    [InlineData("customer su", "Customer Service")]
    [InlineData("digitisa", "Data Entry and Data Processing")]
    [InlineData("log", "Logistics")]
    [InlineData("mark", "Marketing")]
    public void Word_of_the_language_may_be_the_beginning_of_another(string beginning, string name) =>
        Assert.Equal(name, database.Ask(beginning).Items[0].Name);

    [Theory]
    [InlineData("opera")]
    [InlineData("pizza pro")]
    [InlineData("guitar man")]
    public void Everyday_subject_is_not_the_beginning_of_something_else(string question) => Assert.Equal(0, database.Ask(question).Total);

    [Fact]
    public void Name_is_begun_only_within_a_word_and_by_what_is_no_filler()
    {
        var interpreter =
            new QueryInterpreter(
                SmallLanguage.Lexicon, SmallLanguage.Vocabulary,
                (text, _) => Names.Where(name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase)));

        Assert.Contains(interpreter.Interpret("mark").Expansions, IsOf("marketing"));
        Assert.DoesNotContain(interpreter.Interpret("mark up").Expansions, IsOf("marketing"));
        Assert.DoesNotContain(interpreter.Interpret("legal").Expansions, expansion => expansion.Quality == RankingWeights.UnfinishedName);
        Assert.DoesNotContain(interpreter.Interpret("in").Expansions, expansion => expansion.Quality == RankingWeights.UnfinishedName);

        static Predicate<Expansion> IsOf(string word) =>
            expansion => expansion is { First: 0, Quality: RankingWeights.UnfinishedName, Phrase: [[var only]] } && only == word;
    }

    private static string[] Names { get; } = ["Inventory", "Legal Affairs", "Marketing"];
}
