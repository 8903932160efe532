using BpoDirectory.Components.Shared;
using Bunit;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class IconTests : BunitContext
{
    [Fact]
    public void Every_kind_has_a_drawing_that_screen_readers_skip()
    {
        foreach (var kind in Enum.GetValues<IconKind>())
        {
            var icon = Render<Icon>(parameters => parameters.Add(c => c.Kind, kind)).Find("svg");

            Assert.Equal("true", icon.GetAttribute("aria-hidden"));
            Assert.StartsWith("M", icon.QuerySelector("path")!.GetAttribute("d"), StringComparison.Ordinal);
        }
    }
}
