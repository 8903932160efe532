namespace BpoDirectory.Components.Shared;

/// <summary>Addresses that a form or a link names to lead back to.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this site, in printable ASCII as browsers send it; otherwise <paramref name="home"/>.</summary>
    public static string OrHome(string? url, string home = "/") =>
        url is ['/', ..] and not (['/', '/', ..] or ['/', '\\', ..]) && url.All(c => c is > ' ' and < '\x7f') ? url : home;
}
