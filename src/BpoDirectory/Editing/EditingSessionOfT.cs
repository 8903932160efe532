using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Editing;

/// <summary>
/// One person's work at one entry: what they make of it, the draft of it that is kept, and the way through a save, past
/// problems and past what somebody else saved in between. It does one thing at a time: call it from one thread.
/// </summary>
public sealed class EditingSession<T> : EditingSession where T : EntryContent, new()
{
    private readonly EntryEditing<T> _editing;
    private readonly Actor _actor;
    private readonly EntryStore _store;
    private readonly WorkingCopy<T> _work;
    private T _start = new();

    public EditingSession(EntryEditing<T> editing, Actor actor, EntryStore store, DraftStore drafts)
    {
        (_editing, _actor, _store, _work) = (editing, actor, store, new WorkingCopy<T>(editing));
        Draft = new SessionDraft<T>(editing, actor, drafts, _work);
    }

    /// <inheritdoc />
    public override EntryType Type => _editing.Type;

    /// <inheritdoc />
    public override int Id => _work.EntryId;

    /// <inheritdoc />
    public override string Note
    {
        get => _work.Note;
        set => _work.Note = value;
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Asides => _work.Asides;

    /// <summary>The version from which the typing started; 0 for a new entry.</summary>
    public int BaseVersion => _work.BaseVersion;

    /// <summary>What is typed.</summary>
    public T Content => _work.Content;

    /// <summary>What is kept of it before it is saved.</summary>
    public SessionDraft<T> Draft { get; }

    /// <summary>What somebody else saved in between, and how it goes together with what is typed.</summary>
    public NewerVersion? Newer { get; private set; }

    /// <summary>Whether something is typed that is not saved.</summary>
    public bool IsChanged => _work.IsChanged;

    /// <summary>Whether something is typed that would be lost without a draft: a change, or what is no part of the content yet.</summary>
    public bool HasTyped => _work.HasTyped;

    /// <summary>What a save would change.</summary>
    public IReadOnlyList<FieldDifference> Changes => _work.ChangesTo(Content);

    /// <summary>What is typed in each changed field, beside them, and the note, as plain text.</summary>
    public string ChangedText => _work.ChangedText;

    /// <summary>The slug that the entry has had since the typing started; empty for a new one.</summary>
    public string Slug => _work.Original.Slug;

    /// <summary>What was changed in the offered draft, in the version from which it started.</summary>
    public IReadOnlyList<FieldDifference> ChangesOfOffered => Draft.Offered is { } offered
        ? ContentComparison.Compare(_editing.Fields, ContentJson.ToNode(offered.Base), ContentJson.ToNode(offered.Content)) : [];

    /// <summary>Begins with an entry as it is now.</summary>
    public Task OpenAsync(OpenEntry<T> entry)
    {
        Begin(entry.Id, entry.Version, entry.Content);
        return Draft.LookAsync();
    }

    /// <summary>Begins a new entry, with a content to start from.</summary>
    public Task OpenNewAsync(T start)
    {
        _start = start;
        BeginNew();
        return Draft.LookAsync();
    }

    /// <summary>Throws the draft away, and with it whatever is typed: what is there then is the entry as it is now, or what a new one started from.</summary>
    public async Task DiscardDraftAsync()
    {
        await Draft.DiscardAsync();
        if (IsNew)
            BeginNew();
        else if (await _store.OpenAsync(_editing, Id) is { } present)
            Begin(present.Id, present.Version, present.Content);
    }

    /// <summary>Whether the content may be saved as it is; if not, <see cref="EditingSession.Problems"/> says why.</summary>
    public async Task<bool> CheckAsync() => (Problems = await _store.CheckAsync(_editing, Id, Content)).Count == 0;

    /// <summary>
    /// Saves. Null when there are <see cref="EditingSession.Problems"/>, or a <see cref="Newer"/> version to be merged first.
    /// </summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SavedVersion<T>?> SaveAsync(RevisionAction? action = null)
    {
        var before = IsNew ? null : _work.Original;
        var outcome = await _store.SaveAsync(_editing, _actor, new EntrySave<T>(Id, BaseVersion, Content, Note) { Action = action, Forms = Draft.Forms });
        Problems = outcome.Problems;
        Newer = outcome.Newer is { } newer ? _work.MergeWith(newer) : null;
        if (outcome.Saved is not { } saved)
            return null;
        var asides = Asides;
        Begin(saved.Id, saved.Version, saved.Content);
        _work.Asides = asides;
        await Draft.KeepAsync();
        return new SavedVersion<T>(saved, action ?? (before is null ? RevisionAction.Created : RevisionAction.Edited), before);
    }

    /// <summary>Makes the newer version, with what is typed merged into it, what this work goes on from.</summary>
    /// <param name="merged">The merged content, with everything chosen that overlapped.</param>
    public void GoOnFrom(JsonObject merged)
    {
        _work.GoOnFrom(Newer!, merged);
        Newer = null;
        NoteChange();
    }

    /// <summary>Goes back to what is typed, unmerged.</summary>
    public void LeaveMerge() => Newer = null;

    /// <summary>
    /// Takes a save back, as a version of its own: a changed entry becomes what it was, a new one is archived, and one so
    /// archived is restored. Null when somebody else saved since, or when there are <see cref="EditingSession.Problems"/>.
    /// </summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SavedVersion<T>?> UndoAsync(SavedVersion<T> saved)
    {
        var present = Content;
        (_work.Content, var action) = saved.Action switch
        {
            RevisionAction.Created => (Archived(present, true), RevisionAction.Archived),
            RevisionAction.Archived => (Archived(present, false), RevisionAction.Restored),
            _ => (saved.Before!, RevisionAction.RolledBack),
        };
        if (await SaveAsync(action) is { } undone)
            return undone;
        (_work.Content, Newer) = (present, null);
        return null;
    }

    private protected override void KeepAside(string what, string? text) => _work.SetAside(what, text);

    private static T Archived(T content, bool isArchived)
    {
        var copy = ContentJson.Copy(content);
        copy.Archived = isArchived;
        return copy;
    }

    private void Begin(int id, int version, T content)
    {
        _work.Begin(id, version, content);
        Draft.Begin();
        (Newer, Problems) = (null, []);
    }

    private void BeginNew()
    {
        Begin(0, 0, new T());
        _work.StartWith(_start);
        Draft.Begin();
    }
}
