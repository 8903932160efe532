using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace BpoDirectory.Accounts;

/// <summary>Who is signed in, for a page that stays connected: asked again and again, for there a request never comes.</summary>
public class LiveUser(Sessions sessions, ILoggerFactory log) : RevalidatingServerAuthenticationStateProvider(log)
{
    /// <summary>How soon a page notices that its user was disabled, signed out or given another role.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => Interval;

    /// <inheritdoc />
    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(IsSignedIn(authenticationState.User));

    private bool IsSignedIn(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(Actor.SessionClaim) is not { } session || sessions.Find(session) is not { } now)
            return false;
        // Whoever was given another role stays, with what they may do from now on.
        if (now.FindFirstValue(ClaimTypes.Role) != user.FindFirstValue(ClaimTypes.Role))
            SetAuthenticationState(Task.FromResult(new AuthenticationState(now)));
        return true;
    }
}
