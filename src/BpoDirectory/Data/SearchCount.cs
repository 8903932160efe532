using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>How often a wording was searched for on one day; nothing says by whom.</summary>
public sealed class SearchCount
{
    /// <summary>The wording, cleaned and in lower case.</summary>
    public required string Text { get; init; }

    /// <summary>The day in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether the directory had an answer.</summary>
    public required bool IsAnswered { get; init; }

    public required int Count { get; init; }
}

internal sealed class SearchCountConfiguration : IEntityTypeConfiguration<SearchCount>
{
    public void Configure(EntityTypeBuilder<SearchCount> count)
    {
        count.HasKey(c => new { c.Day, c.IsAnswered, c.Text });
        count.Property(c => c.Text).HasMaxLength(200);
    }
}
