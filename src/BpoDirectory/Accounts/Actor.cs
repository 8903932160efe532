using System.Globalization;
using System.Security.Claims;

namespace BpoDirectory.Accounts;

/// <summary>Who makes a change.</summary>
/// <param name="AccountId">The account's key.</param>
/// <param name="Name">What others see.</param>
/// <param name="Session">The hash that names the session they are signed in with; null when they are known by something else.</param>
/// <param name="Token">The hash that names the access token their program sends; null when they act themselves.</param>
public sealed record Actor(int AccountId, string Name, string? Session = null, string? Token = null)
{
    /// <summary>The claim that names the access token.</summary>
    public const string TokenClaim = "token";

    /// <summary>The claim that names the session.</summary>
    public const string SessionClaim = "session";

    /// <summary>Who is signed in.</summary>
    /// <exception cref="NotAllowedException">Nobody is.</exception>
    public static Actor From(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var account)
            ? new Actor(account, user.Identity!.Name ?? "", user.FindFirstValue(SessionClaim), user.FindFirstValue(TokenClaim))
            : throw new NotAllowedException();
}
