using BpoDirectory.Components.Shared.Changes;
using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;
using Bunit;

namespace BpoDirectory.Tests.Components.Shared.Changes;

public sealed class RevisionListTests : BunitContext
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public void Versions_stand_on_a_line_in_time_with_the_present_one_marked_on_the_first_page(int page, int marked)
    {
        var list = List(page);

        Assert.Equal(3, list.FindAll("ol.timeline > li").Count);
        Assert.Equal(marked, list.FindAll("ol.timeline > li:first-child.present").Count);
        Assert.Equal(marked, list.FindAll(".present").Count);
    }

    [Fact]
    public void Any_two_are_chosen_and_sent_by_a_form_alone()
    {
        var list = List(page: 1);

        var form = list.Find("form");
        Assert.Equal(("get", "/departments/legal/history"), (form.GetAttribute("method"), form.GetAttribute("action")));
        foreach (var name in new[] { "from", "to" })
            Assert.Equal(["3", "2", "1"], list.FindAll($"input[type=radio][name={name}]").Select(choice => choice.GetAttribute("value")));
        Assert.Equal("submit", list.Find("form button").GetAttribute("type"));
    }

    private IRenderedComponent<RevisionList> List(int page) => Render<RevisionList>(parameters => parameters
        .Add(l => l.Address, "/departments/legal/history").Add(l => l.CanCompare, true).Add(l => l.Page, page)
        .Add(l => l.From, 2).Add(l => l.To, 3)
        .Add(l => l.Revisions, [Row(3), Row(2), Row(1)]));

    private static RevisionRow Row(int number) =>
        new(number, new DateTime(2026, 11, number, 9, 0, 0, DateTimeKind.Utc), "Ada", RevisionAction.Edited, null);
}
