using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A browser that is signed in. Without the row, its cookie is not valid.</summary>
public sealed class AccountSession
{
    /// <summary>SHA-256 of the secret in the cookie, in lower-case hexadecimal.</summary>
    public required string SecretHash { get; init; }

    public required int AccountId { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>In UTC; from then on the session is over.</summary>
    public required DateTime ExpiresAt { get; init; }
}

internal sealed class AccountSessionConfiguration : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> session)
    {
        session.HasKey(s => s.SecretHash);
        session.Property(s => s.SecretHash).HasMaxLength(64);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
