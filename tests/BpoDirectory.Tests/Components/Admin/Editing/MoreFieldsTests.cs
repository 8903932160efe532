using BpoDirectory.Components.Admin.Editing.Fields;
using BpoDirectory.Editing;
using Bunit;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class MoreFieldsTests : BunitContext
{
    private readonly CheckedForm _form = new();

    [Fact]
    public async Task Fields_are_made_when_they_are_first_opened_and_stay()
    {
        var more = More();
        Assert.Empty(more.FindAll("input"));

        await more.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        Assert.Single(more.FindAll("input"));

        await more.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        Assert.Single(more.FindAll("input"));
    }

    [Fact]
    public void Fields_that_are_open_to_begin_with_are_there_at_once()
    {
        var more = More(isOpen: true);

        Assert.True(more.Find("details").HasAttribute("open"));
        Assert.Single(more.FindAll("input"));
    }

    [Theory]
    [InlineData("responsibilities[2].detail", 1)]
    [InlineData("responsibilities[20].detail", 0)]
    [InlineData("responsibilities", 0)]
    public void Fields_with_a_problem_are_there_for_who_is_led_to_them(string field, int fields)
    {
        _form.Find(new FieldProblem(field, "This is too long."));

        Assert.Equal(fields, More().FindAll("input").Count);
    }

    private IRenderedComponent<MoreFields> More(bool isOpen = false) => Render<MoreFields>(parameters => parameters
        .AddCascadingValue<FormSession>(_form)
        .Add(more => more.Of, "responsibilities[2]").Add(more => more.Summary, "Detail").Add(more => more.IsOpen, isOpen)
        .AddChildContent("<input />"));

    private sealed class CheckedForm : FormSession
    {
        public void Find(FieldProblem problem) => Problems = [problem];
    }
}
