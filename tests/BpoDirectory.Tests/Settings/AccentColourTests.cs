using BpoDirectory.Data;
using BpoDirectory.Settings;
using MudBlazor.Utilities;

namespace BpoDirectory.Tests.Settings;

public sealed class AccentColourTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#ff0000", "#ffffff", 4)]
    public void Contrast_is_that_of_the_guidelines(string one, string other, double ratio)
    {
        Assert.Equal(ratio, AccentColour.Contrast(one, other), 0.005);
        Assert.Equal(ratio, AccentColour.Contrast(other, one), 0.005);
    }

    [Theory]
    [InlineData("#ff9900", "white text on it has a contrast of 2.1:1")]
    [InlineData("#ff0000", "white text on it has a contrast of 3.9:1")]
    [InlineData("#ffffff", "white text on it has a contrast of 1.0:1")]
    // It stands out from white, but not from the grey ground: 4.54 and 4.2.
    [InlineData("#767676", "white text on it has a contrast of 4.5:1, and links in it 4.1:1")]
    public void Colour_that_cannot_be_read_is_refused_with_what_was_measured(string colour, string reason)
    {
        Assert.Contains(reason, AccentColour.Check(colour), StringComparison.Ordinal);
        Assert.Throws<DirectoryRuleException>(() => AccentColour.From(colour));
    }

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#abc")]
    [InlineData("#12345g")]
    [InlineData("#1234567")]
    [InlineData("0b5c68")]
    [InlineData("#0b5c68;}body{display:none")]
    [InlineData("#0b5c68\n;")]
    public void What_is_no_colour_is_refused(string text) =>
        Assert.Contains("is no colour: write it like #0b5c68", AccentColour.Check(text), StringComparison.Ordinal);

    public static TheoryData<string> Colours =>
        ["#0b5c68", "#000000", "#000080", "#7a003c", "#b3261e", "#1a6b3c", "#5f5f5f", "#6a00f4", "#0057B7", " #8a4b00 "];

    [Theory]
    [MemberData(nameof(Colours))]
    public void Every_tone_of_an_accent_can_be_read_where_it_stands(string text)
    {
        var accent = AccentColour.From(text);

        Assert.Equal(text.Trim().ToLowerInvariant(), accent.Light);
        (string Ink, string Ground)[] pairs =
        [
            (accent.OnLight, accent.Light), (accent.Light, AccentColour.LightPage), (accent.Light, AccentColour.LightRaised),
            (accent.Light, accent.LightGround),
            (accent.OnDark, accent.Dark), (accent.Dark, AccentColour.DarkPage), (accent.Dark, AccentColour.DarkRaised),
            (accent.Dark, accent.DarkGround), (HexOf(new MudColor(accent.Dark).ColorRgbDarken()), AccentColour.DarkRaised),
        ];
        Assert.All(pairs, pair => Assert.InRange(AccentColour.Contrast(pair.Ink, pair.Ground), AccentColour.LeastContrast, 21));
    }

    [Fact]
    public void Dark_pages_get_a_tone_as_near_to_the_colour_as_can_be_read()
    {
        var accent = AccentColour.From("#b3261e");

        Assert.InRange(AccentColour.Contrast(accent.Dark, AccentColour.DarkRaised), AccentColour.LeastContrast, 6);
        Assert.NotEqual(accent.Light, accent.Dark);
    }

    private static string HexOf(MudColor colour) => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";
}
