using BpoDirectory.Settings;
using MudBlazor;

namespace BpoDirectory.Components.Theming;

/// <summary>
/// The only source of colours, type and radius: readers' pages, editing and accounts all draw from it. Texts have a contrast
/// of at least 4.5 with their ground, lines of inputs 3 (WCAG 2.2, 1.4.3 and 1.4.11).
/// </summary>
public static class DirectoryTheme
{
    private static readonly string[] SystemFonts =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Ubuntu", "sans-serif"];

    /// <summary>The look with the directory's own accent.</summary>
    public static MudTheme Usual { get; } = Create(AccentColour.From(AccentColour.Usual));

    /// <summary>What MudBlazor knows of the look.</summary>
    public static MudTheme Create(AccentColour accent) => new()
    {
        PaletteLight = new PaletteLight
        {
            Black = "#14202a",
            White = "#ffffff",
            Primary = accent.Light,
            PrimaryContrastText = accent.OnLight,
            Secondary = "#4a5864",
            SecondaryContrastText = "#ffffff",
            Tertiary = "#34508c",
            TertiaryContrastText = "#ffffff",
            Info = "#34508c",
            InfoContrastText = "#ffffff",
            Success = "#1a6b3c",
            SuccessContrastText = "#ffffff",
            Warning = "#7d5200",
            WarningContrastText = "#ffffff",
            Error = "#b3261e",
            ErrorContrastText = "#ffffff",
            Dark = "#14202a",
            DarkContrastText = "#ffffff",
            TextPrimary = "#14202a",
            TextSecondary = "#4a5864",
            TextDisabled = "#5f6c78",
            ActionDefault = "#4a5864",
            ActionDisabled = "#5f6c78",
            ActionDisabledBackground = "#ebeff2",
            Background = AccentColour.LightPage,
            BackgroundGray = AccentColour.LightRaised,
            Surface = AccentColour.LightPage,
            DrawerBackground = "#f5f7f9",
            DrawerText = "#14202a",
            DrawerIcon = "#4a5864",
            AppbarBackground = "#ffffff",
            AppbarText = "#14202a",
            LinesDefault = "#dfe5ea",
            LinesInputs = "#7f8c98",
            TableLines = "#ebeff2",
            TableStriped = "#f5f7f9",
            TableHover = "#f5f7f9",
            Divider = "#dfe5ea",
            DividerLight = "#ebeff2",
            GrayDefault = "#7f8c98",
            GrayLight = "#dfe5ea",
            GrayLighter = "#ebeff2",
            GrayDark = "#4a5864",
            GrayDarker = "#14202a",
            HoverOpacity = 0.06,
        },
        PaletteDark = new PaletteDark
        {
            Black = "#06262b",
            White = "#ffffff",
            Primary = accent.Dark,
            PrimaryContrastText = accent.OnDark,
            Secondary = "#a6b2bd",
            SecondaryContrastText = "#0f1418",
            Tertiary = "#9fb9f2",
            TertiaryContrastText = "#0f1418",
            Info = "#9fb9f2",
            InfoContrastText = "#0f1418",
            Success = "#7fcf9f",
            SuccessContrastText = "#0f1418",
            Warning = "#e6b660",
            WarningContrastText = "#0f1418",
            Error = "#f39a92",
            ErrorContrastText = "#0f1418",
            Dark = "#e6ebef",
            DarkContrastText = "#0f1418",
            TextPrimary = "#e6ebef",
            TextSecondary = "#a6b2bd",
            TextDisabled = "#8b97a2",
            ActionDefault = "#a6b2bd",
            ActionDisabled = "#8b97a2",
            ActionDisabledBackground = "#20282f",
            Background = AccentColour.DarkPage,
            BackgroundGray = AccentColour.DarkRaised,
            Surface = AccentColour.DarkPage,
            DrawerBackground = "#161c22",
            DrawerText = "#e6ebef",
            DrawerIcon = "#a6b2bd",
            AppbarBackground = "#0f1418",
            AppbarText = "#e6ebef",
            LinesDefault = "#283139",
            LinesInputs = "#6f7b87",
            TableLines = "#20282f",
            TableStriped = "#161c22",
            TableHover = "#161c22",
            Divider = "#283139",
            DividerLight = "#20282f",
            GrayDefault = "#6f7b87",
            GrayLight = "#283139",
            GrayLighter = "#20282f",
            GrayDark = "#a6b2bd",
            GrayDarker = "#e6ebef",
            HoverOpacity = 0.08,
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "56px", DrawerWidthLeft = "216px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemFonts, FontSize = "1rem", LineHeight = "1.625", LetterSpacing = "normal" },
            H1 = new H1Typography
            {
                FontFamily = SystemFonts, FontSize = "1.75rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-.01em",
            },
            H2 = new H2Typography
            {
                FontFamily = SystemFonts, FontSize = "1.125rem", FontWeight = "650", LineHeight = "1.333", LetterSpacing = "normal",
            },
            H3 = new H3Typography
            {
                FontFamily = SystemFonts, FontSize = ".9375rem", FontWeight = "600", LineHeight = "1.333", LetterSpacing = "normal",
            },
            H4 = new H4Typography
            {
                FontFamily = SystemFonts, FontSize = ".9375rem", FontWeight = "600", LineHeight = "1.333", LetterSpacing = "normal",
            },
            H5 = new H5Typography
            {
                FontFamily = SystemFonts, FontSize = ".875rem", FontWeight = "600", LineHeight = "1.43", LetterSpacing = "normal",
            },
            H6 = new H6Typography
            {
                FontFamily = SystemFonts, FontSize = ".875rem", FontWeight = "600", LineHeight = "1.43", LetterSpacing = "normal",
            },
            Subtitle1 = new Subtitle1Typography
            {
                FontFamily = SystemFonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal",
            },
            Subtitle2 = new Subtitle2Typography
            {
                FontFamily = SystemFonts, FontSize = ".875rem", LineHeight = "1.43", LetterSpacing = "normal",
            },
            Body1 = new Body1Typography { FontFamily = SystemFonts, FontSize = "1rem", LineHeight = "1.625", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = SystemFonts, FontSize = ".875rem", LineHeight = "1.43", LetterSpacing = "normal" },
            Button = new ButtonTypography
            {
                FontFamily = SystemFonts, FontSize = ".875rem", FontWeight = "600", LineHeight = "1.43", LetterSpacing = "normal",
                TextTransform = "none",
            },
            Caption = new CaptionTypography
            {
                FontFamily = SystemFonts, FontSize = ".8125rem", LineHeight = "1.54", LetterSpacing = "normal",
            },
            Overline = new OverlineTypography
            {
                FontFamily = SystemFonts, FontSize = ".75rem", LineHeight = "1.333", LetterSpacing = "normal",
            },
        },
    };

    /// <summary>Colours that MudBlazor has no name for, by the name of their CSS variable: in light, and in dark.</summary>
    public static IReadOnlyList<(string Name, string Light, string Dark)> CreateTints(AccentColour accent) =>
    [
        ("accent-tint", accent.LightGround, accent.DarkGround),
        ("warning-ground", "#fdf3dc", "#33270d"),
        ("match-mark", "#ffedb8", "#54430f"),
        ("added", "#d9f0e1", "#173a25"),
        ("removed", "#fbe0dc", "#46201d"),
        ("office-front-ink", "#9a3b10", "#f2a680"),
        ("office-front-ground", "#fbeee6", "#3a2216"),
        ("office-back-ink", "#34508c", "#9fb9f2"),
        ("office-back-ground", "#eaf0fa", "#1c2842"),
        ("office-both-ink", "#7a3672", "#e0a8d8"),
        ("office-both-ground", "#f6eaf4", "#38203a"),
        ("office-none-ink", "#46535f", "#b3bfc9"),
        ("office-none-ground", "#edf0f3", "#252d35"),
        ("chart-second", "#8496a3", "#66757f"),
        ("chart-third", "#b5741a", "#d9a24a"),
    ];
}
