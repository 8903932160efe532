using BpoDirectory.Components.Admin.Editing.Fields;
using BpoDirectory.Data;
using Bunit;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class IconFieldTests : BunitContext
{
    private string _icon = "gavel";

    [Fact]
    public void Field_says_which_icon_is_chosen_and_once_opened_offers_all_by_name()
    {
        var field = Field();

        Assert.Equal("Icon: Gavel", field.Find("summary").TextContent.Trim());
        Assert.Empty(field.FindAll("label"));

        field.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Equal("gavel", field.Find("input:checked").GetAttribute("value"));
        Assert.Equal(
            DepartmentIcons.Names.Select(DepartmentIcons.ToLabel), field.FindAll("label").Select(label => label.TextContent.Trim()));
    }

    [Fact]
    public void Choosing_an_icon_changes_the_content()
    {
        var field = Field();
        field.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);

        field.Find("input[value=mail]").Change("mail");

        Assert.Equal("mail", _icon);
        Assert.Equal("Icon: Letter", field.Find("summary").TextContent.Trim());
    }

    private IRenderedComponent<IconField> Field() => Render<IconField>(parameters => parameters
        .Add(f => f.Name, "icon").Add(f => f.Label, "Icon").Add(f => f.Office, Office.Back)
        .Bind(f => f.Value, _icon, icon => _icon = icon));
}
