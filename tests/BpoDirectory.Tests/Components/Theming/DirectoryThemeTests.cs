using BpoDirectory.Components.Theming;
using BpoDirectory.Settings;
using MudBlazor;
using MudBlazor.Utilities;

namespace BpoDirectory.Tests.Components.Theming;

public sealed class DirectoryThemeTests
{
    private const double ForText = 4.5;
    private const double ForInputLines = 3;

    public static TheoryData<string, string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, string, double>();
        Palette[] palettes = [DirectoryTheme.Usual.PaletteLight, DirectoryTheme.Usual.PaletteDark];
        foreach (var palette in palettes)
        {
            void Add(string name, MudColor ink, MudColor ground, double least = ForText) =>
                pairs.Add($"{palette.GetType().Name}: {name}", ink.Value, ground.Value, least);
            foreach (var ground in new[] { palette.Background, palette.BackgroundGray, palette.Surface }.DistinctBy(colour => colour.Value))
            {
                Add("text", palette.TextPrimary, ground);
                Add("second text", palette.TextSecondary, ground);
                Add("disabled text", palette.TextDisabled, ground);
                Add("accent", palette.Primary, ground);
                Add("error", palette.Error, ground);
                Add("warning", palette.Warning, ground);
                Add("success", palette.Success, ground);
                Add("info", palette.Info, ground);
                Add("line of an input", palette.LinesInputs, ground, ForInputLines);
            }
            Add("on accent", palette.PrimaryContrastText, palette.Primary);
            Add("on second", palette.SecondaryContrastText, palette.Secondary);
            Add("on error", palette.ErrorContrastText, palette.Error);
            Add("on warning", palette.WarningContrastText, palette.Warning);
            Add("on success", palette.SuccessContrastText, palette.Success);
            Add("on info", palette.InfoContrastText, palette.Info);
        }
        var (light, dark) = (DirectoryTheme.Usual.PaletteLight, DirectoryTheme.Usual.PaletteDark);
        foreach (var office in new[] { "front", "back", "both", "none" })
        {
            var (ink, ground) = (Tint($"office-{office}-ink"), Tint($"office-{office}-ground"));
            pairs.Add($"{office} office, light", ink.Light, ground.Light, ForText);
            pairs.Add($"{office} office, dark", ink.Dark, ground.Dark, ForText);
        }
        foreach (var name in new[] { "accent-tint", "match-mark", "added", "removed" })
        {
            pairs.Add($"text on {name}, light", light.TextPrimary.Value, Tint(name).Light, ForText);
            pairs.Add($"text on {name}, dark", dark.TextPrimary.Value, Tint(name).Dark, ForText);
        }
        pairs.Add("warning on its ground, light", light.Warning.Value, Tint("warning-ground").Light, ForText);
        pairs.Add("warning on its ground, dark", dark.Warning.Value, Tint("warning-ground").Dark, ForText);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Colours_stand_out_from_their_ground(string pair, string ink, string ground, double least)
    {
        var contrast = Contrast(new MudColor(ink), new MudColor(ground));

        Assert.True(contrast >= least, $"{pair}: {ink} on {ground} has a contrast of {contrast:N1}; at least {least} is needed.");
    }

    private static (string Light, string Dark) Tint(string name)
    {
        var (_, light, dark) = DirectoryTheme.CreateTints(AccentColour.From(AccentColour.Usual)).Single(tint => tint.Name == name);
        return (light, dark);
    }

    // WCAG 2.2, contrast ratio and relative luminance.
    private static double Contrast(MudColor one, MudColor other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(MudColor colour) =>
        (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
