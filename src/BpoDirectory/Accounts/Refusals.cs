using System.Globalization;
using BpoDirectory.Data;

namespace BpoDirectory.Accounts;

/// <summary>
/// Writes down who asked for what they have no right to: the first times within a while, so that nobody fills the audit trail.
/// </summary>
public sealed class Refusals(WriteGate gate, AuditTrail audit, TimeProvider clock)
{
    private readonly AttemptLimits _limits = new(clock);

    /// <summary>Notes a refused request of somebody signed in.</summary>
    public async Task NoteAsync(HttpContext context)
    {
        var actor = Actor.From(context.User);
        if (_limits.TryCount(actor.AccountId.ToString(CultureInfo.InvariantCulture)))
            await gate.WriteAsync(db =>
            {
                audit.Add(db, AuditKind.Refused, $"{context.Request.Method} {context.Request.Path.ToUriComponent()}",
                    $"from {context.Connection.RemoteIpAddress}", actor);
                return Task.CompletedTask;
            });
    }
}
