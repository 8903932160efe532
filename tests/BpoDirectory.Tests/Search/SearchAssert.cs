using BpoDirectory.Search;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Ranking;

namespace BpoDirectory.Tests.Search;

/// <summary>What must be true of every answer, whatever was asked.</summary>
internal static class SearchAssert
{
    /// <summary>Highlights lie inside the text, are not empty, stand in order and do not overlap.</summary>
    public static void AreProper(SearchMatch match)
    {
        var end = 0;
        foreach (var highlight in match.Highlights)
        {
            Assert.True(highlight.Length > 0, $"An empty highlight in “{match.Text}”.");
            Assert.True(highlight.Start >= end, $"Highlights out of order in “{match.Text}”.");
            end = highlight.Start + highlight.Length;
        }
        Assert.True(end <= match.Text.Length, $"A highlight outside of “{match.Text}”.");
    }

    /// <summary>An answer is consistent in itself.</summary>
    public static void IsProper(SearchAnswer answer)
    {
        Assert.True(answer.Query.Length <= QueryText.LongestQuery);
        Assert.True(answer.Query.Split(' ').Length <= QueryText.MostWords);
        Assert.True(answer.Items.Count <= answer.PageSize);
        Assert.True(answer.Items.Count <= answer.Total);
        Assert.Equal(answer.Items.Count, answer.Items.Select(item => item.Slug).Distinct().Count());
        Assert.True(answer.Total == 0 || answer.Suggestions.Count == 0);
        Assert.True(answer.Total > 0 || answer.Items.Count == 0);
        foreach (var item in answer.Items.Where(item => item.Match is not null))
        {
            AreProper(item.Match!);
            Assert.True(item.Match!.Text.Length <= Snippet.Longest + 2);
        }
    }
}
