using BpoDirectory.Operations.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BpoDirectory.Accounts.Provider;

/// <summary>What the provider says of itself, as long as it can be reached.</summary>
public sealed class ProviderConnection(
    IOptionsMonitor<OpenIdConnectOptions> options, ProviderSettings settings, FormTargets forms, ILogger<ProviderConnection> log)
{
    /// <summary>Its configuration, asked for once and kept; null when it cannot be had, which the log explains.</summary>
    public async Task<OpenIdConnectConfiguration?> FindAsync(CancellationToken cancellation)
    {
        try
        {
            var found = await options.Get(ProviderAuthentication.Scheme).ConfigurationManager!.GetConfigurationAsync(cancellation);
            foreach (var address in new[] { found.AuthorizationEndpoint, found.EndSessionEndpoint })
                if (Uri.TryCreate(address, UriKind.Absolute, out var uri))
                    forms.Add(uri);
            return found;
        }
        // The framework's word for whatever keeps it from the configuration.
        catch (InvalidOperationException error)
        {
            log.LogWarning(error, "The identity provider at {Authority} cannot be reached: nobody can sign in by it", settings.Authority);
            return null;
        }
    }

    /// <summary>Leads the browser to the provider, which some want to be told of beforehand (pushed authorization requests).</summary>
    /// <returns>Whether it is led there; else the provider refused, which the log explains.</returns>
    internal async Task<bool> TryChallengeAsync(HttpContext context, AuthenticationProperties wishes)
    {
        try
        {
            await context.ChallengeAsync(ProviderAuthentication.Scheme, wishes);
            return true;
        }
        catch (Exception error) when (error is OpenIdConnectProtocolException || ProviderAuthentication.IsOfNetwork(error))
        {
            log.LogWarning(error, "The identity provider at {Authority} takes no request to sign in", settings.Authority);
            return false;
        }
    }
}

/// <summary>
/// Asks the provider from the start on until it answers: the log says early when its address is wrong, and the policy of the sign-in page
/// knows where forms lead before anybody presses its button.
/// </summary>
internal sealed class ProviderAtStart(ProviderConnection provider, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await provider.FindAsync(stoppingToken) is null)
                await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program; its next start asks again.
        }
    }
}
