using System.Net;
using BpoDirectory.Webhooks;

namespace BpoDirectory.Tests.Webhooks;

/// <summary>Where messages may go.</summary>
public sealed class WebhookAddressTests
{
    private static readonly WebhookSettings Usual = new(false);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001:0:a00:1::", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Address_is_public_or_not(string address, bool isPublic) =>
        Assert.Equal(isPublic, WebhookAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData(null, "Enter the web address")]
    [InlineData(" ", "Enter the web address")]
    [InlineData("example.com", "whole web address")]
    [InlineData("ftp://example.com", "whole web address")]
    [InlineData("file:///etc/passwd", "whole web address")]
    [InlineData("https://user:secret@example.com", "Leave out")]
    [InlineData("https://example.com/#part", "Leave out")]
    [InlineData("http://example.com", "begins with https://")]
    [InlineData("https://localhost/hook", "own network")]
    [InlineData("https://127.0.0.1", "own network")]
    [InlineData("https://2130706433", "own network")]
    [InlineData("https://0x7f.1", "own network")]
    [InlineData("https://[::1]:8443", "own network")]
    [InlineData("https://[::ffff:192.168.0.1]", "own network")]
    [InlineData("https://169.254.169.254/latest/meta-data", "own network")]
    public void Address_that_cannot_be_used_is_told(string? address, string told) =>
        Assert.Contains(told, WebhookAddress.Check(address, Usual), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.com/hook?of=directory", false)]
    [InlineData("https://hooks.example.com:8443", false)]
    [InlineData("http://localhost:5000/hook", true)]
    [InlineData("http://10.0.0.1/hook", true)]
    public void Address_that_can_be_used_is_taken(string address, bool allowsPrivate) =>
        Assert.Null(WebhookAddress.Check(address, new WebhookSettings(allowsPrivate)));

    [Fact]
    public void Address_longer_than_is_kept_is_told() =>
        Assert.Contains("Shorten", WebhookAddress.Check("https://example.com/" + new string('a', 500), Usual), StringComparison.Ordinal);

    [Fact]
    public void Signature_is_that_of_the_standard()
    {
        // The example of https://www.standardwebhooks.com.
        var signature = WebhookSignature.Sign(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330),
            "{\"test\": 2432232314}");

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }
}
