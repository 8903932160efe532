using Npgsql;

namespace BpoDirectory.Data.PostgreSql;

/// <summary>What goes wrong with a database server.</summary>
internal static class PostgreSqlFailure
{
    private const string Setting = "ConnectionStrings:Directory";

    /// <summary>What went wrong, and what to do, in one line; null when the error is not of the server or the way to it.</summary>
    public static string? Explain(Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } refused =>
            $"{Sentence(refused)} Create it (createdb --encoding=UTF8), or correct {Setting}.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
            $"The database server refuses the user: {Sentence(refused)} Correct {Setting}.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused =>
            $"The database user may not do what is needed: {Sentence(refused)} Make it the owner of the database.",
        PostgresException refused => $"The database server reports an error ({refused.SqlState}): {Sentence(refused)} Its log says more.",
        NpgsqlException lost =>
            $"The database server cannot be reached: {lost.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Start it, or correct {Setting}.",
        _ => null,
    };

    /// <summary>Whether the server is in the way, rather than what was asked of it.</summary>
    public static bool CannotBeUsed(Exception error) => error switch
    {
        // By class: the connection, the authorization, lack of room or memory, the end of the server, the system below it; or read-only.
        PostgresException refused => refused.SqlState is ['0', '8', ..] or ['2', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..]
            or ['5', '8', ..] or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException => true,
        _ => false,
    };

    private static string Sentence(PostgresException error) => $"{error.MessageText.ReplaceLineEndings(" ").TrimEnd('.')}.";
}
