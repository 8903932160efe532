using System.Net;
using System.Security.Claims;
using BpoDirectory.Operations.Security;
using Microsoft.AspNetCore.Http;

namespace BpoDirectory.Tests.Operations.Security;

public sealed class ConnectionLimitsTests
{
    [Theory]
    [InlineData(3, 0, 0, 3)]
    [InlineData(0, 4, 0, 4)]
    [InlineData(0, 0, 5, 5)]
    [InlineData(9, 8, 2, 2)]
    public void Connections_beyond_a_limit_are_refused_until_another_ends(int total, int perAddress, int perAccount, int most)
    {
        using var limiter = new ConnectionLimits(total, perAddress, perAccount).CreateLimiter();
        var open = Enumerable.Range(0, most).Select(_ => limiter.AttemptAcquire(From("192.0.2.1", "1"))).ToList();
        Assert.All(open, lease => Assert.True(lease.IsAcquired));

        Assert.False(limiter.AttemptAcquire(From("192.0.2.1", "1")).IsAcquired);
        open[0].Dispose();
        Assert.True(limiter.AttemptAcquire(From("192.0.2.1", "1")).IsAcquired);
    }

    [Theory]
    [InlineData(0, 1, 0, "192.0.2.2", "1")]
    [InlineData(0, 0, 1, "192.0.2.1", "2")]
    [InlineData(0, 1, 1, "2001:db8::1", "2")]
    public void Limit_of_one_is_not_that_of_another(int total, int perAddress, int perAccount, string address, string account)
    {
        using var limiter = new ConnectionLimits(total, perAddress, perAccount).CreateLimiter();
        Assert.True(limiter.AttemptAcquire(From("192.0.2.1", "1")).IsAcquired);

        Assert.True(limiter.AttemptAcquire(From(address, account)).IsAcquired);
    }

    [Fact]
    public void Addresses_of_one_network_count_as_one()
    {
        using var limiter = new ConnectionLimits(0, 1, 0).CreateLimiter();
        Assert.True(limiter.AttemptAcquire(From("2001:db8::1", "1")).IsAcquired);

        Assert.False(limiter.AttemptAcquire(From("2001:db8::2", "2")).IsAcquired);
    }

    private static DefaultHttpContext From(string address, string account) => new()
    {
        Connection = { RemoteIpAddress = IPAddress.Parse(address) },
        User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account)])),
    };
}
