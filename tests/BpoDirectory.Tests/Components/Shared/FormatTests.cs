using BpoDirectory.Components.Shared;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class FormatTests
{
    [Theory]
    [InlineData(0, "0 departments")]
    [InlineData(1, "1 department")]
    [InlineData(100_000, "100,000 departments")]
    public void Counts_agree_with_their_noun(int count, string expected) =>
        Assert.Equal(expected, Format.Count(count, "department"));

    [Fact]
    public void Dates_are_written_out() =>
        Assert.Equal("1 March 2026", Format.Date(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)));

    [Fact]
    public void Times_are_told_to_the_minute_with_their_zone() =>
        Assert.Equal("1 March 2026, 14:05 UTC", Format.Time(new DateTime(2026, 3, 1, 14, 5, 9, DateTimeKind.Utc)));

    [Theory]
    [InlineData(-30, "just now")]
    [InlineData(-180, "3 minutes ago")]
    [InlineData(-86_400, "23 Nov 2026")]
    [InlineData(86_400, "25 Nov 2026")]
    public void Moments_are_told_by_their_age_where_they_are_of_the_last_day(int seconds, string expected)
    {
        var now = new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

        Assert.Equal(expected, Format.Moment(now.AddSeconds(seconds), now));
    }

    [Theory]
    [InlineData(59, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(7_199, "1 hour ago")]
    [InlineData(172_800, "2 days ago")]
    public void Ages_are_told_in_the_largest_whole_unit(int seconds, string expected) =>
        Assert.Equal(expected, Format.Age(TimeSpan.FromSeconds(seconds)));
}
