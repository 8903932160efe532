using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Merge;
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
    private T _newStart = new();

    // The content of the version from which the typing started, and what was there before anything was typed: of a copied
    // entry that is more than the empty original.
    private JsonObject _original = ContentJson.ToNode(new T());
    private JsonObject _untyped = ContentJson.ToNode(new T());

    /// <summary>A session in which nothing is open yet.</summary>
    public EditingSession(EntryEditing<T> editing, Actor actor, EntryStore store, DraftStore drafts)
    {
        (_editing, _actor, _store) = (editing, actor, store);
        Draft = new SessionDraft<T>(editing, actor, drafts, this);
    }

    /// <inheritdoc />
    public override EntryType Type => _editing.Type;

    /// <summary>The version from which the typing started; 0 for a new entry.</summary>
    public int BaseVersion { get; private set; }

    /// <summary>What is typed.</summary>
    public T Content { get; private set; } = new();

    /// <summary>What is kept of it before it is saved.</summary>
    public SessionDraft<T> Draft { get; }

    /// <summary>The latest version that is known to be saved; null for a new entry.</summary>
    public PresentVersion<T>? Present { get; private set; }

    /// <summary>
    /// Whether <see cref="Present"/> is newer than the version from which the typing started, and not shown as <see cref="Newer"/>.
    /// </summary>
    public bool IsOutdated => Present is { } present && present.Entry.Version > (Newer?.Version ?? BaseVersion);

    /// <summary>What somebody else saved in between, and how it goes together with what is typed.</summary>
    public NewerVersion? Newer { get; private set; }

    /// <summary>Whether something is typed that is not saved.</summary>
    public bool IsChanged => !JsonNode.DeepEquals(_original, ContentJson.ToNode(Content));

    /// <summary>Whether something is typed that would be lost without a draft: a change, or what is no part of the content yet.</summary>
    public bool HasTyped =>
        !JsonNode.DeepEquals(_untyped, ContentJson.ToNode(Content)) || PendingInput.Count > 0 || Note.Trim().Length > 0;

    /// <inheritdoc />
    public override IReadOnlyList<FieldState> FieldStates => StatesIn(ContentJson.ToNode(Content));

    /// <summary>What a save would change.</summary>
    public IReadOnlyList<FieldDifference> Changes => ContentComparison.Compare(_editing.Fields, _original, ContentJson.ToNode(Content));

    /// <summary>What is typed in each changed field, beside them, and the note, as plain text.</summary>
    public string ChangedText
    {
        get
        {
            var typed = ContentJson.ToNode(Content);
            return string.Join("\n\n", [
                .. Changes.Select(change => $"{change.Field.Label}:\n{ContentText.From(typed[change.Field.Name])}"),
                .. PendingInput.Select(input => $"{input.Key}:\n{input.Value}"),
                .. Note.Length == 0 ? [] : new[] { $"Note:\n{Note}" }]);
        }
    }

    /// <summary>The slug that the entry has had since the typing started; empty for a new one.</summary>
    public string Slug => Original.Slug;

    /// <summary>What was changed in the offered draft, in the version from which it started.</summary>
    public IReadOnlyList<FieldDifference> ChangesOfOffered => Draft.Offered is { } offered
        ? ContentComparison.Compare(_editing.Fields, ContentJson.ToNode(offered.Base), ContentJson.ToNode(offered.Content)) : [];

    /// <summary>All that is typed, as one text to compare.</summary>
    internal string Typed => ContentJson.Write(Content) + Note + ContentJson.Write(PendingInput);

    private T Original => ContentJson.FromNode<T>(_original);

    /// <summary>Begins with an entry as it is now.</summary>
    public Task OpenAsync(OpenEntry<T> entry)
    {
        Begin(entry);
        return Draft.LoadOfferedAsync();
    }

    /// <summary>
    /// Begins a new entry, with a content to start from; offers the draft that was typed into <paramref name="form"/>, or else the latest.
    /// </summary>
    public Task OpenNewAsync(T start, string? form = null)
    {
        _newStart = start;
        BeginNew();
        return Draft.LoadOfferedAsync(form);
    }

    /// <summary>
    /// Throws the draft away, and with it whatever is typed: what is there then is the entry as it is now, or what a new one started from.
    /// </summary>
    public async Task DiscardDraftAsync()
    {
        await Draft.DiscardAsync();
        if (IsNew)
            BeginNew();
        else
            await OpenPresentAsync();
    }

    /// <summary>Begins anew with the entry as it is now.</summary>
    public async Task OpenPresentAsync()
    {
        if (await _store.OpenAsync(_editing, Id) is { } present)
            Begin(present);
    }

    /// <summary>Notes a version that was saved, here or elsewhere.</summary>
    public void NoteSaved(Revision revision)
    {
        if (revision.EntryId == Id && revision.Number > Present?.Entry.Version)
            NotePresent(new(Id, revision.Number, revision.SavedAt, ContentJson.Read<T>(revision.Snapshot)),
                revision.AccountId == _actor.AccountId ? "You" : revision.By);
    }

    /// <summary>Looks whether somebody else saved in between; what they saved is then <see cref="Newer"/>, to be merged.</summary>
    public async Task<bool> FindNewerAsync()
    {
        var present = IsNew ? null : await _store.OpenAsync(_editing, Id);
        Newer = present?.Version > BaseVersion ? MergeWith(present) : null;
        return Newer is not null;
    }

    /// <summary>Whether the content may be saved as it is; if not, <see cref="FormSession.Problems"/> says why.</summary>
    public async Task<bool> CheckAsync() => (Problems = await _store.CheckAsync(_editing, Id, Content)).Count == 0;

    /// <summary>
    /// Saves. Null when there are <see cref="FormSession.Problems"/>, or a <see cref="Newer"/> version to be merged first.
    /// </summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SavedVersion<T>?> SaveAsync(RevisionAction? action = null)
    {
        var before = IsNew ? null : Original;
        var save = new EntrySave<T>(Id, BaseVersion, Content, Note) { Action = action, Forms = Draft.Forms };
        var outcome = await _store.SaveAsync(_editing, _actor, save);
        Problems = outcome.Problems;
        Newer = outcome.Newer is { } newer ? MergeWith(newer) : null;
        if (outcome.Saved is not { } saved)
            return null;
        var pending = PendingInput;
        Begin(saved);
        PendingInput = pending;
        await Draft.KeepAsync();
        return new SavedVersion<T>(saved, action ?? (before is null ? RevisionAction.Created : RevisionAction.Edited), before);
    }

    /// <summary>Makes the newer version, with what is typed merged into it, what this work goes on from.</summary>
    /// <param name="merged">The merged content, with everything chosen that overlapped.</param>
    public void GoOnFrom(JsonObject merged)
    {
        (_original, _untyped, BaseVersion) = (Newer!.Content, Newer.Content, Newer.Version);
        Content = ContentJson.FromNode<T>(merged);
        Newer = null;
        NoteChange();
    }

    /// <summary>Goes back to what is typed, unmerged.</summary>
    public void LeaveMerge() => Newer = null;

    /// <summary>
    /// Undoes a save, as a version of its own: a changed entry becomes what it was, a new one is archived, and one so
    /// archived is restored. Null when somebody else saved since, or when there are <see cref="FormSession.Problems"/>.
    /// </summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SavedVersion<T>?> UndoAsync(SavedVersion<T> saved)
    {
        var present = Content;
        (Content, var action) = saved.Action switch
        {
            RevisionAction.Created => (WithArchived(present, true), RevisionAction.Archived),
            RevisionAction.Archived => (WithArchived(present, false), RevisionAction.Restored),
            _ => (saved.Before!, RevisionAction.RolledBack),
        };
        if (await SaveAsync(action) is { } undone)
            return undone;
        (Content, Newer) = (present, null);
        return null;
    }

    /// <summary>Goes on from a draft, with the version from which it started.</summary>
    internal void Resume(KeptDraft<T> draft)
    {
        StartFrom(draft.EntryId, draft.BaseVersion, draft.Base);
        (Content, Note, PendingInput) = (draft.Content, draft.Note ?? "", draft.PendingInput);
    }

    /// <summary>All that is typed, as a draft.</summary>
    /// <param name="now">When that is, in UTC.</param>
    /// <param name="form">The form.</param>
    internal KeptDraft<T> ToDraft(DateTime now, string form) =>
        new(Id, BaseVersion, Original, Content, Note, now) { PendingInput = PendingInput, Forms = [form] };

    private IReadOnlyList<FieldState> StatesIn(JsonObject typed) => [.. _editing.Fields.Select(field => new FieldState(
        field, !JsonNode.DeepEquals(_original[field.Name], typed[field.Name]),
        typed[field.Name] is JsonArray list && !field.HoldsSources ? list.Count : null))];

    private static T WithArchived(T content, bool isArchived)
    {
        var copy = ContentJson.Copy(content);
        copy.Archived = isArchived;
        return copy;
    }

    private NewerVersion MergeWith(OpenEntry<T> newer)
    {
        NotePresent(newer);
        var theirs = ContentJson.ToNode(newer.Content);
        var mine = ContentJson.ToNode(Content);
        return new NewerVersion(newer.Id, newer.Version, ContentMerge.Merge(_editing.Fields, _original, mine, theirs), theirs)
        {
            Original = _original, Mine = mine,
        };
    }

    private void NotePresent(OpenEntry<T> entry, string savedBy = "")
    {
        if (Present is null || entry.Version > Present.Entry.Version)
            Present = new PresentVersion<T>(entry, savedBy);
    }

    private void Begin(OpenEntry<T> entry)
    {
        Begin(entry.Id, entry.Version, entry.Content);
        NotePresent(entry);
    }

    private void Begin(int id, int version, T content)
    {
        StartFrom(id, version, content);
        Draft.Begin();
        (Newer, Problems) = (null, []);
    }

    private void BeginNew()
    {
        Begin(0, 0, new T());
        (Content, _untyped) = (ContentJson.Copy(_newStart), ContentJson.ToNode(_newStart));
        Draft.Begin();
    }

    private void StartFrom(int id, int version, T original)
    {
        (Id, BaseVersion, _original) = (id, version, ContentJson.ToNode(original));
        _untyped = _original;
        (Content, Note, PendingInput) = (ContentJson.Copy(original), "", new Dictionary<string, string>());
    }
}
