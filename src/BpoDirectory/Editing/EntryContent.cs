using System.Text.Json.Serialization;

namespace BpoDirectory.Editing;

/// <summary>What the contents of all kinds of entries have in common.</summary>
public abstract class EntryContent
{
    /// <summary>Whether an entry is out of readers' sight, as a field that is compared and merged like the others.</summary>
    public static ContentField ArchivedField { get; } = new("archived", "Archived");

    public string Slug { get; set; } = "";

    public bool Archived { get; set; }

    /// <summary>Brings an archived entry back, without what only archived ones have.</summary>
    public virtual void Restore() => Archived = false;

    /// <summary>What the entry is called.</summary>
    [JsonIgnore]
    public abstract string Title { get; }
}

/// <summary>An item of a list that is known by a key: the row's where it is saved, a new one where it is not.</summary>
public abstract class KeyedContent
{
    public string Key { get; set; } = NewKey();

    /// <summary>A key that no other item has.</summary>
    public static string NewKey() => $"new-{Guid.NewGuid():N}";
}

/// <summary>An item of a list that is another entry.</summary>
public interface IPickedEntry
{
    string Slug { get; set; }

    string Name { get; set; }
}
