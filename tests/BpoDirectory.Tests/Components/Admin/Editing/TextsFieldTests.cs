using BpoDirectory.Components.Admin.Editing.Fields;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor.Services;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class TextsFieldTests : BunitContext, IAsyncLifetime
{
    private readonly List<string> _texts = ["taxi", "cab"];

    public TextsFieldTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Names_are_chips_and_enter_goes_on_to_another_one()
    {
        var field = Field(areNames: true);
        Assert.Equal(2, field.FindAll(".chips li").Count);

        await field.Find("li").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.Equal(["taxi", "", "cab"], _texts);
    }

    [Fact]
    public async Task Enter_in_a_chip_without_a_name_adds_no_other()
    {
        _texts.Insert(0, "");
        var field = Field(areNames: true);

        await field.Find("li").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.Equal(["", "taxi", "cab"], _texts);
    }

    [Fact]
    public async Task Chip_is_reworded_where_it_is_and_removed_by_its_button()
    {
        var field = Field(areNames: true);

        await field.Find("#field-synonyms-1").InputAsync("minicab");
        await field.Find("button[aria-label='Remove “taxi”']").ClickAsync(new());

        Assert.Equal(["minicab"], _texts);
        Assert.Equal("Synonym 1", field.Find("label[for=field-synonyms-0]").TextContent);
    }

    [Fact]
    public async Task Sentences_are_rows_that_enter_adds_none_to()
    {
        var field = Field(areNames: false);

        await field.Find("li").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.Empty(field.FindAll(".chips"));
        Assert.Equal(["taxi", "cab"], _texts);
    }

    private IRenderedComponent<TextsField> Field(bool areNames) => Render<TextsField>(parameters => parameters
        .Add(f => f.Name, "synonyms").Add(f => f.Label, "Synonyms").Add(f => f.Noun, "synonym")
        .Add(f => f.Texts, _texts).Add(f => f.AreNames, areNames));
}
