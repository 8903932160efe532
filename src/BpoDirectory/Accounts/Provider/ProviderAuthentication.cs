using BpoDirectory.Operations.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BpoDirectory.Accounts.Provider;

/// <summary>
/// The framework's OpenID Connect (code flow with PKCE, state and nonce). An accepted answer opens a session as a password does, and
/// whatever else comes back leads to the sign-in page, which says why.
/// </summary>
public static class ProviderAuthentication
{
    /// <summary>The name by which endpoints ask for it.</summary>
    public const string Scheme = "provider";

    /// <summary>Where the provider sends people back to.</summary>
    public const string CallbackPath = "/account/sign-in/callback";

    /// <summary>Where it sends them after they signed out.</summary>
    public const string SignedOutPath = "/account/sign-out/callback";

    private const string StayItem = "stay";
    private const string ReturnItem = "return";

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    /// <summary>Registers it where a provider is configured.</summary>
    public static void AddProvider(this IServiceCollection services, ProviderSettings settings)
    {
        services.AddSingleton(settings);
        if (settings.Authority is not { } authority)
            return;
        services.AddSingleton<ProviderConnection>().AddHostedService<ProviderAtStart>();
        services.AddSingleton(_ => new FormTargets(authority));
        services.AddAuthentication().AddOpenIdConnect(Scheme, options => Configure(options, settings, authority));
    }

    /// <summary>What the provider's answer is to lead to.</summary>
    /// <param name="returnUrl">A path of this site; anything else leads to where somebody with their role begins.</param>
    /// <param name="stay">Whether they asked to stay signed in.</param>
    internal static AuthenticationProperties Wishes(string? returnUrl, bool stay)
    {
        var wishes = new AuthenticationProperties();
        // Not RedirectUri, which the framework fills in where it is empty.
        wishes.SetString(ReturnItem, LocalPath.OrNull(returnUrl));
        wishes.SetString(StayItem, stay ? bool.TrueString : null);
        return wishes;
    }

    /// <summary>The sign-in page, which says what went wrong.</summary>
    internal static string SignInPage(HttpRequest request, ProviderTrouble trouble, string? returnUrl)
    {
        var query = new QueryBuilder { { "trouble", trouble.ToString() } };
        if (LocalPath.OrNull(returnUrl) is { } local)
            query.Add("returnUrl", local);
        return $"{request.PathBase}/account/sign-in{query}";
    }

    private static void Configure(OpenIdConnectOptions options, ProviderSettings settings, Uri authority)
    {
        options.Authority = authority.AbsoluteUri;
        options.RequireHttpsMetadata = authority.Scheme == Uri.UriSchemeHttps;
        (options.ClientId, options.ClientSecret) = (settings.ClientId, settings.ClientSecret);
        options.ResponseType = OpenIdConnectResponseType.Code;
        // A form that another site posts is refused, and would need cookies that every other site's requests carry along.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.BackchannelTimeout = LongestAnswer;
        (options.CallbackPath, options.SignedOutCallbackPath) = (CallbackPath, SignedOutPath);
        // It would take the cookie away and leave the session open.
        options.RemoteSignOutPath = default;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Scope.Clear();
        foreach (var scope in settings.Scopes)
            options.Scope.Add(scope);
        // For signing out at the provider; the other tokens end with the request.
        options.SaveTokens = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.Remove(ProviderUser.IssuerClaim);
        options.ClaimActions.MapUniqueJsonKey(ProviderUser.UserNameClaim, ProviderUser.UserNameClaim);
        options.ClaimActions.MapJsonKey(settings.RoleClaim, settings.RoleClaim);
        options.Events = new OpenIdConnectEvents
        {
            OnTokenValidated = DemandSignature,
            OnTicketReceived = EnterAsync,
            OnAccessDenied = context => LeadToSignIn(context, ProviderTrouble.Denied, context.Properties),
            OnRemoteFailure = ExplainAsync,
            OnRedirectToIdentityProviderForSignOut = context =>
            {
                // By which the provider knows where it may send people back to when the token is not at hand.
                context.ProtocolMessage.ClientId = settings.ClientId;
                return Task.CompletedTask;
            },
        };
    }

    // The framework lets a token without signature pass when it comes from the provider itself (OpenID Connect Core, 3.1.3.7).
    private static Task DemandSignature(TokenValidatedContext context)
    {
        if (string.IsNullOrEmpty(context.SecurityToken.RawSignature))
            context.Fail("The ID token is not signed.");
        return Task.CompletedTask;
    }

    private static async Task EnterAsync(TicketReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var roleClaim = services.GetRequiredService<ProviderSettings>().RoleClaim;
        if (ProviderUser.From(context.Principal, roleClaim) is not { } user)
        {
            await LeadToSignIn(context, ProviderTrouble.Invalid, context.Properties);
            return;
        }
        var stay = context.Properties?.GetString(StayItem) is not null;
        var (session, trouble) = await services.GetRequiredService<ProviderSignIn>()
            .EnterAsync(user, stay, context.HttpContext.Connection.RemoteIpAddress);
        if (session is null)
        {
            await LeadToSignIn(context, trouble ?? ProviderTrouble.Invalid, context.Properties);
            return;
        }
        await context.HttpContext.SignInByProviderAsync(session, context.Properties?.GetTokenValue(OpenIdConnectParameterNames.IdToken));
        context.HandleResponse();
        context.Response.Redirect(LocalPath.OrNull(context.Properties?.GetString(ReturnItem)) ?? context.Request.PathBase + session.Home);
    }

    private static Task ExplainAsync(RemoteFailureContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<ILogger<ProviderConnection>>()
            .LogWarning(context.Failure, "An answer in the name of the identity provider opened no session");
        var trouble = IsOfNetwork(context.Failure) ? ProviderTrouble.Unreachable : ProviderTrouble.Invalid;
        return LeadToSignIn(context, trouble, context.Properties);
    }

    private static Task LeadToSignIn<TOptions>(
        HandleRequestContext<TOptions> context, ProviderTrouble trouble, AuthenticationProperties? wishes)
        where TOptions : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        context.Response.Redirect(SignInPage(context.Request, trouble, wishes?.GetString(ReturnItem)));
        return Task.CompletedTask;
    }

    /// <summary>Whether the provider could not be reached, rather than said something wrong.</summary>
    internal static bool IsOfNetwork(Exception? error) =>
        error is HttpRequestException or IOException or TaskCanceledException || (error?.InnerException is { } cause && IsOfNetwork(cause));
}
