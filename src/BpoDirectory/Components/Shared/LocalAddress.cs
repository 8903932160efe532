using BpoDirectory.Operations.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace BpoDirectory.Components.Shared;

/// <summary>Addresses that a form or a link names to lead back to.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a <see cref="LocalPath"/>; otherwise <paramref name="home"/>.</summary>
    public static string OrHome(string? url, string home = "/") => LocalPath.OrNull(url) ?? home;

    /// <summary>Path and query that were asked for, also on the page that stands in for another.</summary>
    public static string Asked(HttpContext? context, NavigationManager navigation) =>
        OrHome(context?.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
            ? new PathString(asked.OriginalPath).ToUriComponent() + asked.OriginalQueryString
            : new Uri(navigation.Uri).PathAndQuery);
}
