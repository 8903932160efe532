using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>The bytes of a logo, apart from the settings that name it, which are read much more often.</summary>
public sealed class Logo
{
    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>The media type, as found in the bytes.</summary>
    public required string ContentType { get; init; }

    public required byte[] Bytes { get; init; }
}

internal sealed class LogoConfiguration : IEntityTypeConfiguration<Logo>
{
    public void Configure(EntityTypeBuilder<Logo> logo)
    {
        logo.ToTable("Logos");
        logo.HasKey(l => l.Hash);
        logo.Property(l => l.Hash).HasMaxLength(64);
        logo.Property(l => l.ContentType).HasMaxLength(30);
    }
}
