using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Editing.Merge;
using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Editing;

/// <summary>What was saved.</summary>
/// <param name="Entry">The entry as it is now.</param>
/// <param name="Action">What the save did.</param>
/// <param name="Before">What the entry was before; null when it is new.</param>
public sealed record SavedVersion<T>(OpenEntry<T> Entry, RevisionAction Action, T? Before) where T : EntryContent, new()
{
    /// <summary>Whether it can be undone: an undo cannot, except that of a new entry, which archives it.</summary>
    public bool CanUndo => Action is RevisionAction.Created or RevisionAction.Edited or RevisionAction.Archived;
}

/// <summary>The latest version of an entry that is known to be saved.</summary>
/// <param name="Entry">The entry as that version has it.</param>
/// <param name="SavedBy">Who saved it; empty where that is not known.</param>
public sealed record PresentVersion<T>(OpenEntry<T> Entry, string SavedBy);

/// <summary>What somebody else saved in between.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Merge">How it goes together with what is typed.</param>
/// <param name="Content">Its content now.</param>
public sealed record NewerVersion(int EntryId, int Version, MergeResult Merge, JsonObject Content)
{
    /// <summary>What was changed by then since the version from which the typing started.</summary>
    public required IReadOnlyList<FieldDifference> Changes { get; init; }
}
