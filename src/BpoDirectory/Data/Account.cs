using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>What somebody with an account may do; each role may do what the one before it may.</summary>
public enum AccountRole
{
    /// <summary>Changes the catalog.</summary>
    Editor,

    /// <summary>Changes the catalog, and who may.</summary>
    Administrator,
}

/// <summary>Somebody who may change the directory. Accounts are never deleted: what they did keeps its author.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>A new account without a password.</summary>
    /// <exception cref="DirectoryRuleException">A name is empty or too long.</exception>
    public Account(string userName, string displayName, AccountRole role, DateTime createdAt)
    {
        UserName = Rules.Required(userName, "a user name", Rules.NameLength);
        DisplayName = Rules.Required(displayName, "a name", Rules.NameLength);
        (Role, CreatedAt) = (role, createdAt);
    }

    /// <summary>What others see: the author of a change.</summary>
    public string DisplayName { get; private set; }

    public AccountRole Role { get; private set; }

    /// <summary>Whether the account is shut: nobody signs in with it, and whoever is signed in loses access.</summary>
    public bool IsDisabled { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Who invited this person; null for the one who set the directory up.</summary>
    public int? InvitedById { get; init; }

    /// <exception cref="DirectoryRuleException">The name is empty or too long.</exception>
    public void CallThemselves(string displayName) => DisplayName = Rules.Required(displayName, "a name", Rules.NameLength);

    public void GiveRole(AccountRole role) => Role = role;

    public void Disable() => IsDisabled = true;

    public void Enable() => IsDisabled = false;
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        // Nothing is sent to anybody, and a passkey is the second factor.
        account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed)
            .Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
        account.Property(a => a.UserName).IsRequired().HasMaxLength(Rules.NameLength);
        account.Property(a => a.NormalizedUserName).IsRequired().HasMaxLength(Rules.NameLength).UseCollation(DirectoryDbContext.IgnoreCase);
        account.Property(a => a.DisplayName).HasMaxLength(Rules.NameLength);
        account.Property(a => a.Role).HasConversion<string>().HasMaxLength(20);
        account.HasOne<Account>().WithMany().HasForeignKey(a => a.InvitedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    // The specification's longest (https://www.w3.org/TR/webauthn-3/#credential-id).
    private const int LongestCredentialId = 1023;

    // As Identity's own model from its third version on, which it reads from a host's options: here the model needs no host.
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> passkey)
    {
        passkey.ToTable("AccountPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(LongestCredentialId);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
    }
}
