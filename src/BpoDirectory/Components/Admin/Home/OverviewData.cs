using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;

namespace BpoDirectory.Components.Admin.Home;

/// <summary>What the overview shows, read once and handed from the page as first sent to its circuit.</summary>
public sealed record OverviewData
{
    public required OverviewFigures Figures { get; init; }

    /// <summary>Departments whose review is overdue, and then some that were never reviewed.</summary>
    public required IReadOnlyList<DepartmentSummary> Reviews { get; init; }

    /// <summary>Functions that no department owns.</summary>
    public required IReadOnlyList<NamedLink> WithoutOwner { get; init; }

    /// <summary>What whoever looks has typed and not saved.</summary>
    public required IReadOnlyList<DraftSummary> Drafts { get; init; }

    /// <summary>Searches that found nothing, by week.</summary>
    public required IReadOnlyList<SearchWeek> Weeks { get; init; }

    /// <summary>The most frequent searches that find nothing.</summary>
    public required IReadOnlyList<SearchedWording> Searches { get; init; }

    public required IReadOnlyList<RecentChange> Changes { get; init; }

    /// <summary>When it was read, in UTC.</summary>
    public required DateTime ReadAt { get; init; }
}
