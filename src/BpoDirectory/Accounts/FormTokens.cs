using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;

namespace BpoDirectory.Accounts;

/// <summary>The cookie by which a form proves that it comes from this site.</summary>
public static class FormTokens
{
    /// <summary>Names it as <see cref="HostCookies"/> does, and keeps it from every request that another site begins.</summary>
    public static void AddFormTokens(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>, Configuration>();
        services.AddScoped<AntiforgeryStateProvider, TokensOnDemand>();
    }

    // The framework's own provider hands a token on to every page that could become interactive, whether or not it has a form:
    // all readers would get a cookie, and no page could be cached.
    private sealed class TokensOnDemand(IAntiforgery antiforgery, IHttpContextAccessor accessor) : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken()
        {
            if (accessor.HttpContext is not { Response.HasStarted: false } context)
                return null;
            var tokens = antiforgery.GetAndStoreTokens(context);
            return tokens.RequestToken is { } token ? new(token, tokens.FormFieldName) : null;
        }
    }

    private sealed class Configuration(IHttpContextAccessor accessor) : IConfigureOptions<AntiforgeryOptions>
    {
        public void Configure(AntiforgeryOptions options) => options.Cookie = new HostCookie(accessor)
        {
            HttpOnly = true,
            IsEssential = true,
            Path = "/",
            SameSite = SameSiteMode.Strict,
            SecurePolicy = CookieSecurePolicy.SameAsRequest,
        };
    }

    private sealed class HostCookie(IHttpContextAccessor accessor) : CookieBuilder
    {
        private const string Key = "form";

        public override string? Name
        {
            get => accessor.HttpContext is { } context ? HostCookies.NameOf(Key, context.Request) : Key;
            set => throw new NotSupportedException("The name follows from the request.");
        }
    }
}
