using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace BpoDirectory.Operations.Security;

/// <summary>
/// How often one address may do what costs most or is worth guessing at; further requests get 429 with <c>Retry-After</c>.
/// </summary>
/// <param name="SearchesPerSecond">Searches of one address, ten seconds' worth at once; 0 is without limit.</param>
/// <param name="SignInsPerWindow">Attempts to sign in from one address within <see cref="Window"/>; 0 is without limit.</param>
/// <param name="ReportsPerHour">Reports of mistakes from one address within an hour; 0 is without limit.</param>
public sealed record RateLimits(int SearchesPerSecond, int SignInsPerWindow, int ReportsPerHour)
{
    /// <summary>The policy of what takes a search.</summary>
    public const string Search = "search";

    /// <summary>The policy of what assistants ask, which costs as much as a search.</summary>
    public const string Assistant = "assistant";

    /// <summary>The policy of what takes an attempt to sign in.</summary>
    public const string SignIn = "sign-in";

    /// <summary>The policy of what takes a report of a mistake.</summary>
    public const string Report = "report";

    /// <summary>Attempts to sign in when nothing else is configured.</summary>
    public const int UsualSignIns = 30;

    /// <summary>After this time an address may try to sign in again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Section = "RateLimits";
    private const string SearchKey = "RateLimits:SearchesPerSecond";
    private const string SignInKey = "RateLimits:SignInsPerFiveMinutes";
    private const string ReportKey = "RateLimits:ReportsPerHour";
    private const int UsualReports = 20;
    private const int UsualSearches = 50;
    private const int SecondsAtOnce = 10;
    private const int Most = 1_000_000;

    /// <summary>Reads the limits.</summary>
    /// <exception cref="SettingException">A limit is no number or out of bounds, or the section holds an unknown key.</exception>
    public static RateLimits Read(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, SearchKey, SignInKey, ReportKey);
        return new RateLimits(
            Setting.WholeNumber(configuration, SearchKey, "searches", UsualSearches, least: 0, Most),
            Setting.WholeNumber(configuration, SignInKey, "attempts", UsualSignIns, least: 0, Most),
            Setting.WholeNumber(configuration, ReportKey, "reports", UsualReports, least: 0, Most));
    }

    /// <summary>The limit for a request to an endpoint that searches.</summary>
    // From the machine itself come measurements, and the readers of a proxy that does not tell their addresses.
    internal RateLimitPartition<string> ForSearch(HttpContext context) =>
        string.IsNullOrWhiteSpace(context.Request.Query["q"]) ? RateLimitPartition.GetNoLimiter("") : ForAssistant(context);

    /// <summary>The limit for a request of an assistant.</summary>
    internal RateLimitPartition<string> ForAssistant(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return SearchesPerSecond == 0 || address is null || IPAddress.IsLoopback(address)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(NetworkOf(address), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = SearchesPerSecond * SecondsAtOnce,
                TokensPerPeriod = SearchesPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            });
    }

    /// <summary>The limit for a request to an endpoint that signs in.</summary>
    internal RateLimitPartition<string> ForSignIn(HttpContext context) => ForForm(context, SignInsPerWindow, Window);

    /// <summary>The limit for a request to an endpoint that takes reports of mistakes.</summary>
    internal RateLimitPartition<string> ForReport(HttpContext context) => ForForm(context, ReportsPerHour, TimeSpan.FromHours(1));

    // Opening the form costs nothing; sending it does.
    private static RateLimitPartition<string> ForForm(HttpContext context, int most, TimeSpan window) =>
        most == 0 || HttpMethods.IsGet(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(
                NetworkOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = most, Window = window,
                });

    // Whoever has one address of IPv6 has all of its network.
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
            : address.ToString();
    }
}

/// <summary>The framework's rate limiter with the limits of this program.</summary>
public static class RateLimiting
{
    /// <summary>Registers the policies that endpoints name. What is refused is explained by the error answers.</summary>
    public static void AddRateLimits(this IServiceCollection services, RateLimits limits) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(RateLimits.Search, limits.ForSearch);
            options.AddPolicy(RateLimits.Assistant, limits.ForAssistant);
            options.AddPolicy(RateLimits.SignIn, limits.ForSignIn);
            options.AddPolicy(RateLimits.Report, limits.ForReport);
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
                var headers = rejected.HttpContext.Response.Headers;
                headers.CacheControl = "no-store";
                headers.RetryAfter =
                    Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
}
