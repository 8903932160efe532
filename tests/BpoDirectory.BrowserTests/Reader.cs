namespace BpoDirectory.BrowserTests;

/// <summary>How somebody reads the directory: on which screen, in which colours, with or without script.</summary>
public sealed record Reader(int Width, int Height)
{
    public static Reader AtADesk { get; } = new(1280, 800);

    public static Reader OnAPhone { get; } = new(390, 844);

    public static Reader OnASmallPhone { get; } = new(320, 640);

    public ColorScheme Colours { get; init; } = ColorScheme.Light;

    public bool HasScript { get; init; } = true;

    public ReducedMotion Motion { get; init; } = ReducedMotion.NoPreference;

    public Reader WithoutScript => this with { HasScript = false };

    /// <summary>The reader with a screen of this width.</summary>
    public static Reader Of(int width) => width switch
    {
        1280 => AtADesk,
        390 => OnAPhone,
        320 => OnASmallPhone,
        _ => throw new ArgumentOutOfRangeException(nameof(width)),
    };
}
