using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Merge;
using BpoDirectory.Functions;

namespace BpoDirectory.Tests.Editing.Merge;

public sealed class ContentMergeTests
{
    private readonly DepartmentContent _original = new()
    {
        Name = "Payroll",
        Slug = "payroll",
        Summary = "Pays people.",
        Description = "First.\n\nSecond.",
        Office = Office.Back,
        Aliases = [new AliasContent { Key = "1", Name = "Wages" }, new AliasContent { Key = "2", Name = "Salaries" },
            new AliasContent { Key = "3", Name = "Pay" }],
        ServiceLines = ["hr", "finance"],
        Functions = [new OwnedFunctionContent { Slug = "payroll-processing", Name = "Payroll processing" }],
    };

    [Fact]
    public void Changes_of_different_fields_both_survive()
    {
        var merge = Merge(mine => mine.Summary = "Pays everybody.", theirs => theirs.Office = Office.Both);

        Assert.Empty(merge.Conflicts);
        Assert.Equal(("Pays everybody.", Office.Both), (Merged(merge).Summary, Merged(merge).Office));
        Assert.Equal(["Office"], merge.FromTheirs.Select(field => field.Label));
    }

    [Fact]
    public void Different_changes_of_one_field_are_a_conflict_and_not_decided()
    {
        var merge = Merge(mine => mine.Summary = "Mine.", theirs => theirs.Summary = "Theirs.");

        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal(("Summary", "Pays people.", "Mine.", "Theirs."),
            (conflict.Field.Label, ContentText.From(conflict.Original), ContentText.From(conflict.Mine),
                ContentText.From(conflict.Theirs)));
    }

    [Fact]
    public void Same_change_on_both_sides_is_no_conflict() =>
        Assert.Empty(Merge(mine => mine.Office = Office.Front, theirs => theirs.Office = Office.Front).Conflicts);

    [Fact]
    public void Descriptions_merge_by_line()
    {
        var merge = Merge(
            mine => mine.Description = "First, by me.\n\nSecond.", theirs => theirs.Description = "First.\n\nSecond, by them.");

        Assert.Empty(merge.Conflicts);
        Assert.Equal("First, by me.\n\nSecond, by them.", Merged(merge).Description);
    }

    [Fact]
    public void Items_added_removed_and_changed_on_both_sides_survive_item_by_item()
    {
        var merge = Merge(
            mine => { mine.Aliases[0].Name =
                "Wages and salaries"; mine.Aliases.Insert(1, new AliasContent { Key = "new-m", Name = "Mine" }); },
            theirs => { theirs.Aliases.RemoveAt(1); theirs.Aliases.Add(new AliasContent { Key = "9", Name = "Theirs" }); });

        Assert.Empty(merge.Conflicts);
        Assert.Equal(["Wages and salaries", "Mine", "Pay", "Theirs"], Merged(merge).Aliases.Select(alias => alias.Name));
    }

    [Fact]
    public void One_item_changed_on_both_sides_is_a_conflict_of_that_item_alone()
    {
        var merge = Merge(
            mine => mine.Aliases[0].Name = "Mine", theirs => { theirs.Aliases[0].Name = "Theirs"; theirs.Aliases[2].Name = "Payments"; });

        Assert.Equal("1", Assert.Single(merge.Conflicts).Key);
        Assert.Equal(["Mine", "Salaries", "Payments"], Merged(merge).Aliases.Select(alias => alias.Name));
    }

    [Fact]
    public void Item_removed_here_and_changed_there_is_a_conflict()
    {
        var conflict = Assert.Single(Merge(mine => mine.Aliases.RemoveAt(0), theirs => theirs.Aliases[0].Name = "Theirs").Conflicts);

        Assert.Null(conflict.Mine);
        Assert.Equal("Theirs", ContentText.FromItem(conflict.Theirs));
    }

    [Fact]
    public void Order_changed_on_one_side_is_kept_with_the_items_of_the_other()
    {
        var merge = Merge(mine => mine.Aliases.Add(new AliasContent { Key = "new-m", Name = "Mine" }), theirs => theirs.Aliases.Reverse());

        Assert.Empty(merge.Conflicts);
        Assert.Equal(["Pay", "Mine", "Salaries", "Wages"], Merged(merge).Aliases.Select(alias => alias.Name));
    }

    [Fact]
    public void Orders_changed_differently_are_a_conflict_that_can_be_decided()
    {
        var merge = Merge(mine => mine.Aliases.Reverse(), theirs => theirs.Aliases.Reverse(1, 2));

        var conflict = Assert.Single(merge.Conflicts);
        Assert.True(conflict.IsOrder);
        ContentMerge.Resolve(merge.Content, conflict, conflict.Theirs);
        Assert.Equal(["Wages", "Pay", "Salaries"], Merged(merge).Aliases.Select(alias => alias.Name));
    }

    [Fact]
    public void Sets_take_what_either_side_added_and_drop_what_either_side_removed()
    {
        var merge = Merge(mine => mine.ServiceLines = ["hr", "finance", "legal"], theirs => theirs.ServiceLines = ["finance", "it"]);

        Assert.Empty(merge.Conflicts);
        Assert.Equal(["finance", "legal", "it"], Merged(merge).ServiceLines);
    }

