using BpoDirectory.Data;

namespace BpoDirectory.Editing;

/// <summary>How a field stands in somebody's work at an entry.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsChanged">Whether it differs from the version from which the typing started.</param>
/// <param name="Items">How many items it lists; null where it is no list, or one of sources.</param>
public sealed record FieldState(ContentField Field, bool IsChanged, int? Items);

/// <summary>One person's work at one entry, from opening it to saving it, as the parts of a form know it.</summary>
public abstract class EditingSession : FormSession
{
    private SortedDictionary<string, string> _pendingInput = [];

    /// <summary>What type of entry it is.</summary>
    public abstract EntryType Type { get; }

    /// <summary>The entry, or 0 while it is new.</summary>
    public int Id { get; private protected set; }

    /// <summary>Whether the entry is not saved yet.</summary>
    public bool IsNew => Id == 0;

    /// <summary>What changed and why, where the editor says so.</summary>
    public string Note { get; set; } = "";

    /// <summary>What is typed beside the content and is no part of it yet, by what it is: kept with the draft, also past a save.</summary>
    public IReadOnlyDictionary<string, string> PendingInput
    {
        get => _pendingInput;
        private protected set => _pendingInput = new SortedDictionary<string, string>(value.ToDictionary());
    }

    /// <summary>How each field of the entry stands, in the order in which they are shown.</summary>
    public abstract IReadOnlyList<FieldState> FieldStates { get; }

    /// <summary>Takes what is typed beside the content.</summary>
    /// <param name="what">What it is, as its author would call it.</param>
    /// <param name="text">The text; null when it is done with.</param>
    public void SetPendingInput(string what, string? text)
    {
        if (text is null)
            _pendingInput.Remove(what);
        else
            _pendingInput[what] = text;
        NoteChange();
    }
}
