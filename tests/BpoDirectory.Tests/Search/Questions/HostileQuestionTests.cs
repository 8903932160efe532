using System.Diagnostics;
using BpoDirectory.Data;
using BpoDirectory.Search;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class HostileQuestionTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public void No_text_is_more_than_a_question() => Assert.All(HostileText.All, text => SearchAssert.IsProper(database.Ask(text)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_texts_are_no_more_than_questions(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
            SearchAssert.IsProper(database.Search.Search(new SearchRequest
            {
                Text = HostileText.Random(random, 400),
                Sort = (DepartmentSort)random.Next(8),
                IsReversed = random.Next(2) == 0,
                Page = random.Next(1, 4),
                PageSize = random.Next(1, 100),
                Offices = random.Next(3) == 0 ? [(Office)random.Next(4)] : [],
                ServiceLines = random.Next(3) == 0 ? [HostileText.Random(random, 20)] : [],
                OutsourcingTypes = random.Next(5) == 0 ? [HostileText.Random(random, 20)] : [],
            }));
    }

    [Theory]
    [InlineData("payroll\"")]
    [InlineData("\"payroll")]
    [InlineData("-payroll")]
    [InlineData("payroll*")]
    [InlineData("^payroll")]
    [InlineData("(payroll)")]
    [InlineData("{payroll}")]
    [InlineData("payroll;")]
    [InlineData("\uD83D\uDE9A payroll \uD83D\uDE00")]
    [InlineData("\u202Epayroll\u202C")]
    [InlineData("pay\u200Broll")]
    [InlineData("\0payroll\0")]
    public void Signs_around_a_word_do_not_hide_it(string question) =>
        Assert.Equal("Finance and Accounting", database.Ask(question).Items.First(item => item.Match!.Field == MatchField.Function).Name);

    [Theory]
    [InlineData("' OR '1'='1")]
    [InlineData("\" OR \"\"=\"")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("*")]
    [InlineData("%_\\")]
    [InlineData("a* OR b*")]
    public void Wildcards_and_operators_do_not_list_everything(string question) => Assert.True(database.Ask(question).Total < 21);

    [Fact]
    public async Task Nothing_asked_changes_the_database()
    {
        var tables = TestServer.IsUsual ? "information_schema.tables" : "sqlite_master";
        var all =
            $"SELECT (SELECT count(*) FROM Departments) || '/' || (SELECT count(*) FROM BusinessFunctions) || '/' || (SELECT count(*) FROM {tables})";
        var before = await database.SqlAsync(all);

        foreach (var text in HostileText.All)
            database.Ask(text);

        Assert.Equal(before, await database.SqlAsync(all));
    }

    [Fact]
    public void Longest_questions_are_answered_quickly()
    {
        string[] texts =
            [new('a', 5_000), string.Concat(Enumerable.Repeat("payroll invoice customer support ", 200)), new('"', 5_000),
                string.Join('-', Enumerable.Range(0, 1_500))];
        foreach (var text in texts)
            database.Ask(text);

        var watch = Stopwatch.StartNew();
        foreach (var text in texts)
            database.Ask(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{texts.Length} questions took {watch.Elapsed}.");
    }
}
