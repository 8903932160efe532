using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using BpoDirectory.Data.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>What somebody with an account may do; each role may do what the one before it may.</summary>
public enum AccountRole
{
    /// <summary>Reads what not everyone may.</summary>
    Reader,

    /// <summary>Changes the catalog.</summary>
    Editor,

    /// <summary>Changes the catalog, and who may.</summary>
    Administrator,
}

/// <summary>Somebody who may change the directory. Accounts are never deleted: what they did keeps its author.</summary>
public sealed partial class Account : IdentityUser<int>
{
    /// <summary>How many wrong passwords in a row lock the account for <see cref="LockoutTime"/>.</summary>
    public const int FailuresBeforeLockout = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    /// <summary>A new account without a password.</summary>
    /// <exception cref="DirectoryRuleException">
    /// A name is empty or too long, or the user name holds another character than it may.
    /// </exception>
    public Account(string userName, string displayName, AccountRole role, DateTime createdAt)
    {
        UserName = Rules.Required(userName, "a user name", Rules.NameLength);
        if (!UserNameForm().IsMatch(UserName))
            throw new DirectoryRuleException("Use letters, digits and . _ - @ + for the user name.");
        NormalizedUserName = Normalize(UserName);
        SecurityStamp = Guid.NewGuid().ToString();
        Rename(displayName);
        (Role, CreatedAt) = (role, createdAt);
    }

    /// <summary>What others see: the author of a change.</summary>
    public string DisplayName { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string DisplayNameKey { get; private set; }

    public AccountRole Role { get; private set; }

    /// <summary>Whether the account is disabled: nobody signs in with it, and whoever is signed in loses access.</summary>
    public bool IsDisabled { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Who invited this person; null for the one who set the directory up.</summary>
    public int? InvitedById { get; init; }

    /// <summary>The form in which user names are compared.</summary>
    public static string Normalize(string userName) => userName.Trim().ToUpperInvariant();

    /// <summary>Changes what others see; what was done before keeps the former name.</summary>
    /// <exception cref="DirectoryRuleException">The name is empty or too long.</exception>
    [MemberNotNull(nameof(DisplayName), nameof(DisplayNameKey))]
    public void Rename(string displayName)
    {
        DisplayName = Rules.Required(displayName, "a name", Rules.NameLength);
        DisplayNameKey = NameComparison.KeyOf(DisplayName);
    }

    public void GiveRole(AccountRole role) => Role = role;

    public void Disable() => IsDisabled = true;

    public void Enable() => IsDisabled = false;

    /// <summary>
    /// Whether no password opens the account at <paramref name="now"/>, in UTC. A clock set back does not lock it for longer.
    /// </summary>
    public bool IsLockedOut(DateTime now) => LockoutEnd > now && LockoutEnd <= now + LockoutTime;

    /// <summary>Counts a wrong password.</summary>
    /// <returns>Whether it was one too many, and the account is locked from now on.</returns>
    public bool CountFailure(DateTime now)
    {
        if (IsLockedOut(now) || ++AccessFailedCount < FailuresBeforeLockout)
            return false;
        (AccessFailedCount, LockoutEnd) = (0, now + LockoutTime);
        return true;
    }

    /// <summary>Forgets the wrong passwords before the right one.</summary>
    public void ForgetFailures() => (AccessFailedCount, LockoutEnd) = (0, null);

    [GeneratedRegex(@"^[A-Za-z0-9._@+-]+\z")]
    private static partial Regex UserNameForm();
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        // Mail goes to addresses that have a table of their own, and a passkey is the second factor.
        account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed)
            .Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
        account.HasIndex(a => a.NormalizedUserName).IsUnique().HasDatabaseName("UserNameIndex");
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        account.Property(a => a.UserName).IsRequired().HasMaxLength(Rules.NameLength);
        account.Property(a => a.NormalizedUserName).IsRequired().HasMaxLength(Rules.NameLength).UseCollation(TextMatch.IgnoreCase);
        account.Property(a => a.DisplayName).HasMaxLength(Rules.NameLength);
        account.Property(a => a.Role).HasConversion<string>().HasMaxLength(20);
        account.HasOne<Account>().WithMany().HasForeignKey(a => a.InvitedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    // The specification's longest (https://www.w3.org/TR/webauthn-3/#credential-id).
    private const int LongestCredentialId = 1023;

    // As Identity's own model has it from its third version on.
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> passkey)
    {
        passkey.ToTable("AccountPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(LongestCredentialId);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
    }
}
