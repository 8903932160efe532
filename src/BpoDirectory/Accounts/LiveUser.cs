using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace BpoDirectory.Accounts;

/// <summary>Who is signed in, for a page that stays connected: asked again and again, for there a request never comes.</summary>
public sealed class LiveUser(Sessions sessions, ILoggerFactory log) : RevalidatingServerAuthenticationStateProvider(log)
{
    /// <summary>How soon a page notices that its user was disabled, signed out or given another role.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => Interval;

    /// <inheritdoc />
    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(IsAsBefore(authenticationState.User));

    private bool IsAsBefore(ClaimsPrincipal user) =>
        user.FindFirstValue(Actor.SessionClaim) is { } session
        && sessions.Find(session) is { } now
        && now.FindFirstValue(ClaimTypes.Role) == user.FindFirstValue(ClaimTypes.Role);
}
