using BpoDirectory.Components.Shared;
using BpoDirectory.Data;
using BpoDirectory.Search;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0, "0 departments")]
    [InlineData(1, "1 department")]
    [InlineData(100_000, "100,000 departments")]
    public void Counts_agree_with_their_noun(int count, string expected) =>
        Assert.Equal(expected, Words.Count(count, "department"));

    [Fact]
    public void Every_value_has_a_name_of_its_own()
    {
        Assert.Distinct(Enum.GetValues<Office>().Select(Words.Of));
        Assert.Distinct(Enum.GetValues<Office>().Select(Words.Explain));
        Assert.Distinct(Enum.GetValues<Side>().Select(Words.Of));
        Assert.Distinct(Enum.GetValues<MatchField>().Select(Words.Of));
        Assert.Distinct(Enum.GetValues<DepartmentSort>().Select(Words.Of));
    }

    [Fact]
    public void Dates_are_written_out() =>
        Assert.Equal("1 March 2026", Words.Date(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)));
}
