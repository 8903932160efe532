using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>Who somebody is to an identity provider. Names and addresses change hands there; issuer and subject never do.</summary>
public sealed class ProviderIdentity
{
    /// <summary>Longest issuer or subject, in UTF-16 code units; a subject has 255 at most (OpenID Connect Core, 2).</summary>
    public const int LongestName = 500;

    /// <summary>The provider, as its tokens name it (<c>iss</c>).</summary>
    public required string Issuer { get; init; }

    /// <summary>The person, as that provider names them for good (<c>sub</c>); upper and lower case differ.</summary>
    public required string Subject { get; init; }

    public required int AccountId { get; init; }
}

internal sealed class ProviderIdentityConfiguration : IEntityTypeConfiguration<ProviderIdentity>
{
    public void Configure(EntityTypeBuilder<ProviderIdentity> identity)
    {
        identity.HasKey(i => new { i.Issuer, i.Subject });
        identity.Property(i => i.Issuer).HasMaxLength(ProviderIdentity.LongestName);
        identity.Property(i => i.Subject).HasMaxLength(ProviderIdentity.LongestName);
        identity.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
