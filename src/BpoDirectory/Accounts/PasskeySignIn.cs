using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts;

/// <summary>Signs in with a passkey. It cannot be guessed: an account that wrong passwords have locked opens to it.</summary>
public sealed class PasskeySignIn(
    IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate, PasskeyStore store, PendingPasskeys pending, Sessions sessions,
    LocalSignIn local, AuditTrail audit)
{
    /// <summary>Asks the browser for whichever passkey it has for this site.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext context)
    {
        await using var db = await contexts.CreateDbContextAsync();
        using var accounts = store.Accounts(db);
        var options = await PasskeyStore.Handler(accounts).MakeRequestOptionsAsync(null, context);
        return new PasskeyQuestion(pending.Keep(options.AssertionState), options.RequestOptionsJson);
    }

    /// <summary>Tries to sign in with the browser's answer.</summary>
    /// <returns>A session, or null when the answer is not valid.</returns>
    public async Task<NewSession?> TryAsync(HttpContext context, string? question, string credential, bool stay)
    {
        if (pending.Take(question) is not { } state)
            return null;
        var from = context.Connection.RemoteIpAddress;
        NewSession? session = null;
        await gate.WriteAsync(async db =>
        {
            using var accounts = store.Accounts(db);
            var result = await PasskeyStore.Handler(accounts).PerformAssertionAsync(
                new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state });
            if (!result.Succeeded || result.User.IsDisabled || !await local.IsOpenToAsync(db, result.User))
            {
                audit.Add(db, AuditKind.SignInFailed, result.User?.UserName ?? "unknown passkey", $"with a passkey, from {from}", null);
                return;
            }
            await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
            audit.Add(db, AuditKind.SignIn, result.User.UserName!, $"with a passkey, from {from}",
                new Actor(result.User.Id, result.User.DisplayName));
            session = await sessions.OpenAsync(db, result.User, stay);
        });
        return session;
    }
}
