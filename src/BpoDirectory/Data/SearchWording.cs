using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>By what the directory answers a search.</summary>
public enum SearchOutcome
{
    Nothing,

    /// <summary>By what is close in meaning, and by no word of the question.</summary>
    Meaning,

    Words,
}

/// <summary>A wording that was searched for, misspellings corrected.</summary>
public sealed class SearchWording
{
    /// <summary>Days on which a wording was asked before it is suggested to everybody.</summary>
    public const int DaysBeforeSuggested = 3;

    /// <summary>The wording as wordings are compared: its words in plain lower case.</summary>
    public required string Key { get; init; }

    /// <summary>The wording as it was first asked, cleaned and in lower case.</summary>
    public required string Text { get; init; }

    /// <summary>How it is answered, as far as known: when it was last asked, or when the catalog last changed.</summary>
    public SearchOutcome Outcome { get; set; }

    /// <summary>Whether words of the catalog answer all of it: others are suggested only where an editor says so.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Whether editors need not see it any more; it is not suggested either.</summary>
    public bool IsDismissed { get; set; }

    /// <summary>Whether an editor has it suggested to everybody.</summary>
    public bool IsApproved { get; set; }

    /// <summary>How often it was asked, by day.</summary>
    public List<SearchCount> Counts { get; } = [];
}

internal sealed class SearchWordingConfiguration : IEntityTypeConfiguration<SearchWording>
{
    public void Configure(EntityTypeBuilder<SearchWording> wording)
    {
        wording.HasKey(w => w.Key);
        wording.Property(w => w.Text).HasMaxLength(200);
        wording.HasIndex(w => w.Outcome);
        wording.HasMany(w => w.Counts).WithOne().HasForeignKey(count => count.WordingKey);
    }
}
