using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>
/// What everybody who stands in the audit trail is called there: by their name, and where several share it by their account too.
/// </summary>
public sealed class AuditActors
{
    private readonly Dictionary<(int? Id, string Name), string> _labels;

    private AuditActors(Dictionary<(int? Id, string Name), string> labels)
    {
        _labels = labels;
        All = [.. labels.Values.Distinct().OrderByName(label => label)];
    }

    /// <summary>Those of an empty trail.</summary>
    public static AuditActors None { get; } = new([]);

    /// <summary>All of them, in alphabetical order.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>What whoever made this entry is called.</summary>
    public string NameOf(AuditEntry entry) => _labels.GetValueOrDefault((entry.ActorId, entry.ActorName), entry.ActorName);

    internal static async Task<AuditActors> ReadAsync(DirectoryDbContext db, CancellationToken cancellation)
    {
        var actors = await db.AuditEntries.Select(e => new { e.ActorId, e.ActorName }).Distinct().ToListAsync(cancellation);
        var shared = actors.GroupBy(actor => actor.ActorName).Where(name => name.Count() > 1).SelectMany(name => name)
            .Select(actor => actor.ActorId).ToHashSet();
        var accounts = await db.Accounts.Where(account => shared.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.UserName, cancellation);
        var names = actors.CountBy(actor => actor.ActorName).ToDictionary();
        return new AuditActors(actors.ToDictionary(
            actor => (actor.ActorId, actor.ActorName),
            actor => names[actor.ActorName] > 1 && actor.ActorId is { } id
                ? $"{actor.ActorName} ({accounts.GetValueOrDefault(id) ?? $"account {id}"})"
                : actor.ActorName));
    }

    // A name that several share by now still stands for all of them: it may be in an address that somebody kept.
    internal IQueryable<AuditEntry> Only(string label, IQueryable<AuditEntry> entries) =>
        _labels.FirstOrDefault(actor => actor.Value == label).Key is ({ } id, { } name)
            ? entries.Where(e => e.ActorId == id && e.ActorName == name)
            : entries.Where(e => e.ActorName == label);
}
