using BpoDirectory.Operations.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Settings;

/// <summary>What the settings of the directory need, and the logo among its files.</summary>
public static class SettingsServices
{
    /// <summary>Registers the settings as they are, and the way to save others.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services) =>
        services.AddSingleton<CurrentSettings>().AddSingleton<SettingsStore>();

    /// <summary>Maps the logo; its address names its content, so that browsers keep it for a year.</summary>
    public static void MapLogo(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/logo/{hash}", ServeLogoAsync).AllowAnonymous().WithMetadata(new InertAttribute()).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> ServeLogoAsync(
        string hash, SettingsStore settings, HttpContext context, CancellationToken cancellation)
    {
        if (await settings.FindLogoAsync(hash, cancellation) is not { } logo)
            return TypedResults.NotFound();

        context.Response.Headers[HeaderNames.CacheControl] = "max-age=31536000, immutable";
        return TypedResults.Bytes(logo.Bytes, logo.ContentType);
    }
}
