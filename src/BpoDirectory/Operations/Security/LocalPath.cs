namespace BpoDirectory.Operations.Security;

/// <summary>Keeps what a request names as the place to go on with to this site.</summary>
public static class LocalPath
{
    /// <summary>The address when it is a path of this site, in printable ASCII as browsers send it; otherwise null.</summary>
    public static string? OrNull(string? url) =>
        url is ['/', ..] and not (['/', '/', ..] or ['/', '\\', ..]) && url.All(c => c is > ' ' and < '\x7f') ? url : null;
}
