using System.Security.Cryptography;
using System.Text;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Api;

/// <summary>
/// Answers a change that a program sends again with the same <c>Idempotency-Key</c> as the first time, for 24 hours
/// (draft-ietf-httpapi-idempotency-key-header-07). The answer is kept in the transaction of the change itself.
/// </summary>
internal static class Idempotency
{
    public const string Header = "Idempotency-Key";

    /// <summary>Longest key, in characters.</summary>
    public const int LongestKey = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>What names a request beside its key: the method, the path and the body.</summary>
    public static string HashOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path} {request.Headers.IfMatch}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What was answered to this key before, or null.</summary>
    public static Task<IdempotentAnswer?> FindAsync(DirectoryDbContext db, Actor actor, string key, DateTime now)
    {
        var oldest = now - Kept;
        return db.IdempotentAnswers.AsNoTracking()
            .SingleOrDefaultAsync(a => a.AccountId == actor.AccountId && a.Key == key && a.AnsweredAt > oldest);
    }

    /// <summary>Keeps an answer, and drops those that are too old.</summary>
    public static async Task KeepAsync(DirectoryDbContext db, IdempotentAnswer answer)
    {
        var oldest = answer.AnsweredAt - Kept;
        await db.IdempotentAnswers.Where(a => a.AnsweredAt <= oldest).ExecuteDeleteAsync();
        db.Add(answer);
    }
}
