using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BpoDirectory.Operations;

/// <summary>How the web server listens, what it refuses, and how long it takes to stop.</summary>
public static class Serving
{
    /// <summary>Where the program listens when nothing else is configured.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>What addresses say that mean all of the machine's.</summary>
    public static readonly IReadOnlyList<string> EveryAddress = ["0.0.0.0", "[::]", "*", "+"];

    private const string PublicAddress = "PublicAddress";
    private const string Urls = "Urls";
    private const string HttpPorts = "Http_Ports";
    private const string HttpsPorts = "Https_Ports";
    private const string Endpoints = "Kestrel:Endpoints";
    private const int LongestRequestLine = 64 * 1024;
    private const int LargestBody = 64 * 1024;

    // Two seconds below the five after which the process must be gone: what is left to end takes its time on a busy machine.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(3);

    /// <summary>Sets addresses and limits.</summary>
    /// <exception cref="SettingException">An address is malformed.</exception>
    public static void AddServing(this WebApplicationBuilder builder)
    {
        if (ListensNowhere(builder.Configuration))
            builder.WebHost.UseUrls(DefaultUrl);
        CheckAddresses(builder.Configuration[Urls]);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Limit(kestrel.Limits);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
    }

    /// <summary>Serves until the program is asked to end, which it may be before it has begun.</summary>
    public static async Task ServeAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.StartAsync();
            await app.WaitForShutdownAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Asked to end while the server was about to listen.
        }
        catch
        {
            // What has begun in the background ends before what it uses is gone.
            await app.StopAsync();
            throw;
        }
    }

    /// <summary>Where the program is reached that is configured like this: the first address it listens at.</summary>
    public static string AddressOf(IConfiguration configuration) =>
        new[]
        {
            configuration.GetSection(Endpoints).GetChildren().Select(endpoint => endpoint["Url"]).FirstOrDefault(),
            FirstOf(configuration[Urls]),
            FirstOf(configuration[HttpPorts]) is { Length: > 0 } port ? $"http://localhost:{port}" : null,
            FirstOf(configuration[HttpsPorts]) is { Length: > 0 } securePort ? $"https://localhost:{securePort}" : null,
        }.FirstOrDefault(address => !string.IsNullOrEmpty(address)) ?? DefaultUrl;

    /// <summary>Where browsers reach the program, for links that leave it: what is configured, or else where it listens.</summary>
    /// <exception cref="SettingException">What is configured is no such address.</exception>
    public static Uri PublicAddressOf(IConfiguration configuration) =>
        ConfiguredAddressOf(configuration) ?? ReachedAt(AddressOf(configuration));

    /// <summary>Where browsers reach the program, if that is configured.</summary>
    /// <exception cref="SettingException">What is configured is no such address.</exception>
    public static Uri? ConfiguredAddressOf(IConfiguration configuration)
    {
        if (configuration[PublicAddress] is not { Length: > 0 } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/"
            ? address
            : throw new SettingException($"{PublicAddress} is “{text}”. Allowed: where browsers reach this program, such as https://directory.example.com.");
    }

    /// <summary>How this machine reaches the program that listens at an address.</summary>
    /// <exception cref="SettingException">It is no address.</exception>
    internal static Uri ReachedAt(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            var isLocal = address.IsUnixPipe || address.IsNamedPipe || EveryAddress.Contains(address.Host);
            var host = isLocal ? "localhost" : address.Host;
            // A socket has none.
            var port = address.Port == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{address.Port}");
            return new Uri($"{address.Scheme}://{host}{port}");
        }
        catch (FormatException)
        {
            throw new SettingException($"“{url}” is no address to listen at. Allowed: http://host:port or https://host:port.");
        }
    }

    private static string? FirstOf(string? list) => list?.Split(';')[0].Trim();

    private static bool ListensNowhere(ConfigurationManager configuration) =>
        new[] { Urls, HttpPorts, HttpsPorts }.All(key => string.IsNullOrEmpty(configuration[key]))
        && !configuration.GetSection(Endpoints).Exists();

    private static void CheckAddresses(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (!IsAddress(url))
                throw new SettingException($"{Urls} holds “{url}”, which is no address. Allowed: http://host:port or https://host:port, several joined by semicolons.");
    }

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.Port is >= 0 and <= 65535 && address.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void Limit(KestrelServerLimits limits)
    {
        // Room for a question of 5,000 characters in any script; search itself uses the first 200.
        limits.MaxRequestLineSize = LongestRequestLine;
        limits.MaxRequestBodySize = LargestBody;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }
}
