using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>What administrators have settled for the directory as a whole: one row, or none as long as nobody has.</summary>
public sealed class DirectorySettings
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    /// <summary>How often they were saved.</summary>
    public int Version { get; private set; }

    /// <summary>When they were last saved, in UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>The name of who saved, as it was then.</summary>
    public string SavedBy { get; private set; } = "";

    /// <summary>All of them, as JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Replaces all of them, at the time given (UTC).</summary>
    public void Save(string content, string by, DateTime at) => (Content, SavedBy, SavedAt, Version) = (content, by, at, Version + 1);
}

internal sealed class DirectorySettingsConfiguration : IEntityTypeConfiguration<DirectorySettings>
{
    public void Configure(EntityTypeBuilder<DirectorySettings> settings)
    {
        settings.ToTable("DirectorySettings");
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.Version).IsConcurrencyToken();
        settings.Property(s => s.SavedBy).HasMaxLength(Rules.NameLength);
    }
}
