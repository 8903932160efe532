using System.Diagnostics;
using System.Globalization;
using System.Net;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Accounts.Provider;

/// <summary>
/// Signs in whom the provider tells of. The account is made at the first time and known by issuer and subject alone: whatever name
/// somebody has there, it opens no account that is here already.
/// </summary>
public sealed class ProviderSignIn(
    ProviderSettings provider, WriteGate gate, Sessions sessions, AccountLinks links, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What the audit trail calls somebody without an account here.</summary>
    public const string UnknownPerson = "unknown person";

    private const int LongestWish = Rules.NameLength - 10;

    /// <summary>Signs in; the account gets the role that the provider gives now.</summary>
    /// <param name="user">Whom the provider tells of.</param>
    /// <param name="stay">Whether they asked to stay signed in.</param>
    /// <param name="from">Where they are.</param>
    /// <returns>A session, or why there is none.</returns>
    public async Task<(NewSession? Session, ProviderTrouble? Trouble)> EnterAsync(ProviderUser user, bool stay, IPAddress? from)
    {
        if (user.Issuer.Length > ProviderIdentity.LongestName || user.Subject.Length > ProviderIdentity.LongestName)
            return (null, ProviderTrouble.Invalid);
        var role = provider.RoleOf(user.RoleValues);
        (NewSession? Session, ProviderTrouble? Trouble) outcome = default;
        await gate.WriteAsync(async db =>
        {
            var account = await FindAsync(db, user);
            if (account is { IsDisabled: true } || role is null)
            {
                outcome = (null, account is { IsDisabled: true } ? ProviderTrouble.Disabled : ProviderTrouble.NoRole);
                await RefuseAsync(db, account, outcome.Trouble.Value, from);
                return;
            }
            if (account is null)
                account = await CreateAsync(db, user, role.Value);
            else
                await FollowAsync(db, account, role.Value);
            audit.Add(db, AuditKind.SignIn, account.UserName!, $"with {provider.Name}, from {from}", ActorOf(account));
            outcome = (await sessions.OpenAsync(db, account, stay), null);
        });
        return outcome;
    }

    private static async Task<Account?> FindAsync(DirectoryDbContext db, ProviderUser user) =>
        await db.ProviderIdentities.SingleOrDefaultAsync(i => i.Issuer == user.Issuer && i.Subject == user.Subject) is { } identity
            ? await db.Accounts.SingleAsync(a => a.Id == identity.AccountId)
            : null;

    // Who lost their role at the provider loses here what they have open too, and is told nothing any more.
    private async Task RefuseAsync(DirectoryDbContext db, Account? account, ProviderTrouble trouble, IPAddress? from)
    {
        var reason = trouble == ProviderTrouble.NoRole ? "no role" : "disabled";
        audit.Add(db, AuditKind.SignInFailed, account?.UserName ?? UnknownPerson, $"with {provider.Name}, {reason}, from {from}", null);
        if (account is null)
            return;
        await Sessions.EndOthersAsync(db, account.Id);
        await ApiTokens.RevokeAllAsync(db, account.Id, clock.GetUtcNow().UtcDateTime);
        await links.WithdrawMadeByAsync(db, account.Id, null);
        db.RemoveRange(await db.MailSubscriptions.Where(subscription => subscription.AccountId == account.Id).ToListAsync());
    }

    private async Task<Account> CreateAsync(DirectoryDbContext db, ProviderUser user, AccountRole role)
    {
        var userName = await FreeUserNameAsync(db, UserNameOf(user));
        var displayName = await FreeDisplayNameAsync(db, DisplayNameOf(user) ?? userName, userName);
        var account = new Account(userName, displayName, role, clock.GetUtcNow().UtcDateTime);
        await AccountNames.AddAsync(db, account);
        await db.SaveChangesAsync();
        db.ProviderIdentities.Add(new ProviderIdentity { Issuer = user.Issuer, Subject = user.Subject, AccountId = account.Id });
        audit.Add(db, AuditKind.AccountCreated, account.UserName!, $"{role}, by {provider.Name}", ActorOf(account));
        return account;
    }

    private async Task FollowAsync(DirectoryDbContext db, Account account, AccountRole role)
    {
        if (account.Role == role)
            return;
        audit.Add(db, AuditKind.RoleChanged, account.UserName!, $"{account.Role} → {role}, by {provider.Name}", null);
        account.GiveRole(role);
        if (role != AccountRole.Administrator)
            await links.WithdrawMadeByAsync(db, account.Id, null);
    }

    private static Actor ActorOf(Account account) => new(account.Id, account.DisplayName);

    private static string UserNameOf(ProviderUser user)
    {
        var kept = new string([.. TextNormalizer.Decompose(user.UserName ?? "").Where(IsOfUserName).Take(LongestWish)]);
        return kept.Length > 0 ? kept : "user";
    }

    private static bool IsOfUserName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '@' or '+' or '-';

    private static string? DisplayNameOf(ProviderUser user) =>
        user.DisplayName is { } name && Rules.CheckRequired(name, "a name", LongestWish) is null
            ? Rules.Required(name, "a name", LongestWish)
            : null;

    private static Task<string> FreeUserNameAsync(DirectoryDbContext db, string wish) => FirstFreeAsync(Numbered(wish), name =>
    {
        var key = Account.Normalize(name);
        return db.Accounts.AnyAsync(account => account.NormalizedUserName == key);
    });

    private static Task<string> FreeDisplayNameAsync(DirectoryDbContext db, string wish, string userName)
    {
        var told = $"{wish} ({userName})";
        string[] wishes = told.Length <= Rules.NameLength ? [wish, told] : [wish];
        return FirstFreeAsync(wishes.Concat(Numbered(userName)), name =>
        {
            var key = NameComparison.KeyOf(name);
            return db.Accounts.AnyAsync(account => account.DisplayNameKey == key);
        });
    }

    private static async Task<string> FirstFreeAsync(IEnumerable<string> names, Func<string, Task<bool>> isTaken)
    {
        foreach (var name in names)
            if (!await isTaken(name))
                return name;
        throw new UnreachableException("There are more numbers than accounts.");
    }

    private static IEnumerable<string> Numbered(string name) =>
        Enumerable.Range(2, int.MaxValue - 2).Select(number => name + number.ToString(CultureInfo.InvariantCulture)).Prepend(name);
}
