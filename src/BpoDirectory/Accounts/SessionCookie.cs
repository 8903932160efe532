using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BpoDirectory.Accounts;

/// <summary>
/// The cookie of somebody signed in: it holds the secret of a session, and the database is asked about it at every request.
/// </summary>
public static class SessionCookie
{
    internal const string Scheme = "session";
    private const string SecretClaim = "secret";
    private const string ProviderItem = "provider";

    // Browsers keep 4 KB of a cookie; encrypted, this takes two.
    private const int LongestToken = 4_000;

    /// <summary>Makes it the way in which requests say who sends them.</summary>
    public static void AddSessionCookie(this IServiceCollection services, SessionLimits limits) =>
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            options.Cookie.Name = "session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.CookieManager = new HostCookies();
            options.ExpireTimeSpan = limits.Extended;
            options.SlidingExpiration = false;
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToLogin = SendToSignIn;
            options.Events.OnRedirectToAccessDenied = Forbid;
        });

    /// <summary>Gives the browser the session's cookie.</summary>
    public static Task SignInAsync(this HttpContext context, NewSession session) => SignInAsync(context, session, Lasting(session));

    /// <summary>Gives the browser the cookie of a session that an identity provider opened.</summary>
    /// <param name="context">The request.</param>
    /// <param name="session">The session.</param>
    /// <param name="idToken">By which the provider knows whom to sign out; one that would not fit into a cookie is left out.</param>
    public static Task SignInByProviderAsync(this HttpContext context, NewSession session, string? idToken)
    {
        var properties = Lasting(session);
        properties.SetString(ProviderItem, bool.TrueString);
        if (idToken is { Length: <= LongestToken })
            properties.StoreTokens([new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = idToken }]);
        return SignInAsync(context, session, properties);
    }

    /// <summary>Whether an identity provider opened the session of this request.</summary>
    internal static async Task<bool> IsSessionOfProviderAsync(this HttpContext context) =>
        (await context.AuthenticateAsync(Scheme)).Properties?.GetString(ProviderItem) is not null;

    /// <summary>Takes the cookie away again; the session itself is ended by <see cref="Sessions"/>.</summary>
    public static Task ForgetSessionAsync(this HttpContext context) => context.SignOutAsync(Scheme);

    private static AuthenticationProperties Lasting(NewSession session) =>
        new() { IsPersistent = session.Stays, ExpiresUtc = new DateTimeOffset(session.ExpiresAt) };

    private static Task SignInAsync(HttpContext context, NewSession session, AuthenticationProperties properties) =>
        context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(SecretClaim, session.Secret)], Scheme)), properties);

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (context.Principal?.FindFirstValue(SecretClaim) is { } secret && sessions.Use(Secret.Hash(secret)) is { } user)
        {
            context.ReplacePrincipal(user);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    // Programs are told; only people are shown the way.
    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsForPeople(context.Request))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.HttpContext.RequestServices.GetRequiredService<Refusals>().NoteAsync(context.HttpContext);
    }

    private static bool IsForPeople(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/mcp")
            && !request.Path.StartsWithSegments("/_blazor");
}
