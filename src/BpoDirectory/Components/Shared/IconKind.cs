namespace BpoDirectory.Components.Shared;

/// <summary>The drawings of <see cref="Icon"/>.</summary>
public enum IconKind
{
    Brand,
    Search,
    Menu,
    Sun,
    Moon,
    Screen,
    Cards,
    Table,
    Filter,
    Check,
    Cross,
    Back,
    Forward,
    Up,
    Down,
}
