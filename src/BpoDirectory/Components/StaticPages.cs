using BpoDirectory.Accounts;
using BpoDirectory.Operations.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.AspNetCore.SignalR;

namespace BpoDirectory.Components;

/// <summary>Pages that no circuit takes over: all but the <see cref="InteractivePageAttribute">interactive</see> ones.</summary>
public static class StaticPages
{
    // The framework's own, without a public name.
    private const string RenderModes = "ConfiguredRenderModesMetadata";

    /// <summary>
    /// Hands the state of no service from a page to its circuit: form tokens are made where a form asks for one, and no other service has
    /// any.
    /// </summary>
    public static void DisableServiceStatePersistence(this IServiceCollection services) =>
        services.AddScoped(
            provider => new ComponentStatePersistenceManager(provider.GetRequiredService<ILogger<ComponentStatePersistenceManager>>()));

    /// <summary>
    /// Ends static pages without the state for a circuit. It is encrypted anew for each answer: no two would be the same, and neither
    /// could a browser be told that it has the page already.
    /// </summary>
    public static IEndpointConventionBuilder WithoutCircuitStateOnStaticPages(this IEndpointConventionBuilder pages)
    {
        pages.Add(page =>
        {
            if (!page.Metadata.OfType<InteractivePageAttribute>().Any())
                foreach (var modes in page.Metadata.Where(item => item.GetType().Name == RenderModes).ToList())
                    page.Metadata.Remove(modes);
        });
        return pages;
    }

    /// <summary>Opens circuits only to those who may open the interactive pages.</summary>
    public static void ForEditorsOnly(this IEndpointConventionBuilder pages) =>
        pages.Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<HubMetadata>().Any())
                endpoint.Metadata.Add(new AuthorizeAttribute(Policies.Edit));
        });
}
