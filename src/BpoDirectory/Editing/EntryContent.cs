using System.Globalization;
using System.Text.Json.Serialization;

namespace BpoDirectory.Editing;

/// <summary>What the contents of all types of entries have in common.</summary>
public abstract class EntryContent
{
    /// <summary>The entry's part of its address, where it has one.</summary>
    public static ContentField SlugField { get; } = new("slug", "Address") { Rule = TextRule.Slug };

    /// <summary>Whether an entry is out of readers' sight, as a field that is compared and merged like the others.</summary>
    public static ContentField ArchivedField { get; } = new("archived", "Archived");

    /// <summary>The part of the address; of entries without a page, their key.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Whether it is kept but no longer shown or found.</summary>
    public bool Archived { get; set; }

    /// <summary>Brings an archived entry back, without what only archived ones have.</summary>
    public virtual void Restore() => Archived = false;

    /// <summary>Makes a copy of an entry's content what a new entry can start from: without what only one entry can have.</summary>
    public virtual void ClearIdentity() => (Slug, Archived) = ("", false);

    /// <summary>What the entry is called.</summary>
    [JsonIgnore]
    public abstract string Title { get; }
}

/// <summary>An item of a list that is known by a key: the row's where it is saved, a new one where it is not.</summary>
public abstract class KeyedContent
{
    public string Key { get => field ??= NewKey(); set; }

    /// <summary>The key of an item that is saved, by the key of its row.</summary>
    public static string KeyOf(int rowId) => rowId.ToString(CultureInfo.InvariantCulture);

    /// <summary>A key that no other item has.</summary>
    public static string NewKey() => $"new-{Guid.NewGuid():N}";
}

/// <summary>An item of a list that is another entry.</summary>
public interface IPickedEntry
{
    string Slug { get; set; }

    string Name { get; set; }
}
