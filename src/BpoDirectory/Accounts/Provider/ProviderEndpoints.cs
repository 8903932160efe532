using BpoDirectory.Operations.Caching;
using BpoDirectory.Operations.Security;
using Microsoft.AspNetCore.Authentication;

namespace BpoDirectory.Accounts.Provider;

/// <summary>The way to the provider and back out of it; the way in is <see cref="ProviderAuthentication"/>.</summary>
public static class ProviderEndpoints
{
    /// <summary>Where the button “Sign in with …” leads.</summary>
    public const string SignInPath = "/account/sign-in/provider";

    /// <summary>Maps the button, where a provider is configured.</summary>
    public static void MapProvider(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<ProviderSettings>().IsOn)
            endpoints.MapPost(SignInPath, SignInAsync).WithMetadata(new PersonalAttribute()).AllowAnonymous()
                .RequireRateLimiting(RateLimits.SignIn).AddEndpointFilter(AccountEndpoints.DemandFormToken).ExcludeFromDescription();
    }

    /// <summary>Leads to where the provider signs people out, and from there home; only home where it knows no such place.</summary>
    internal static async Task<IResult> SignOutAsync(HttpContext context)
    {
        var provider = context.RequestServices.GetService<ProviderConnection>();
        var home = context.Request.PathBase + "/";
        return provider is not null && await provider.FindAsync(context.RequestAborted) is { EndSessionEndpoint.Length: > 0 }
            ? TypedResults.SignOut(new AuthenticationProperties { RedirectUri = home }, [ProviderAuthentication.Scheme])
            : TypedResults.LocalRedirect(home);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, ProviderConnection provider)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var returnUrl = form["ReturnUrl"].ToString();
        return await provider.FindAsync(context.RequestAborted) is not null
            && await provider.TryChallengeAsync(context, ProviderAuthentication.Wishes(returnUrl, form["Stay"] == "true"))
            ? TypedResults.Empty
            : TypedResults.LocalRedirect(ProviderAuthentication.SignInPage(context.Request, ProviderTrouble.Unreachable, returnUrl));
    }
}
