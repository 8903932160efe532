using Microsoft.AspNetCore.Components;

namespace BpoDirectory.Components;

/// <summary>The pages' addresses, and which of them may stay connected to the server.</summary>
public static class PageEndpoints
{
    private const string RenderModes = "ConfiguredRenderModesMetadata";

    private static readonly PathString Editing = "/admin";

    /// <summary>Maps all pages; those for editors may hold a connection.</summary>
    // To each page that may, the framework adds state and a cookie, whether or not it does: no two answers would be alike, and
    // none could be kept. It has no way of its own to except a page, so the others are told here that no mode is set up.
    public static void MapPages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .Finally(endpoint =>
            {
                if (endpoint is RouteEndpointBuilder page && !IsForEditing(page) && page.Metadata.FirstOrDefault(IsRenderModes) is { } modes)
                    page.Metadata[page.Metadata.IndexOf(modes)] = Activator.CreateInstance(modes.GetType(), [Array.Empty<IComponentRenderMode>()])!;
            });

    private static bool IsForEditing(RouteEndpointBuilder page) =>
        new PathString("/" + page.RoutePattern.RawText!.TrimStart('/')).StartsWithSegments(Editing);

    private static bool IsRenderModes(object metadata) => metadata.GetType().Name == RenderModes;
}
