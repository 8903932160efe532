using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Tests.Editing.Revisions;

public sealed class ContentComparisonTests
{
    [Fact]
    public void Order_of_very_many_items_is_compared_in_time()
    {
        var keys = Enumerable.Range(0, 8_000).ToList();
        var before = ContentJson.ToNode(
            new DepartmentContent { Aliases = keys.ConvertAll(key => new AliasContent { Key = $"{key}", Name = $"{key}" }) });
        var after = ContentJson.ToNode(new DepartmentContent
        {
            Aliases = [.. keys.OrderBy(key => key * 7919 % 8_009).Select(key => new AliasContent { Key = $"{key}", Name = $"{key}" })],
        });

        TimeBound.AssertKept(() => ContentComparison.Compare(DepartmentContent.Fields, before, after));
    }

    private readonly DepartmentContent _before = new()
    {
        Name = "Payroll",
        Summary = "Pays people every month.",
        Responsibilities =
        [
            new ResponsibilityContent { Key = "1", Text = "Pay wages", Sources = ["S1"] },
            new ResponsibilityContent { Key = "2", Text = "Withhold taxes" },
            new ResponsibilityContent { Key = "3", Text = "Send payslips" },
        ],
        ServiceLines = ["hr"],
    };

    [Fact]
    public void Equal_contents_do_not_differ() => Assert.Empty(Compare(_ => { }));

    [Fact]
    public void Texts_differ_word_by_word()
    {
        var difference = Assert.Single(Compare(after => after.Summary = "Pays staff every month."));

        Assert.Equal("Summary", difference.Field.Label);
        Assert.Equal(
            [(PieceKind.Same, "Pays "), (PieceKind.Removed, "people"), (PieceKind.Added, "staff"), (PieceKind.Same, " every month.")],
            difference.Pieces.Select(piece => (piece.Kind, piece.Text)));
    }

    [Fact]
    public void Values_differ_as_a_whole()
    {
        _before.Parent = "sales-east";

        Assert.Equal(
            [(PieceKind.Removed, "sales-east"), (PieceKind.Same, " "), (PieceKind.Added, "sales-west")],
            Pieces(after => after.Parent = "sales-west"));
        Assert.Equal([(PieceKind.Removed, "sales-east")], Pieces(after => after.Parent = ""));
    }

    [Fact]
    public void Lists_differ_item_by_item()
    {
        var items = Assert.Single(Compare(after =>
        {
            after.Responsibilities[1].Text = "Withhold taxes and levies";
            after.Responsibilities.RemoveAt(0);
            after.Responsibilities.Add(new ResponsibilityContent { Text = "Answer questions" });
        })).Items;

        Assert.Equal(
            [(ItemChange.Changed, "Withhold taxes and levies"), (ItemChange.Added, "Answer questions"),
                (ItemChange.Removed, "Pay wages — [S1]")],
            items.Select(item => (item.Change, string.Concat(item.Pieces.Select(piece => piece.Text)))));
    }

    [Fact]
    public void Only_the_item_that_was_moved_is_called_moved()
    {
        var item = Assert.Single(
            Assert.Single(Compare(after =>
                after.Responsibilities = [after.Responsibilities[2], after.Responsibilities[0], after.Responsibilities[1]])).Items);

        Assert.Equal((ItemChange.Moved, "Send payslips"), (item.Change, item.Pieces[0].Text));
    }

    [Fact]
    public void Sets_differ_by_value() =>
        Assert.Equal(
            [ItemChange.Added, ItemChange.Removed],
            Assert.Single(Compare(after => after.ServiceLines = ["finance"])).Items.Select(item => item.Change));

    private IEnumerable<(PieceKind, string)> Pieces(Action<DepartmentContent> change) =>
        Assert.Single(Compare(change)).Pieces.Select(piece => (piece.Kind, piece.Text));

    private IReadOnlyList<FieldDifference> Compare(Action<DepartmentContent> change)
    {
        var after = ContentJson.Copy(_before);
        change(after);
        return ContentComparison.Compare(DepartmentContent.Fields, ContentJson.ToNode(_before), ContentJson.ToNode(after));
    }
}
