using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Text;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("payroll", "payroll", 0)]
    [InlineData("payrol", "payroll", 1)]
    [InlineData("payyroll", "payroll", 1)]
    [InlineData("pairoll", "payroll", 1)]
    [InlineData("apyroll", "payroll", 1)]
    [InlineData("tehcnical", "technical", 1)]
    [InlineData("acountng", "accounting", 2)]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "tax", 3)]
    public void Insertions_deletions_substitutions_and_swaps_count_one_each(string left, string right, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(left, right, 10));
        Assert.Equal(distance, EditDistance.Between(right, left, 10));
    }

    [Theory]
    [InlineData("kitten", "sitting", 2)]
    [InlineData("tax", "logistics", 2)]
    [InlineData("abcdef", "uvwxyz", 2)]
    [InlineData("a", "", 0)]
    public void Larger_distance_is_one_more_than_the_most_asked_for(string left, string right, int most) =>
        Assert.Equal(most + 1, EditDistance.Between(left, right, most));

    [Fact]
    public void Distance_is_that_of_the_definition_for_any_words()
    {
        var random = new Random(3);
        for (var i = 0; i < 2_000; i++)
        {
            var (left, right, most) = (Word(random), Word(random), random.Next(4));

            Assert.Equal(Math.Min(Defined(left, right), most + 1), EditDistance.Between(left, right, most));
        }
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => (char)('a' + random.Next(3))));

    // The recursive definition of the optimal string alignment distance.
    private static int Defined(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return left.Length + right.Length;
        if (left[^1] == right[^1])
            return Defined(left[..^1], right[..^1]);
        var least = Math.Min(Math.Min(Defined(left[..^1], right), Defined(left, right[..^1])), Defined(left[..^1], right[..^1]));
        if (left.Length > 1 && right.Length > 1 && left[^1] == right[^2] && left[^2] == right[^1])
            least = Math.Min(least, Defined(left[..^2], right[..^2]));
        return least + 1;
    }
}
