using BpoDirectory.Data;
using BpoDirectory.Operations;

namespace BpoDirectory.Accounts.Provider;

/// <summary>The identity provider by which people sign in (OpenID Connect), as it is configured.</summary>
public sealed record ProviderSettings
{
    private const string Parent = "Accounts";
    private const string Section = "Accounts:OpenIdConnect";
    private const string AuthorityKey = Section + ":Authority";
    private const string ClientIdKey = Section + ":ClientId";
    private const string ClientSecretKey = Section + ":ClientSecret";
    private const string NameKey = Section + ":Name";
    private const string ScopesKey = Section + ":Scopes";
    private const string RoleClaimKey = Section + ":RoleClaim";
    private const string AdministratorsKey = Section + ":Administrators";
    private const string EditorsKey = Section + ":Editors";
    private const string ReadersKey = Section + ":Readers";
    private const string DefaultRoleKey = Section + ":DefaultRole";
    private const string LocalSignInKey = Section + ":LocalSignIn";
    private const string OpenIdScope = "openid";

    /// <summary>Whether anybody signs in by a provider.</summary>
    public bool IsOn => Authority is not null;

    /// <summary>The provider, above its <c>/.well-known/openid-configuration</c>; null when there is none.</summary>
    public Uri? Authority { get; init; }

    /// <summary>What the provider calls this program.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>By which this program proves to be that; null when the provider asks for none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What people call the provider: “Sign in with …”.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the provider is asked to tell.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The claim whose values give the role.</summary>
    public string RoleClaim { get; init; } = "";

    /// <summary>What each of its values means.</summary>
    public IReadOnlyDictionary<string, AccountRole> Roles { get; init; } = new Dictionary<string, AccountRole>();

    /// <summary>The role of who has none of them; null when they are refused.</summary>
    public AccountRole? DefaultRole { get; init; }

    /// <summary>Whether passwords and passkeys are for administrators alone.</summary>
    public bool IsLocalForAdministrators { get; init; }

    /// <summary>Reads the settings; without an authority nobody signs in by a provider.</summary>
    /// <exception cref="SettingException">One of them is missing or cannot be used.</exception>
    public static ProviderSettings Read(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Parent, Section);
        Setting.RefuseUnknown(
            configuration, Section, AuthorityKey, ClientIdKey, ClientSecretKey, NameKey, ScopesKey, RoleClaimKey, AdministratorsKey,
            EditorsKey, ReadersKey, DefaultRoleKey, LocalSignInKey);
        if (!configuration.GetSection(Section).GetChildren().Any(setting => !string.IsNullOrEmpty(setting.Value)))
            return new ProviderSettings();
        var authority = ReadAuthority(configuration[AuthorityKey] ?? "");
        var settings = new ProviderSettings
        {
            Authority = authority,
            ClientId = configuration[ClientIdKey] is { Length: > 0 } client
                ? client
                : throw new SettingException($"{ClientIdKey} is missing. Enter what the provider calls this program."),
            ClientSecret = TextOf(configuration, ClientSecretKey),
            Name = Rules.Optional(configuration[NameKey], NameKey, Rules.NameLength) ?? authority.Host,
            Scopes = ReadScopes(TextOf(configuration, ScopesKey) ?? "openid profile email"),
            RoleClaim = TextOf(configuration, RoleClaimKey) ?? "roles",
            Roles = ReadRoles(configuration),
            DefaultRole = Setting.OneOf(configuration, DefaultRoleKey, "none", "reader", "editor") switch
            {
                "reader" => AccountRole.Reader,
                "editor" => AccountRole.Editor,
                _ => null,
            },
            IsLocalForAdministrators = Setting.OneOf(configuration, LocalSignInKey, "everyone", "administrators") == "administrators",
        };
        return settings.Roles.Count > 0 || settings.DefaultRole is not null
            ? settings
            : throw new SettingException(
                $"Nobody could sign in by {AuthorityKey}: enter values of the claim “{settings.RoleClaim}” under {AdministratorsKey}, "
                + $"{EditorsKey} or {ReadersKey}, or set {DefaultRoleKey} to reader or editor.");
    }

    /// <summary>The highest role that these values of the claim give; null when they give none.</summary>
    public AccountRole? RoleOf(IEnumerable<string> values) =>
        values.Select(value => Roles.TryGetValue(value, out var role) ? role : (AccountRole?)null).Max() ?? DefaultRole;

    // Over plain HTTP whoever is in between could make anybody an administrator.
    private static Uri ReadAuthority(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var authority) && authority.Query.Length == 0 && authority.UserInfo.Length == 0
        && authority.Fragment.Length == 0
        && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))
            ? authority
            : throw new SettingException(
                $"{AuthorityKey} is “{text}”. Allowed: an address such as https://login.example.com; http only for localhost.");

    private static string[] ReadScopes(string text)
    {
        var scopes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return scopes.Contains(OpenIdScope)
            ? scopes
            : throw new SettingException($"{ScopesKey} is “{text}”. Allowed: scopes joined by blanks, “{OpenIdScope}” among them.");
    }

    private static Dictionary<string, AccountRole> ReadRoles(IConfiguration configuration)
    {
        var roles = new Dictionary<string, AccountRole>(StringComparer.Ordinal);
        foreach (var (key, role) in
            new[] { (AdministratorsKey, AccountRole.Administrator), (EditorsKey, AccountRole.Editor), (ReadersKey, AccountRole.Reader) })
            foreach (var value in ReadValues(configuration[key] ?? ""))
                if (!roles.TryAdd(value, role))
                    throw new SettingException($"{key} holds “{value}”, which another role has already. Enter each value once.");
        return roles;
    }

    private static string[] ReadValues(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? TextOf(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } text ? text : null;
}
