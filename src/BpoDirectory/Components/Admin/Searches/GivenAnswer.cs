using BpoDirectory.Data;

namespace BpoDirectory.Components.Admin.Searches;

/// <summary>The entry that a wording became a name of.</summary>
/// <param name="Target">What it is called.</param>
/// <param name="Type">Its type.</param>
public sealed record GivenAnswer(string Target, EntryType Type);
