using System.Globalization;
using System.Text.RegularExpressions;
using MudBlazor.Utilities;

namespace BpoDirectory.Settings;

/// <summary>
/// The colour of links and buttons: as chosen for light pages, and a lighter tone of it for dark ones. Each can be read as text on
/// the pages of its kind, and the text of buttons on it, with a contrast of at least <see cref="LeastContrast"/>.
/// </summary>
public sealed partial class AccentColour
{
    /// <summary>The directory's own.</summary>
    public const string Usual = "#0b5c68";

    /// <summary>The contrast of text with its ground (WCAG 2.2, 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    /// <summary>The grounds of light pages: the page itself, and what stands out from it.</summary>
    public const string LightPage = "#ffffff";

    /// <inheritdoc cref="LightPage" />
    public const string LightRaised = "#f5f7f9";

    /// <summary>The grounds of dark pages.</summary>
    public const string DarkPage = "#0f1418";

    /// <inheritdoc cref="DarkPage" />
    public const string DarkRaised = "#161c22";

    private const double LightTint = 0.07;
    private const double DarkTint = 0.12;
    private const double Step = 0.02;

    private AccentColour(string light, string lightTint, string dark, string darkTint, string onDark) =>
        (Light, LightGround, Dark, DarkGround, OnDark) = (light, lightTint, dark, darkTint, onDark);

    /// <summary>On light pages, as <c>#rrggbb</c>.</summary>
    public string Light { get; }

    /// <summary>A touch of it, as the ground of what is chosen on light pages.</summary>
    public string LightGround { get; }

    /// <summary>On dark pages.</summary>
    public string Dark { get; }

    /// <summary>A touch of it, as the ground of what is chosen on dark pages.</summary>
    public string DarkGround { get; }

    /// <summary>Text on light buttons, which are of <see cref="Light"/>.</summary>
    public string OnLight => LightPage;

    /// <summary>Text on dark pages' buttons, which are of <see cref="Dark"/>.</summary>
    public string OnDark { get; }

    /// <summary>Whether a text is a colour as <c>#rrggbb</c>; blanks around it do not count.</summary>
    public static bool IsColour(string text) => Form().IsMatch(text.Trim());

    /// <summary>What to do about a text that is no colour, or one too light to be read; null when it is right.</summary>
    public static string? Check(string text)
    {
        if (!IsColour(text))
            return $"“{text.Trim()}” is no colour: write it like {Usual}, with # and six digits or letters from a to f.";
        var colour = text.Trim();
        var on = Contrast(LightPage, colour);
        var asText = Math.Min(Contrast(colour, LightRaised), Contrast(colour, Mix(LightPage, colour, LightTint)));
        return Math.Min(on, asText) >= LeastContrast
            ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"{colour} is too light: white text on it has a contrast of {Floor(on):0.0}:1, and links in it {Floor(asText):0.0}:1. ")
              + "At least 4.5:1 is needed: choose a darker colour.";
    }

    /// <summary>The colour and the tones made from it.</summary>
    /// <exception cref="Data.DirectoryRuleException">The text breaks <see cref="Check"/>.</exception>
    public static AccentColour From(string text)
    {
        if (Check(text) is { } problem)
            throw new Data.DirectoryRuleException(problem);
        var light = text.Trim().ToLowerInvariant();
        // Made by hand, and a little livelier than what is computed.
        if (light == Usual)
            return new AccentColour(Usual, "#eef6f7", "#74c7d1", "#12272b", "#06262b");
        var dark = light;
        for (var share = Step; !IsReadableOnDark(dark); share += Step)
            dark = Mix(light, "#ffffff", share);
        return new AccentColour(light, Mix(LightPage, light, LightTint), dark, Mix(DarkPage, dark, DarkTint), DarkPage);
    }

    /// <summary>The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio and relative luminance).</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(new MudColor(one)), Luminance(new MudColor(other)));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    // MudBlazor darkens what the pointer is on.
    private static bool IsReadableOnDark(string colour)
    {
        var hovered = Hex(new MudColor(colour).ColorRgbDarken());
        return Contrast(hovered, DarkRaised) >= LeastContrast && Contrast(colour, Mix(DarkPage, colour, DarkTint)) >= LeastContrast;
    }

    // A ratio just below the bound must not be told as the bound.
    private static double Floor(double ratio) => Math.Floor(ratio * 10) / 10;

    private static string Mix(string ground, string colour, double share)
    {
        var (a, b) = (new MudColor(ground), new MudColor(colour));
        byte Part(byte from, byte to) => (byte)Math.Round(from + ((to - from) * Math.Min(share, 1)));
        return Hex(new MudColor(Part(a.R, b.R), Part(a.G, b.G), Part(a.B, b.B), (byte)255));
    }

    private static string Hex(MudColor colour) => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";

    private static double Luminance(MudColor colour) =>
        (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
