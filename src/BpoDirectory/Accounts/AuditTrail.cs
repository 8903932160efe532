using BpoDirectory.Data;

namespace BpoDirectory.Accounts;

/// <summary>Writes down who did what. An entry is saved with the change it is about, or not at all.</summary>
public sealed class AuditTrail(TimeProvider clock)
{
    /// <summary>What the program is called where it acts by itself, or for somebody who is not signed in.</summary>
    public const string Nobody = "–";

    /// <summary>
    /// Adds an entry to what <paramref name="db"/> will save. Never hand it a secret, a password or the text of a search;
    /// what is longer than <see cref="Rules.SentenceLength"/> is cut.
    /// </summary>
    /// <param name="db">The context of the write.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="subject">To what: a name that a reader knows it by.</param>
    /// <param name="detail">What more there is to say; may be empty.</param>
    /// <param name="actor">Who did it; null when nobody is signed in.</param>
    public void Add(DirectoryDbContext db, AuditKind kind, string subject, string detail, Actor? actor) =>
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.GetUtcNow().UtcDateTime,
            Kind = kind,
            ActorId = actor?.AccountId,
            ActorName = actor?.Name ?? Nobody,
            Subject = Cut(subject),
            Detail = Cut(detail),
        });

    private static string Cut(string text) => text.Length <= Rules.SentenceLength ? text : text[..(Rules.SentenceLength - 1)] + "…";
}
