using BpoDirectory.Data;

namespace BpoDirectory.Accounts;

/// <summary>The names of what a page or an endpoint asks of whoever opens it.</summary>
public static class Policies
{
    /// <summary>To change the catalog: editors and administrators.</summary>
    public const string Edit = "Edit";

    /// <summary>To change who may: administrators.</summary>
    public const string Administer = "Administer";

    /// <summary>To change the catalog by a program: the owner of an access token, who may edit. A browser's cookie does not count.</summary>
    public const string EditByToken = "EditByToken";

    /// <summary>Registers all of them.</summary>
    public static void AddPolicies(this IServiceCollection services) =>
        services.AddAuthorizationBuilder()
            .AddPolicy(Edit, policy => policy.RequireRole(nameof(AccountRole.Editor), nameof(AccountRole.Administrator)))
            .AddPolicy(EditByToken, policy => policy.AddAuthenticationSchemes(TokenAuthentication.SchemeName)
                .RequireRole(nameof(AccountRole.Editor), nameof(AccountRole.Administrator)))
            .AddPolicy(Administer, policy => policy.RequireRole(nameof(AccountRole.Administrator)));
}
