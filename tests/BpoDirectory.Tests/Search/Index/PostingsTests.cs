using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Index;

public sealed class PostingsTests
{
    private const int Words = 60;

    [Fact]
    public void Each_word_leads_to_the_departments_that_have_it_with_their_weightiest_tier()
    {
        var postings = Postings.Build([Department("1 2", "2 3"), null, Department("3", "3 1 1"), Department("", "")], 4);

        Assert.Equal("0:1 2:8", List(postings, 1));
        Assert.Equal("0:1", List(postings, 2));
        Assert.Equal("0:8 2:1", List(postings, 3));
        Assert.Equal("", List(postings, 4));
        Assert.Equal("", List(postings, 99));
        Assert.Equal([0, 2, 1, 2, 0], postings.Counts);
    }

    [Fact]
    public void Departments_that_have_a_word_elsewhere_than_in_the_description_are_counted_apart()
    {
        byte[] described = PackedPassages.Pack(
            [new Passage(MatchField.Summary, "1"), new Passage(MatchField.Description, "1 2 3")],
            new Tokenizer(new Dictionary<string, string>()), int.Parse);

        var postings = Postings.Build([described, Department("3", "")], 4);

        Assert.Equal([0, 1, 1, 2, 0], postings.Counts);
        Assert.Equal([0, 1, 0, 1, 0], postings.NamingCounts);
    }

    [Fact]
    public void Changes_leave_what_reading_everything_anew_would_find_and_the_postings_before_as_they_were()
    {
        var random = new Random(7);
        List<byte[]?> departments = [.. Enumerable.Range(0, 200).Select(_ => Any(random))];
        var postings = Postings.Build(departments, Words);
        for (var round = 0; round < 60; round++)
        {
            var before = Everything(postings);
            var changes = new List<(int, byte[]?, byte[]?)>();
            foreach (var position in Enumerable.Range(0, departments.Count + 1).OrderBy(_ => random.Next()).Take(random.Next(1, 6)))
            {
                var now = random.Next(4) == 0 ? null : Any(random);
                changes.Add((position, departments.ElementAtOrDefault(position), now));
                if (position == departments.Count)
                    departments.Add(now);
                else
                    departments[position] = now;
            }

            var after = postings.With(changes, Words);

            Assert.Equal(Everything(Postings.Build(departments, Words)), Everything(after));
            Assert.Equal(before, Everything(postings));
            postings = after;
        }
    }

    [Fact]
    public void Word_with_a_higher_number_finds_room()
    {
        var postings = Postings.Build([Department("1", "")], 1).With([(0, Department("1", ""), Department("1 9", ""))], 9);

        Assert.Equal(("0:1", "0:1", 1), (List(postings, 1), List(postings, 9), postings.CountOf(9)));
    }

    [Fact]
    public void Change_that_brings_and_takes_no_word_changes_nothing()
    {
        var postings = Postings.Build([Department("1 2", "")], 2);

        Assert.Same(postings, postings.With([(0, Department("1 2", ""), Department("2 1", "1"))], 2));
    }

    private static byte[] Department(string name, string summary) => PackedPassages.Pack(
        [new Passage(MatchField.Name, name), new Passage(MatchField.Summary, summary)], new Tokenizer(new Dictionary<string, string>()),
        int.Parse);

    private static byte[] Any(Random random) => Department(
        string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(1, Words))),
        string.Join(' ', Enumerable.Range(0, random.Next(20)).Select(_ => 1 + (random.Next(Words) * random.Next(Words) / Words))));

    private static string Everything(Postings postings) =>
        string.Join('\n',
            Enumerable.Range(0, Words + 1)
                .Select(word => $"{postings.CountOf(word)} {postings.NamingCounts.ElementAtOrDefault(word)} {List(postings, word)}"));

    private static string List(Postings postings, int word)
    {
        var found = new List<string>();
        for (var posting = postings.For(word); posting.Next();)
            found.Add($"{posting.Position}:{posting.FieldClass}");
        return string.Join(' ', found);
    }
}
