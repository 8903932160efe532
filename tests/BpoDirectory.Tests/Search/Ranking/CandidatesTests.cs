using BpoDirectory.Search.Index;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Tests.Search.Ranking;

public sealed class CandidatesTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public void Question_without_time_is_answered_with_nothing_and_marked_incomplete() => Find("payroll", TimeSpan.Zero, candidates =>
    {
        Assert.True(candidates.IsIncomplete);
        Assert.Equal((0, 0), (candidates.Count, candidates.Departments.Count));
    });

    [Fact]
    public void Question_with_time_is_complete() => Find("payroll", TimeSpan.FromHours(1), candidates =>
    {
        Assert.False(candidates.IsIncomplete);
        Assert.True(candidates.Count > 0);
        Assert.Equal(candidates.Count, candidates.Departments.Count);
    });

    [Fact]
    public void Nothing_is_left_over_from_the_question_before()
    {
        for (var i = 0; i < 3; i++)
        {
            Find("payroll invoices", TimeSpan.FromHours(1), candidates => Assert.True(candidates.Count > 0));
            Find("qwrtplkj", TimeSpan.FromHours(1), candidates => Assert.Equal(0, candidates.Count));
        }
    }

    private void Find(string question, TimeSpan longest, Action<Candidates> assert) => database.Get<SearchDatabase>().Read(reader =>
    {
        var snapshot = database.Get<SearchState>().Current;
        var understood = snapshot.Interpreter.Interpret(question);
        using var candidates =
            new Candidates(reader, snapshot, understood, IndexedExpansion.From(understood, snapshot.Vocabulary), longest);
        assert(candidates);
        return 0;
    });
}
