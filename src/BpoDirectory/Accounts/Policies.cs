using BpoDirectory.Data;
using Microsoft.AspNetCore.Authorization;

namespace BpoDirectory.Accounts;

/// <summary>The names of what a page or an endpoint asks of whoever opens it.</summary>
public static class Policies
{
    /// <summary>To change the catalog: editors and administrators.</summary>
    public const string Edit = "Edit";

    /// <summary>To change who may: administrators.</summary>
    public const string Administer = "Administer";

    /// <summary>
    /// To change the catalog by a program: the owner of an access token, who may edit. A browser's cookie does not count.
    /// </summary>
    public const string EditByToken = "EditByToken";

    /// <summary>
    /// To read the directory by a program: everyone or who is signed in, as is configured; known by a token or the browser's cookie.
    /// </summary>
    public const string ReadByProgram = "ReadByProgram";

    /// <summary>To see people, by a page or a program.</summary>
    public const string SeePeople = "SeePeople";

    /// <summary>To see clients, by a page or a program.</summary>
    public const string SeeClients = "SeeClients";

    /// <summary>Registers all of them.</summary>
    /// <param name="services">Where.</param>
    /// <param name="rights">Who may read what. Where not everyone may read, every endpoint that says nothing else asks for sign-in.</param>
    public static void AddPolicies(this IServiceCollection services, ReadRights rights) =>
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(rights.IsOpen ? null : new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(ReadByProgram, policy => policy.ByTokenOrCookie().RequireAssertion(context => rights.MayRead(context.User)))
            .AddPolicy(SeePeople, policy => policy.ByTokenOrCookie()
                .RequireAssertion(context => rights.MayRead(context.User) && rights.AudienceOf(context.User).SeesPeople))
            .AddPolicy(SeeClients, policy => policy.ByTokenOrCookie()
                .RequireAssertion(context => rights.MayRead(context.User) && rights.AudienceOf(context.User).SeesClients))
            .AddPolicy(Edit, policy => policy.RequireRole(nameof(AccountRole.Editor), nameof(AccountRole.Administrator)))
            .AddPolicy(EditByToken, policy => policy.AddAuthenticationSchemes(TokenAuthentication.SchemeName)
                .RequireRole(nameof(AccountRole.Editor), nameof(AccountRole.Administrator)))
            .AddPolicy(Administer, policy => policy.RequireRole(nameof(AccountRole.Administrator)));

    private static AuthorizationPolicyBuilder ByTokenOrCookie(this AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(TokenAuthentication.SchemeName, SessionCookie.Scheme);
}
