namespace BpoDirectory.Data;

/// <summary>A way to reach a department, as readers see it.</summary>
/// <param name="Kind">How it is used.</param>
/// <param name="Value">The address, number or place as it is kept; see <see cref="ChannelValue"/>.</param>
/// <param name="Label">What it is called, where that needs saying.</param>
/// <param name="Note">What people should know before they use it.</param>
/// <param name="Function">The function that it is for; null when it is for all that the department does.</param>
public sealed record ChannelDetails(ChannelKind Kind, string Value, string? Label, string? Note, NamedLink? Function)
{
    /// <summary>The value as people write it.</summary>
    public string Text => ChannelValue.ToText(Kind, Value);

    /// <summary>The address that a browser follows to use it; null for a place.</summary>
    public string? Address => ChannelValue.ToAddress(Kind, Value);
}
