using System.Text.Json.Nodes;
using BpoDirectory.Editing.Merge;
using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Editing;

/// <summary>What somebody makes of an entry: the version it started from, what that was, and what it is to be.</summary>
public sealed class WorkingCopy<T>(EntryEditing<T> editing) where T : EntryContent, new()
{
    private JsonObject _original = ContentJson.ToNode(new T());
    private JsonObject _start = ContentJson.ToNode(new T());
    private SortedDictionary<string, string> _asides = [];

    /// <summary>The entry, or 0 while it is new.</summary>
    public int EntryId { get; private set; }

    /// <summary>The version from which the typing started; 0 for a new entry.</summary>
    public int BaseVersion { get; private set; }

    /// <summary>What is typed.</summary>
    public T Content { get; set; } = new();

    /// <summary>The note typed so far.</summary>
    public string Note { get; set; } = "";

    /// <summary>What is typed beside the content and is no part of it yet, by what it is.</summary>
    public IReadOnlyDictionary<string, string> Asides
    {
        get => _asides;
        set => _asides = new SortedDictionary<string, string>(value.ToDictionary());
    }

    /// <summary>A copy of what the entry was when the typing started.</summary>
    public T Original => ContentJson.FromNode<T>(_original);

    /// <summary>Whether something is typed that differs from the original.</summary>
    public bool IsChanged => !JsonNode.DeepEquals(_original, ContentJson.ToNode(Content));

    /// <summary>Whether there is anything typed that would be lost without a draft.</summary>
    public bool HasTyped => !JsonNode.DeepEquals(_start, ContentJson.ToNode(Content)) || _asides.Count > 0 || Note.Trim().Length > 0;

    /// <summary>All that is typed, as one text to compare.</summary>
    public string Typed => ContentJson.Write(Content) + Note + ContentJson.Write(_asides);

    /// <summary>Notes what is typed beside the content; null when there is nothing any more.</summary>
    public void SetAside(string what, string? text)
    {
        if (text is not null)
            _asides[what] = text;
        else
            _asides.Remove(what);
    }

    /// <summary>Begins with a version of an entry, of which nothing is changed yet.</summary>
    public void Begin(int entryId, int version, T original)
    {
        (EntryId, BaseVersion, _original) = (entryId, version, ContentJson.ToNode(original));
        _start = _original;
        (Content, Note, _asides) = (ContentJson.Copy(original), "", []);
    }

    /// <summary>Starts a new entry with a content that nobody has typed, such as a copy of another.</summary>
    public void StartWith(T start) => (Content, _start) = (ContentJson.Copy(start), ContentJson.ToNode(start));

    /// <summary>What would change if the entry became <paramref name="content"/>.</summary>
    public IReadOnlyList<FieldDifference> ChangesTo(T content) => ContentComparison.Compare(editing.Fields, _original, ContentJson.ToNode(content));

    /// <summary>What is typed in each changed field, beside them, and the note, as plain text.</summary>
    public string ChangedText
    {
        get
        {
            var typed = ContentJson.ToNode(Content);
            var texts = ChangesTo(Content).Select(change => $"{change.Field.Label}:\n{ContentText.From(typed[change.Field.Name])}");
            return string.Join("\n\n", [.. texts, .. _asides.Select(aside => $"{aside.Key}:\n{aside.Value}"), .. Note.Length == 0 ? [] : new[] { $"Note:\n{Note}" }]);
        }
    }

    /// <summary>How the typed content goes together with a version that somebody else made of the same original.</summary>
    public NewerVersion MergeWith(OpenEntry<T> newer)
    {
        var theirs = ContentJson.ToNode(newer.Content);
        return new NewerVersion(newer.Id, newer.Version, ContentMerge.Merge(editing.Fields, _original, ContentJson.ToNode(Content), theirs), theirs)
        {
            Changes = ContentComparison.Compare(editing.Fields, _original, theirs),
        };
    }

    /// <summary>Starts from a newer version instead, with a content that was merged with it.</summary>
    public void GoOnFrom(NewerVersion newer, JsonObject merged)
    {
        (_original, _start, BaseVersion) = (newer.Content, newer.Content, newer.Version);
        Content = ContentJson.FromNode<T>(merged);
    }
}
