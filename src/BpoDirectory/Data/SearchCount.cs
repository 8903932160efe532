using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>How often a wording was searched for on one day; nothing says by whom.</summary>
public sealed class SearchCount
{
    /// <summary>The wording, by its key.</summary>
    public required string WordingKey { get; init; }

    /// <summary>The day in UTC.</summary>
    public required DateOnly Day { get; init; }

    public required int Count { get; init; }

    /// <summary>How many of these searches found nothing when they were made.</summary>
    public int Unanswered { get; init; }

    /// <summary>How many were answered on a page, where an answer can be opened.</summary>
    public int Shown { get; init; }

    /// <summary>How often an answer was opened from the page that showed it.</summary>
    public int Opened { get; init; }
}

internal sealed class SearchCountConfiguration : IEntityTypeConfiguration<SearchCount>
{
    public void Configure(EntityTypeBuilder<SearchCount> count)
    {
        count.HasKey(c => new { c.WordingKey, c.Day });
        count.HasIndex(c => c.Day);
    }
}
