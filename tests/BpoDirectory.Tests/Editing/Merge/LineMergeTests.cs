using BpoDirectory.Editing.Merge;

namespace BpoDirectory.Tests.Editing.Merge;

public sealed class LineMergeTests
{
    private const string Original = "one\ntwo\nthree\nfour\nfive";

    [Theory]
    [InlineData("a\n", "b\n", "c\n")]
    [InlineData("\n", "a\n", "\n\n")]
    [InlineData("a\nb\n", "b\na\n", "a\na\n")]
    [InlineData("a\n", "a\nb\n", "b\na\n")]
    public void Longest_texts_are_merged_in_time(string original, string mine, string theirs) =>
        TimeBound.AssertKept(() => LineMerge.Merge(Filled(original), Filled(mine), Filled(theirs)));

    private static string Filled(string part) => string.Concat(Enumerable.Repeat(part, 20_000 / part.Length));

    [Fact]
    public void Changes_in_different_lines_both_survive()
    {
        var merge = LineMerge.Merge(Original, "ONE\ntwo\nthree\nfour\nfive", "one\ntwo\nthree\nfour\nFIVE\nsix");

        Assert.Equal("ONE\ntwo\nthree\nfour\nFIVE\nsix", merge.Mine);
        Assert.Equal(merge.Mine, merge.Theirs);
        Assert.False(merge.Overlaps);
    }

    [Fact]
    public void Changes_of_one_line_overlap_and_each_side_keeps_what_the_other_did_elsewhere()
    {
        var merge = LineMerge.Merge(Original, "ONE\ntwo\nmine\nfour\nfive", "one\ntwo\ntheirs\nfour\nFIVE");

        Assert.True(merge.Overlaps);
        Assert.Equal("ONE\ntwo\nmine\nfour\nFIVE", merge.Mine);
        Assert.Equal("ONE\ntwo\ntheirs\nfour\nFIVE", merge.Theirs);
    }

    [Fact]
    public void Same_change_on_both_sides_is_made_once()
    {
        var merge = LineMerge.Merge(Original, "one\ntwo\nnew\nthree\nfour\nfive", "one\ntwo\nnew\nthree\nfour\nfive");

        Assert.Equal((false, "one\ntwo\nnew\nthree\nfour\nfive"), (merge.Overlaps, merge.Mine));
    }

    [Fact]
    public void Line_removed_here_and_changed_there_overlaps() =>
        Assert.True(LineMerge.Merge(Original, "one\ntwo\nfour\nfive", "one\ntwo\nTHREE\nfour\nfive").Overlaps);

    [Fact]
    public void Additions_at_one_place_overlap() =>
        Assert.True(LineMerge.Merge(Original, Original + "\nmine", Original + "\ntheirs").Overlaps);

    [Theory]
    [InlineData("", "a", "", "a")]
    [InlineData("", "", "b", "b")]
    [InlineData("a\r\nb", "a\nb", "a\nb\nc", "a\nb\nc")]
    [InlineData("x\nx\nx", "x\nx", "x\nx\nx", "x\nx")]
    public void Unchanged_side_gives_way(string original, string mine, string theirs, string merged) =>
        Assert.Equal(new LineMerge(merged, merged, false), LineMerge.Merge(original, mine, theirs));

    [Fact]
    public void Nothing_is_lost_whatever_was_changed()
    {
        var dice = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var original = Enumerable.Range(0, dice.Next(12)).Select(i => $"line {dice.Next(6)}").ToList();
            var (mine, theirs) = (Changed(original, dice, "m"), Changed(original, dice, "t"));

            var merge = LineMerge.Merge(string.Join('\n', original), string.Join('\n', mine), string.Join('\n', theirs));

            var added = mine.Where(line => line.StartsWith('m'));
            Assert.All(added, line => Assert.Contains(line, merge.Mine.Split('\n')));
            Assert.All(theirs.Where(line => line.StartsWith('t')), line => Assert.Contains(line, merge.Theirs.Split('\n')));
            if (!merge.Overlaps)
                Assert.All(theirs.Where(line => line.StartsWith('t')), line => Assert.Contains(line, merge.Mine.Split('\n')));
        }
    }

    private static List<string> Changed(List<string> lines, Random dice, string mark)
    {
        var changed = lines.ToList();
        for (var change = 0; change < dice.Next(4); change++)
            if (dice.Next(2) == 0 && changed.Count > 0)
                changed[dice.Next(changed.Count)] = $"{mark}{change}";
            else
                changed.Insert(dice.Next(changed.Count + 1), $"{mark}{change}");
        return changed;
    }
}
