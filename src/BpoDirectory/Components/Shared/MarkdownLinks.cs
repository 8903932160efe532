namespace BpoDirectory.Components.Shared;

/// <summary>Judges the addresses that Markdown links and pictures lead to.</summary>
public static class MarkdownLinks
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <summary>
    /// Whether an address is harmless: relative to this site, or of the scheme http, https or mailto. Browsers drop
    /// control characters and read a backslash as a slash, so neither may occur; “//host” leaves the site unsaid.
    /// </summary>
    public static bool IsSafe(string? address)
    {
        if (address is null || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\')
            || address.StartsWith("//", StringComparison.Ordinal))
            return false;
        return Scheme(address) is not { } scheme || Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether an address names a scheme, so that it does not lead to a page of this site.</summary>
    public static bool IsElsewhere(string? address) => address is not null && Scheme(address) is not null;

    private static string? Scheme(string address) =>
        address.IndexOfAny([':', '/', '?', '#']) is var end and >= 0 && address[end] == ':' ? address[..end] : null;
}
