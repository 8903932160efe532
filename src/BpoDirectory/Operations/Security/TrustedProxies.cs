using Microsoft.AspNetCore.HttpOverrides;

namespace BpoDirectory.Operations.Security;

/// <summary>The proxies whose word counts about who asks, and whether by HTTPS; what anybody else says of that is ignored.</summary>
public static class TrustedProxies
{
    private const string Section = "Proxies";
    private const string Key = "Proxies:Trusted";
    private const string TrustAll = "ForwardedHeaders_Enabled";

    /// <summary>Registers those that are configured.</summary>
    /// <exception cref="SettingException">One of them is no address or network, or all are trusted already.</exception>
    public static void AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, Key);
        var proxies = Setting.Networks(configuration, Key);
        if (proxies.Count == 0)
            return;
        if (string.Equals(configuration[TrustAll], "true", StringComparison.OrdinalIgnoreCase))
            throw new SettingException($"ASPNETCORE_FORWARDEDHEADERS_ENABLED trusts whoever asks. Remove it: {Key} says whom to trust.");
        services.AddSingleton(new Configured()).Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // Through as many as are named, and no further.
            options.ForwardLimit = null;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            proxies.ForEach(options.KnownIPNetworks.Add);
        });
    }

    /// <summary>Takes the address of who asks, and whether by HTTPS, from the proxies' word.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Services.GetService<Configured>() is not null)
            app.UseForwardedHeaders();
    }

    private sealed record Configured;
}
