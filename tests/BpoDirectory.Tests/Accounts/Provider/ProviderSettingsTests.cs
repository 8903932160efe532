using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using BpoDirectory.Operations;
using Microsoft.Extensions.Configuration;

namespace BpoDirectory.Tests.Accounts.Provider;

public sealed class ProviderSettingsTests
{
    [Fact]
    public void Nobody_signs_in_by_a_provider_where_none_is_configured() => Assert.False(Read().IsOn);

    [Fact]
    public void What_is_left_out_is_what_most_providers_do()
    {
        var settings = Read(("Authority", "https://login.example.com/tenant"), ("ClientId", "directory"), ("Editors", "a; b ,c"));

        Assert.Equal(
            ("login.example.com", "roles", null, false),
            (settings.Name, settings.RoleClaim, settings.DefaultRole, settings.IsLocalForAdministrators));
        Assert.Equal(["openid", "profile", "email"], settings.Scopes);
        Assert.Equal(["a", "b ,c"], settings.Roles.Keys);
        Assert.Equal(AccountRole.Editor, settings.RoleOf(["x", "b ,c"]));
        Assert.Null(settings.RoleOf(["A"]));
    }

    [Theory]
    [InlineData("ClientId", "directory", "Accounts:OpenIdConnect:Authority is “”")]
    [InlineData("Authority", "login.example.com", "Accounts:OpenIdConnect:Authority is “login.example.com”. Allowed: ")]
    [InlineData("Authority", "http://login.example.com", "http only for localhost")]
    [InlineData("Authority", "https://login.example.com", "Accounts:OpenIdConnect:ClientId is missing.")]
    [InlineData("Secret", "x", "Accounts:OpenIdConnect:Secret is not a setting of this program.")]
    public void What_cannot_work_alone_is_refused_with_its_name(string key, string value, string message) =>
        Assert.Contains(message, Assert.Throws<SettingException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Scopes", "profile", "Accounts:OpenIdConnect:Scopes is “profile”")]
    [InlineData("DefaultRole", "administrator", "Allowed: none, reader, editor")]
    [InlineData("LocalSignIn", "off", "Allowed: everyone, administrators")]
    [InlineData("Readers", "staff", "“staff”, which another role has already")]
    [InlineData("Editors", "", "Nobody could sign in")]
    public void Value_that_cannot_be_used_is_refused_with_what_is_allowed(string key, string value, string message)
    {
        var settings = new Dictionary<string, string>
        {
            ["Authority"] = "https://login.example.com", ["ClientId"] = "directory", ["Editors"] = "staff",
        };
        settings[key] = value;

        var refused = Assert.Throws<SettingException>(() => Read([.. settings.Select(setting => (setting.Key, setting.Value))]));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static ProviderSettings Read(params (string Key, string Value)[] settings) => ProviderSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create("Accounts:OpenIdConnect:" + setting.Key, (string?)setting.Value))).Build());
}
