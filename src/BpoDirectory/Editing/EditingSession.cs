using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Editing;

/// <summary>One person's work at one entry, from opening it to saving it, as the parts of a form know it.</summary>
public abstract class EditingSession
{
    /// <summary>Raised when something was typed or chosen.</summary>
    public event Action? Changed;

    /// <summary>Raised when <see cref="Problems"/> are others than before.</summary>
    public event Action? ProblemsChanged;

    /// <summary>What kind of entry it is.</summary>
    public abstract EntryType Type { get; }

    /// <summary>The entry, or 0 while it is new.</summary>
    public int Id { get; protected set; }

    public bool IsNew => Id == 0;

    /// <summary>What changed and why, where the editor says so.</summary>
    public string Note { get; set; } = "";

    /// <summary>What has to be mended before the content can be saved.</summary>
    public IReadOnlyList<FieldProblem> Problems
    {
        get;
        protected set
        {
            field = value;
            ProblemsChanged?.Invoke();
        }
    } = [];

    /// <summary>What has to be mended in one field.</summary>
    public IEnumerable<FieldProblem> ProblemsOf(string field) =>
        Problems.Where(problem => string.Equals(problem.Field, field, StringComparison.Ordinal));

    /// <summary>To be called by whatever changes the content or the note.</summary>
    public void NoteChange() => Changed?.Invoke();
}

/// <summary>
/// One person's work at one entry: what it was, what they made of it, the draft of it that is kept, and the way through a
/// save, past problems and past what somebody else saved in between. It holds one thing at a time: call it from one thread.
/// </summary>
public sealed class EditingSession<T>(EntryKind<T> kind, Actor actor, EntryEditor editor, Drafts drafts) : EditingSession where T : EntryContent, new()
{
    private JsonObject _original = ContentJson.ToNode(new T());
    private string _kept = "";

    public EntryKind<T> Kind => kind;

    /// <inheritdoc />
    public override EntryType Type => kind.Type;

    /// <summary>The version from which the typing started; 0 for a new entry.</summary>
    public int BaseVersion { get; private set; }

    /// <summary>What is typed.</summary>
    public T Content { get; private set; } = new();

    /// <summary>What this person typed before and has not saved: to be continued or discarded before anything else.</summary>
    public KeptDraft<T>? Offered { get; private set; }

    /// <summary>When what is typed was last kept, in UTC; null when there is nothing to keep.</summary>
    public DateTime? KeptAt { get; private set; }

    /// <summary>What somebody else saved in between, and how it goes together with what is typed.</summary>
    public NewerVersion? Newer { get; private set; }

    /// <summary>Whether something is typed that is not saved.</summary>
    public bool IsChanged => !JsonNode.DeepEquals(_original, ContentJson.ToNode(Content));

    /// <summary>What a save would change.</summary>
    public IReadOnlyList<FieldDifference> Changes => ContentComparison.Compare(kind.Fields, _original, ContentJson.ToNode(Content));

    /// <summary>What the offered draft would change in the entry as it is now.</summary>
    public IReadOnlyList<FieldDifference> ChangesOfOffered =>
        Offered is null ? [] : ContentComparison.Compare(kind.Fields, _original, ContentJson.ToNode(Offered.Content));

    /// <summary>Begins with an entry as it is now.</summary>
    public async Task OpenAsync(OpenEntry<T> entry)
    {
        Begin(entry.Id, entry.Version, entry.Content);
        Offered = await drafts.FindAsync(kind, actor, Id);
    }

    /// <summary>Begins a new entry, with a content to start from.</summary>
    public async Task OpenNewAsync(T start)
    {
        Begin(0, 0, new T());
        Content = start;
        Offered = await drafts.FindAsync(kind, actor, 0);
    }

    /// <summary>Takes up the offered draft, with the version from which it started.</summary>
    public void ContinueDraft()
    {
        var draft = Offered!;
        Begin(draft.EntryId, draft.BaseVersion, draft.Base);
        (Content, Note, KeptAt, Offered) = (draft.Content, draft.Note ?? "", draft.SavedAt, null);
        _kept = Typed;
    }

    /// <summary>Throws the draft away, and with it whatever is typed.</summary>
    public async Task DiscardDraftAsync()
    {
        await drafts.DiscardAsync(kind, actor, Id);
        Begin(Id, BaseVersion, ContentJson.FromNode<T>(_original));
    }

    /// <summary>Keeps what is typed, if it has changed since it was last kept.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task KeepAsync()
    {
        if (Offered is not null || Typed == _kept)
            return;
        var typed = Typed;
        if (IsChanged)
        {
            KeptAt = await drafts.KeepAsync(kind, actor, Id, BaseVersion, ContentJson.FromNode<T>(_original), Content, Note);
        }
        else
        {
            await drafts.DiscardAsync(kind, actor, Id);
            KeptAt = null;
        }
        _kept = typed;
    }

    /// <summary>Whether the content may be saved as it is; if not, <see cref="EditingSession.Problems"/> says why.</summary>
    public async Task<bool> CheckAsync() => (Problems = await editor.CheckAsync(kind, Id, Content)).Count == 0;

    /// <summary>
    /// Saves. Null when there are <see cref="EditingSession.Problems"/>, or a <see cref="Newer"/> version to be merged first.
    /// </summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SavedVersion<T>?> SaveAsync(RevisionAction? action = null)
    {
        var before = ContentJson.FromNode<T>(_original);
        var outcome = await editor.SaveAsync(kind, actor, new EntrySave<T>(Id, BaseVersion, Content, Note) { Action = action });
        Problems = outcome.Problems;
        if (outcome.Newer is { } newer)
            Newer = new NewerVersion(newer.Id, newer.Version, ContentMerge.Merge(kind.Fields, _original, ContentJson.ToNode(Content), ContentJson.ToNode(newer.Content)), ContentJson.ToNode(newer.Content));
        if (outcome.Saved is not { } saved)
            return null;
        var wasNew = IsNew;
        Begin(saved.Id, saved.Version, saved.Content);
        return new SavedVersion<T>(saved.Version, wasNew ? null : before);
    }

    /// <summary>Makes the newer version, with what is typed merged into it, what this work goes on from.</summary>
    /// <param name="merged">The merged content, with everything chosen that overlapped.</param>
    public void GoOnFrom(JsonObject merged)
    {
        var newer = Newer!;
        (_original, BaseVersion, Newer) = (newer.Content, newer.Version, null);
        Content = ContentJson.FromNode<T>(merged);
        NoteChange();
    }

    /// <summary>Goes back to what is typed, unmerged.</summary>
    public void LeaveMerge() => Newer = null;

    /// <summary>Makes an earlier content the present one again, as a version of its own.</summary>
    public async Task<SavedVersion<T>?> GoBackAsync(T earlier)
    {
        var present = Content;
        Content = earlier;
        if (await SaveAsync(RevisionAction.RolledBack) is { } saved)
            return saved;
        (Content, Newer) = (present, null);
        return null;
    }

    private string Typed => ContentJson.Write(Content) + Note;

    private void Begin(int id, int version, T content)
    {
        (Id, BaseVersion, _original) = (id, version, ContentJson.ToNode(content));
        (Content, Note, KeptAt, Offered, Newer, Problems) = (ContentJson.Copy(content), "", null, null, null, []);
        _kept = Typed;
    }
}

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
