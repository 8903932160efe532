using BpoDirectory.Accounts.Provider;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace BpoDirectory.Accounts;

/// <summary>What the program needs to know who somebody is.</summary>
public static class AccountServices
{
    /// <summary>Registers sign-in, accounts and their rights; what encrypts cookies is kept in <paramref name="keyFolder"/>.</summary>
    public static void AddAccounts(
        this IServiceCollection services, string keyFolder, SessionLimits limits, ReadRights rights, ProviderSettings provider)
    {
        services.AddSingleton(limits).AddSingleton(rights);
        services.AddProvider(provider);
        services.AddAccountClasses();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        services.AddSingleton<AccountCommands>().AddSingleton<SetUpLink>()
            .AddHostedService(provider => provider.GetRequiredService<SetUpLink>());
        services.AddSessionCookie(limits);
        services.AddPolicies(rights);
        services.AddScoped(provider => rights.AudienceOf(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddFormTokens();
        services.AddScoped<AuthenticationStateProvider, LiveUser>().AddScoped<CircuitHandler, CircuitActivity>();
        services.AddCascadingAuthenticationState();
        services.AddDataProtection().SetApplicationName("BpoDirectory");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new KeyFiles(keyFolder));
    }

    internal static void AddAccountClasses(this IServiceCollection services)
    {
        services.AddSingleton<AccountRights>().AddSingleton<AuditTrail>().AddSingleton<Passwords>().AddSingleton<AttemptLimits>();
        services.AddSingleton<LocalSignIn>().AddSingleton<ProviderSignIn>();
        services.AddSingleton<Sessions>().AddSingleton<PasswordSignIn>().AddSingleton<OwnAccount>();
        services.AddSingleton<AccountLinks>().AddSingleton<LinkUse>().AddSingleton<AccountAdministration>();
        services.AddSingleton<PendingPasskeys>().AddSingleton<PasskeyStore>().AddSingleton<Passkeys>().AddSingleton<PasskeySignIn>();
        services.AddSingleton<SessionActivity>().AddSingleton<AuditReader>().AddSingleton<ApiTokens>().AddSingleton<Refusals>();
    }
}
