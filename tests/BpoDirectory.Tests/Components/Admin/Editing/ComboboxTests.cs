using BpoDirectory.Components.Admin.Editing.Fields;
using BpoDirectory.Data;
using Bunit;
using Microsoft.AspNetCore.Components.Web;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class ComboboxTests : BunitContext
{
    private static readonly string[] Names = ["Payments", "Payroll"];

    private readonly List<string> _created = [];

    private readonly List<NamedLink> _chosen = [];

    [Fact]
    public async Task What_is_called_by_no_name_can_be_created_by_keyboard()
    {
        var box = Field(canCreate: true);

        await Input(box).InputAsync(" Taxi receipts ");
        Assert.Equal(["Create “Taxi receipts”…"], Options(box));
        Assert.Equal(box.Find("[aria-selected=true]").Id, Input(box).GetAttribute("aria-activedescendant"));
        await Input(box).KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.Equal(["Taxi receipts"], _created);
        Assert.Empty(Options(box));
        Assert.Equal("", Input(box).GetAttribute("value"));
    }

    [Fact]
    public async Task Creating_comes_after_what_there_is()
    {
        var box = Field(canCreate: true);

        await Input(box).InputAsync("pay");
        Assert.Equal(["Payments", "Payroll", "Create “pay”…"], Options(box));
        await Input(box).KeyDownAsync(new KeyboardEventArgs { Key = "ArrowUp" });
        Assert.Equal("Create “pay”…", box.Find("[aria-selected=true]").TextContent);
        await Input(box).KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        await Input(box).KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.Equal(["Payments"], _chosen.Select(chosen => chosen.Name));
        Assert.Empty(_created);
    }

    [Theory]
    [InlineData("payROLL", true)]
    [InlineData("  ", true)]
    [InlineData("Taxi receipts", false)]
    public async Task Nothing_is_created_that_exists_or_has_no_name_or_where_nothing_can_be(string text, bool canCreate)
    {
        var box = Field(canCreate);

        await Input(box).InputAsync(text);

        Assert.DoesNotContain(Options(box), option => option.StartsWith("Create", StringComparison.Ordinal));
    }

    private static AngleSharp.Dom.IElement Input(IRenderedComponent<Combobox> box) => box.Find("input");

    private static IReadOnlyList<string> Options(IRenderedComponent<Combobox> box) =>
        [.. box.FindAll("[role=option]").Select(option => option.TextContent.Trim())];

    private IRenderedComponent<Combobox> Field(bool canCreate) => Render<Combobox>(parameters =>
    {
        parameters.Add(f => f.Name, "functions.add").Add(f => f.Label, "Add a function");
        parameters.Add(f => f.Find, FindAsync).Add(f => f.OnChosen, _chosen.Add);
        if (canCreate)
            parameters.Add(f => f.OnCreate, _created.Add);
    });

    private static Task<IReadOnlyList<NamedLink>> FindAsync(string text) => Task.FromResult<IReadOnlyList<NamedLink>>(
        [.. Names.Where(name => name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(name => new NamedLink(name, name))]);
}
