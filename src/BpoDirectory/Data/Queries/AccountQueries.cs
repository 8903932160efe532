namespace BpoDirectory.Data.Queries;

/// <summary>The prepared queries for who is signed in, which every request of theirs asks, and whether anybody can be.</summary>
internal static class AccountQueries
{
    /// <summary>Whether there is an administrator.</summary>
    public static bool HasAdministrator(ReadSession session) =>
        session.Query("SELECT EXISTS (SELECT 1 FROM Accounts WHERE Role = 'Administrator')", row => row.GetBoolean(0))[0];

    /// <summary>
    /// The account signed in by a session; null when that is over at <paramref name="now"/> (UTC) or the account is disabled.
    /// </summary>
    public static (int Id, string Name, string Role)? FindSignedIn(ReadSession session, string secretHash, DateTime now) => session.Query(
        """
        SELECT a.Id, a.DisplayName, a.Role FROM AccountSessions s JOIN Accounts a ON a.Id = s.AccountId
        WHERE s.SecretHash = $1 AND s.ExpiresAt > $2 AND NOT a.IsDisabled
        """,
        row => (row.GetInt32(0), row.GetString(1), row.GetString(2)), secretHash, now) is [var account] ? account : null;
}
