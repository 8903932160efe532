using BpoDirectory.Components.Admin.Editing.Fields;
using Bunit;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class TimeZoneFieldTests : BunitContext
{
    private string _zone = "";

    public TimeZoneFieldTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Theory]
    [InlineData("manila", "Asia/Manila (Philippines)")]
    [InlineData("philip", "Asia/Manila (Philippines)")]
    [InlineData("sao paulo", "America/Sao Paulo (Brazil)")]
    [InlineData("new york", "America/New York (United States)")]
    public void Zone_is_found_by_its_city_and_by_its_country(string typed, string offered)
    {
        var field = Field();

        field.Find("input").Input(typed);

        Assert.Equal([offered], field.FindAll("[role=option]").Select(option => option.TextContent.Trim()));
    }

    [Fact]
    public void Zone_of_the_organisation_is_offered_first()
    {
        var field = Field(first: "Europe/Berlin");

        field.Find("input").KeyDown("ArrowDown");

        Assert.Equal("Europe/Berlin (Germany)", field.Find("[role=option]").TextContent.Trim());
    }

    [Fact]
    public void Zone_that_is_chosen_is_kept_by_its_id()
    {
        var field = Field();
        field.Find("input").Input("kathmandu");

        field.Find("[role=option]").MouseDown();

        Assert.Equal("Asia/Kathmandu", _zone);
        Assert.Equal("Asia/Kathmandu (Nepal)", Field().Find(".chosen span").TextContent.Trim());
    }

    [Fact]
    public void Older_name_of_a_zone_stays_to_be_seen()
    {
        _zone = "Asia/Katmandu";

        Assert.Equal("Asia/Katmandu", Field().Find(".chosen span").TextContent.Trim());
    }

    private IRenderedComponent<TimeZoneField> Field(string first = "") => Render<TimeZoneField>(parameters => parameters
        .Add(f => f.Name, "timeZone").Add(f => f.Label, "Time zone").Add(f => f.First, first)
        .Bind(f => f.Value, _zone, zone => _zone = zone));
}
