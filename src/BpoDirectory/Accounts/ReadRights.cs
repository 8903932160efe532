using System.Security.Claims;
using BpoDirectory.Data;
using BpoDirectory.Operations;

namespace BpoDirectory.Accounts;

/// <summary>Who may read what, as it is configured.</summary>
/// <param name="IsOpen">Whether everyone may read the directory, or only who is signed in.</param>
/// <param name="ArePeopleOpen">Whether everyone who reads sees people.</param>
/// <param name="AreClientsOpen">Whether everyone who reads sees clients.</param>
public sealed record ReadRights(bool IsOpen, bool ArePeopleOpen, bool AreClientsOpen)
{
    private const string Readers = "Access:Readers";
    private const string People = "Privacy:People";
    private const string Clients = "Privacy:Clients";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One of them is neither <c>everyone</c> nor <c>signed-in</c>.</exception>
    public static ReadRights Read(IConfiguration configuration) => new(
        Setting.OneOf(configuration, Readers, "everyone", "signed-in") == "everyone",
        Setting.OneOf(configuration, People, "signed-in", "everyone") == "everyone",
        Setting.OneOf(configuration, Clients, "signed-in", "everyone") == "everyone");

    /// <summary>Whether this person may read at all.</summary>
    public bool MayRead(ClaimsPrincipal user) => IsOpen || IsSignedIn(user);

    /// <summary>What this person may know of.</summary>
    public Audience AudienceOf(ClaimsPrincipal? user) => new(ArePeopleOpen || IsSignedIn(user), AreClientsOpen || IsSignedIn(user));

    private static bool IsSignedIn(ClaimsPrincipal? user) => user?.Identity is { IsAuthenticated: true };
}
