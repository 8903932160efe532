using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A personal access token by which a program acts for an account; the database knows only the hash of its secret.</summary>
public sealed class ApiToken
{
    public int Id { get; private set; }

    public required int AccountId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init => field = Rules.Required(value, "a name for the token", Rules.NameLength); }

    /// <summary>SHA-256 of the secret, in lower-case hexadecimal.</summary>
    public required string SecretHash { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>In UTC; from then on the token is not valid.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was revoked, in UTC; from then on it is not valid.</summary>
    public DateTime? RevokedAt { get; private set; }

    public void Revoke(DateTime now) => RevokedAt ??= now;
}

/// <summary>The answer to a change that a program marked with a key: a repeated request gets the same answer.</summary>
public sealed class IdempotentAnswer
{
    public required int AccountId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body, in lower-case hexadecimal.</summary>
    public required string RequestHash { get; init; }

    public required int Status { get; init; }

    /// <summary>JSON.</summary>
    public required string Body { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime AnsweredAt { get; init; }
}

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.HasIndex(t => t.SecretHash).IsUnique();
        token.Property(t => t.Name).HasMaxLength(Rules.NameLength);
        token.Property(t => t.SecretHash).HasMaxLength(64);
        token.ToTable("AccountTokens");
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
    }
}

internal sealed class IdempotentAnswerConfiguration : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> answer)
    {
        answer.ToTable("AccountIdempotentAnswers");
        answer.HasKey(a => new { a.AccountId, a.Key });
        answer.HasIndex(a => a.AnsweredAt);
        answer.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
    }
}
