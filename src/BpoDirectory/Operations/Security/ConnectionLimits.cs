using System.Security.Claims;
using System.Threading.RateLimiting;

namespace BpoDirectory.Operations.Security;

/// <summary>How many connections of editors' pages may be open at once; 0 is without limit.</summary>
/// <param name="Total">In all.</param>
/// <param name="PerAddress">From one address.</param>
/// <param name="PerAccount">Of one account.</param>
public sealed record ConnectionLimits(int Total, int PerAddress, int PerAccount)
{
    private const string Section = "Connections";
    private const string TotalKey = "Connections:Total";
    private const string PerAddressKey = "Connections:PerAddress";
    private const string PerAccountKey = "Connections:PerAccount";
    private const int UsualTotal = 300;
    private const int UsualPerAddress = 100;
    private const int UsualPerAccount = 25;
    private const int Most = 100_000;

    /// <summary>Reads the limits.</summary>
    /// <exception cref="SettingException">A limit is no number or out of bounds, or the section holds an unknown key.</exception>
    public static ConnectionLimits Read(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, TotalKey, PerAddressKey, PerAccountKey);
        return new ConnectionLimits(
            Setting.WholeNumber(configuration, TotalKey, "connections", UsualTotal, least: 0, Most),
            Setting.WholeNumber(configuration, PerAddressKey, "connections", UsualPerAddress, least: 0, Most),
            Setting.WholeNumber(configuration, PerAccountKey, "connections", UsualPerAccount, least: 0, Most));
    }

    /// <summary>Grants a lease for each connection that may be open, for as long as it is.</summary>
    public PartitionedRateLimiter<HttpContext> CreateLimiter() => PartitionedRateLimiter.CreateChained(
        Limit(Total, _ => ""),
        Limit(PerAddress, context => RateLimits.NetworkOf(context.Connection.RemoteIpAddress)),
        Limit(PerAccount, context => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? ""));

    private static PartitionedRateLimiter<HttpContext> Limit(int most, Func<HttpContext, string> of) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => most == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter(of(context), _ => new ConcurrencyLimiterOptions { PermitLimit = most }));
}
