using BpoDirectory.Operations;
using BpoDirectory.Operations.Mail;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace BpoDirectory.Tests.Operations.Mail;

public sealed class MailSettingsTests
{
    [Fact]
    public void Nothing_is_sent_unless_a_server_or_a_folder_is_named()
    {
        Assert.False(Read().IsOn);
        Assert.False(Read(("Mail:From", "a@example.com")).IsOn);
        Assert.True(Read(("Mail:From", "a@example.com"), ("Mail:PickupFolder", "/tmp/mail")).IsOn);
    }

    [Fact]
    public void Server_is_asked_for_encryption_unless_told_otherwise()
    {
        var settings = Read(("Mail:Host", "smtp.example.com"), ("Mail:From", "Directory <directory@example.com>"));

        Assert.Equal(
            (587, SecureSocketOptions.StartTls, "Directory", "directory@example.com"),
            (settings.Port, settings.Security, settings.From.Name, settings.From.Address));
        Assert.Equal(
            SecureSocketOptions.None, Read(("Mail:Host", "localhost"), ("Mail:From", "a@example.com"), ("Mail:Security", "None")).Security);
    }

    [Theory]
    [InlineData("Mail:From", "")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:Security", "maybe")]
    [InlineData("Mail:Sender", "a@example.com")]
    public void Setting_that_cannot_be_used_is_named(string key, string value)
    {
        var refused =
            Assert.Throws<SettingException>(() => Read(("Mail:Host", "smtp.example.com"), ("Mail:From", "a@example.com"), (key, value)));

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "http://localhost:5080/")]
    [InlineData("https://directory.example.com", null, "https://directory.example.com/")]
    [InlineData(null, "http://0.0.0.0:8080;https://[::]:8443", "http://localhost:8080/")]
    [InlineData(null, "http://*", "http://localhost/")]
    [InlineData(null, "http://+", "http://localhost/")]
    [InlineData(null, "https://[::1]:8443", "https://[::1]:8443/")]
    [InlineData(null, "http://unix:/tmp/directory.sock", "http://localhost/")]
    public void Links_lead_to_the_public_address_or_to_where_the_program_listens(string? configured, string? urls, string expected) =>
        Assert.Equal(expected, Serving.PublicAddressOf(Configuration(("PublicAddress", configured), ("Urls", urls))).AbsoluteUri);

    [Theory]
    [InlineData("directory.example.com")]
    [InlineData("ftp://directory.example.com")]
    [InlineData("https://example.com/directory")]
    public void Public_address_that_is_none_is_named(string address) =>
        Assert.Contains(
            "PublicAddress",
            Assert.Throws<SettingException>(() => Serving.PublicAddressOf(Configuration(("PublicAddress", address)))).Message,
            StringComparison.Ordinal);

    private static MailSettings Read(params (string Key, string? Value)[] settings) => MailSettings.Read(Configuration(settings));

    private static IConfigurationRoot Configuration(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(s => s.Key).Select(s => KeyValuePair.Create(s.Key, s.Last().Value))).Build();
}
