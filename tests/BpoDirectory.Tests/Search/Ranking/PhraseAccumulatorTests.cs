using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Ranking;

public sealed class PhraseAccumulatorTests
{
    [Fact]
    public void Departments_with_every_part_are_met_with_the_weakest_of_their_parts_tiers()
    {
        var postings =
            Postings.Build(
                [Department("1 2", ""), Department("1", "2"), Department("1", "3"), Department("", "1 3"), Department("3", "2 1")], 3);
        var sums = new PhraseAccumulator(5);

        Assert.Equal("0:1 1:8 2:8 3:8 4:8", Meet([[1], [2, 3]]));
        Assert.Equal("0:1 1:8 4:8", Meet([[1], [2]]));
        Assert.Equal("", Meet([[1], [2], [4]]));
        Assert.Equal("4:8", Meet([[3], [2]]));

        string Meet(int[][] phrase)
        {
            var met = new SortedSet<string>();
            sums.Meet(postings, phrase, (position, fieldClass) => met.Add($"{position}:{fieldClass}"));
            return string.Join(' ', met);
        }
    }

    private static byte[] Department(string name, string summary) => PackedPassages.Pack(
        [new Passage(MatchField.Name, name), new Passage(MatchField.Summary, summary)], new Tokenizer(new Dictionary<string, string>()),
        int.Parse);
}
