using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>What a one-time link is for.</summary>
public enum AccountLinkKind
{
    /// <summary>Creates the first administrator.</summary>
    SetUp,

    /// <summary>Creates an account.</summary>
    Invitation,

    /// <summary>Gives an account a new password.</summary>
    Reset,
}

/// <summary>A link that somebody was given to open once; the database knows only the hash of its secret.</summary>
public sealed class AccountLink
{
    public int Id { get; private set; }

    /// <summary>SHA-256 of the secret in the link, in lower-case hexadecimal.</summary>
    public required string SecretHash { get; init; }

    public required AccountLinkKind Kind { get; init; }

    /// <summary>For whom, in the words of who made it; null for set-up.</summary>
    public string? For { get; init; }

    /// <summary>The role of the account that an invitation or the set-up creates.</summary>
    public AccountRole? Role { get; init; }

    /// <summary>The account whose password a reset replaces.</summary>
    public int? AccountId { get; init; }

    /// <summary>Null for set-up, which the program itself offers.</summary>
    public int? CreatedById { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>In UTC; from then on the link is not valid.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used or revoked, in UTC; from then on it is not valid.</summary>
    public DateTime? ClosedAt { get; private set; }

    public bool IsOpen(DateTime now) => ClosedAt is null && now < ExpiresAt;

    public void Close(DateTime now) => ClosedAt = now;
}

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> link)
    {
        link.HasIndex(l => l.SecretHash).IsUnique();
        link.Property(l => l.SecretHash).HasMaxLength(64);
        link.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
        link.Property(l => l.Role).HasConversion<string>().HasMaxLength(20);
        link.Property(l => l.For).HasMaxLength(Rules.NameLength);
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.CreatedById).OnDelete(DeleteBehavior.Restrict);
    }
}
