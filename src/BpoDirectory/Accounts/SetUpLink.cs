using BpoDirectory.Operations;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BpoDirectory.Accounts;

/// <summary>
/// Prints the link that creates the first administrator: at each start until there is one, and when asked by
/// <c>setup-link</c>. It goes to the console alone, for logs are kept and read by others.
/// </summary>
public sealed class SetUpLink(AccountLinks links, IServer server, IHostApplicationLifetime lifetime, ILogger<SetUpLink> log)
    : BackgroundService
{
    /// <summary>Prints a new link to the program at <paramref name="address"/>, or why there is none.</summary>
    /// <returns>The exit code of the command.</returns>
    public async Task<int> PrintAsync(string address)
    {
        if (await links.OfferSetUpAsync() is { } secret)
        {
            await Console.Out.WriteLineAsync(Text(address, secret));
            return 0;
        }
        await Console.Error.WriteLineAsync("The directory is set up: it has an administrator, who can invite others and reset passwords.");
        return 1;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await lifetime.WaitForStartAsync(stoppingToken);
            if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
                && !links.IsSetUp() && await links.OfferSetUpAsync() is { } secret)
                await Console.Out.WriteLineAsync(Text(address, secret));
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            // A directory that can be read but not written is still worth serving.
            log.LogWarning(error, "The set-up link could not be made; the command {Command} makes another one", CommandLine.SetUpLink);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The next start offers another one.
        }
    }

    private static string Text(string address, string secret)
    {
        var url = new UriBuilder(
            Serving.EveryAddress.Aggregate(address, (text, any) => text.Replace($"//{any}:", "//localhost:", StringComparison.Ordinal)))
        {
            Path = "/account/set-up",
            Query = "code=" + secret,
        };
        return $"""

            Nobody can edit yet. To create the first administrator, open this link within {AccountLinks.SetUpTime.TotalMinutes} minutes:
              {url.Uri}

            """;
    }
}
