using System.Text.Json.Nodes;

namespace BpoDirectory.Editing;

/// <summary>What was saved.</summary>
/// <param name="Version">The version that the save made.</param>
/// <param name="Before">What the entry was before; null when it is new.</param>
public sealed record SavedVersion<T>(int Version, T? Before) where T : EntryContent, new();

/// <summary>What somebody else saved in between.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Merge">How it goes together with what is typed.</param>
/// <param name="Content">Its content now.</param>
public sealed record NewerVersion(int EntryId, int Version, MergeResult Merge, JsonObject Content);
