using BpoDirectory.Components.Layout;
using BpoDirectory.Components.Admin.Editing;
using Microsoft.AspNetCore.Components;

namespace BpoDirectory.Components;

/// <summary>How pages are made, their addresses, and which of them may stay connected to the server.</summary>
public static class PageEndpoints
{
    private const string RenderModes = "ConfiguredRenderModesMetadata";
    private const string StateHandedOn = "IPersistentServiceRegistration";

    private static readonly PathString Editing = "/admin";

    /// <summary>Adds what pages are made with.</summary>
    // The framework hands state on from a page to its circuit: the token of a form, which no form in a circuit needs here, and the
    // list of files for WebAssembly. It looks for that state while it makes any page, which costs a page of a department 3 %.
    public static void AddPages(this IServiceCollection services)
    {
        services.AddScoped<PageHeadMarkup>();
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = EditorLimits.LargestMessage);
        foreach (var handedOn in services.Where(service => service.ServiceType.Name == StateHandedOn).ToList())
            services.Remove(handedOn);
    }

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
