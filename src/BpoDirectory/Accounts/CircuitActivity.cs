using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace BpoDirectory.Accounts;

/// <summary>Counts what somebody does on a page that stays connected as use of their session: no request tells of it.</summary>
internal sealed class CircuitActivity(AuthenticationStateProvider users, SessionActivity sessions) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        if ((await users.GetAuthenticationStateAsync()).User.FindFirst(Actor.SessionClaim) is { } session)
            sessions.TryUse(session.Value);
        await next(context);
    };
}
