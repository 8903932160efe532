using System.Security.Claims;

namespace BpoDirectory.Accounts.Provider;

/// <summary>Somebody as the provider tells of them.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">The person, by what never changes.</param>
/// <param name="DisplayName">What they are called; null when it is not told.</param>
/// <param name="UserName">What they sign in with there; null when it is not told.</param>
/// <param name="RoleValues">The values of the claim that gives the role.</param>
public sealed record ProviderUser(string Issuer, string Subject, string? DisplayName, string? UserName, IReadOnlyList<string> RoleValues)
{
    internal const string IssuerClaim = "iss";
    internal const string SubjectClaim = "sub";
    private const string NameClaim = "name";
    internal const string UserNameClaim = "preferred_username";
    private const string MailClaim = "email";

    /// <summary>Who the claims of an accepted answer tell of; null when they name nobody.</summary>
    public static ProviderUser? From(ClaimsPrincipal? principal, string roleClaim) =>
        principal?.FindFirstValue(IssuerClaim) is { Length: > 0 } issuer
        && principal.FindFirstValue(SubjectClaim) is { Length: > 0 } subject
            ? new ProviderUser(
                issuer, subject, principal.FindFirstValue(NameClaim),
                principal.FindFirstValue(UserNameClaim) ?? principal.FindFirstValue(MailClaim),
                [.. principal.FindAll(roleClaim).Select(claim => claim.Value)])
            : null;
}
