using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Api;

/// <summary>What a program says about an entry. What it leaves out stays as it is; an empty text or list empties.</summary>
/// <typeparam name="TContent">What can be changed of the entry.</typeparam>
internal interface IEntryBody<in TContent> where TContent : EntryContent
{
    /// <summary>The part of the address; null to keep it, or to make that of a new entry of its name.</summary>
    string? Slug { get; }

    /// <summary>What changed and why, for the history.</summary>
    string? Reason { get; }

    /// <summary>Makes a content what this says.</summary>
    /// <param name="db">The directory as it is.</param>
    /// <param name="content">What the entry is; of a new one, empty.</param>
    Task ApplyToAsync(DirectoryDbContext db, TContent content);
}