    [Theory]
    [InlineData(true, "Theirs")]
    [InlineData(false, null)]
    public void Chosen_value_of_an_item_takes_its_place(bool keep, string? first)
    {
        var merge = Merge(mine => mine.Aliases[0].Name = "Mine", theirs => theirs.Aliases[0].Name = "Theirs");
        var conflict = Assert.Single(merge.Conflicts);

        ContentMerge.Resolve(merge.Content, conflict, keep ? conflict.Theirs : null);

        Assert.Equal(first is null ? ["Salaries", "Pay"] : [first, "Salaries", "Pay"], Merged(merge).Aliases.Select(alias => alias.Name));
    }

    [Fact]
    public void Chosen_value_of_a_field_takes_its_place()
    {
        var merge = Merge(mine => mine.Summary = "Mine.", theirs => theirs.Summary = "Theirs.");

        ContentMerge.Resolve(merge.Content, Assert.Single(merge.Conflicts), JsonValue.Create("Both."));

        Assert.Equal("Both.", Merged(merge).Summary);
    }

    [Fact]
    public void Merging_changes_neither_side()
    {
        var (original, mine, theirs) = (ContentJson.ToNode(_original), Node(c => c.Aliases.Reverse()), Node(c => c.Aliases.RemoveAt(0)));
        var before = (original.ToJsonString(), mine.ToJsonString(), theirs.ToJsonString());

        ContentMerge.Merge(DepartmentContent.Fields, original, mine, theirs);

        Assert.Equal(before, (original.ToJsonString(), mine.ToJsonString(), theirs.ToJsonString()));
    }

    [Theory]
    [InlineData("pay run", "salary run", true)]
    [InlineData("pay run", "pay run", false)]
    [InlineData(null, "salary run", false)]
    public void Words_that_both_put_in_place_of_the_same_are_a_conflict(string? mine, string theirs, bool isConflict)
    {
        var merge = MergeWords(["wages", "payslip"], mine is null ? ["payslip"] : [mine, "payslip"], [theirs, "payslip"]);

        Assert.Equal(isConflict, merge.Conflicts.Count == 1);
        Assert.DoesNotContain("wages", Words(merge));
        Assert.Equal(isConflict ? [mine!, "payslip"] : mine is null ? ["payslip", theirs] : [mine, "payslip"], Words(merge));
    }

    [Theory]
    [InlineData("salary run", "payslip, salary run")]
    [InlineData("wages", "payslip, wages")]
    [InlineData("pay run", "pay run, payslip")]
    public void Chosen_words_take_the_place_of_mine(string chosen, string words)
    {
        var merge = MergeWords(["wages", "payslip"], ["pay run", "payslip"], ["salary run", "payslip"]);

        ContentMerge.Resolve(merge.Content, merge.Conflicts[0], new JsonArray(chosen));

        Assert.Equal(words, string.Join(", ", Words(merge)));
    }

    [Fact]
    public void Picks_that_differ_are_no_conflict()
    {
        var merge = Merge(mine => mine.ServiceLines = ["hr", "it"], theirs => theirs.ServiceLines = ["hr", "legal"]);

        Assert.Empty(merge.Conflicts);
        Assert.Equal(["hr", "it", "legal"], Merged(merge).ServiceLines);
    }

    [Fact]
    public void Conflict_of_orders_has_every_item_that_anybody_has()
    {
        var merge = Merge(
            mine =>
            {
                (mine.Aliases[0], mine.Aliases[1]) = (mine.Aliases[1], mine.Aliases[0]);
                mine.Aliases.Add(new AliasContent { Key = "4", Name = "Mine" });
            },
            theirs =>
            {
                theirs.Aliases.Reverse();
                theirs.Aliases.Add(new AliasContent { Key = "5", Name = "Theirs" });
            });

        Assert.Equal(
            ["Mine", "Pay", "Salaries", "Theirs", "Wages"],
            merge.Conflicts.Single(conflict => conflict.IsOrder).Items.Select(item => item!["name"]!.ToString())
                .Order(StringComparer.Ordinal));
    }

    private static MergeResult MergeWords(string[] original, string[] mine, string[] theirs) => ContentMerge.Merge(
        BusinessFunctionContent.Fields, Node(original), Node(mine), Node(theirs));

    private static JsonObject Node(string[] words) => ContentJson.ToNode(new BusinessFunctionContent { Synonyms = [.. words] });

    private static List<string> Words(MergeResult merge) => ContentJson.FromNode<BusinessFunctionContent>(merge.Content).Synonyms;

    private MergeResult Merge(Action<DepartmentContent> mine, Action<DepartmentContent> theirs) =>
        ContentMerge.Merge(DepartmentContent.Fields, ContentJson.ToNode(_original), Node(mine), Node(theirs));

    private JsonObject Node(Action<DepartmentContent> change)
    {
        var copy = ContentJson.Copy(_original);
        change(copy);
        return ContentJson.ToNode(copy);
    }

    private static DepartmentContent Merged(MergeResult merge) => ContentJson.FromNode<DepartmentContent>(merge.Content);
}
