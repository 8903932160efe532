using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Data;

namespace BpoDirectory.Components.Reader.Watching;

/// <summary>Where readers see what is watched.</summary>
public static class WatchedPages
{
    /// <summary>The path of an entry, or of the departments that name it; null where readers see nothing of it, as of synonyms.</summary>
    public static string? PathOf(EntryType type, string slug) => type is EntryType.Client or EntryType.Partner
        ? $"/departments?{type.ToString().ToLowerInvariant()}={slug}"
        : EntryPages.For(type).Public(slug, isArchived: false);
}
