using BpoDirectory.Accounts;

namespace BpoDirectory.Editing.Drafts;

/// <summary>The draft of one person's work at one entry: kept while they type, offered when they come back.</summary>
public sealed class SessionDraft<T>(EntryEditing<T> editing, Actor actor, DraftStore drafts, EditingSession<T> session)
    where T : EntryContent, new()
{
    private readonly string _form = Guid.NewGuid().ToString("N");
    private string _kept = "";
    private KeptDraft<T>? _continued;

    /// <summary>The form, and those of which it goes on from what was typed: a save ends what is kept of them.</summary>
    public IReadOnlyList<string> Forms => [_form, .. _continued?.Forms ?? []];

    /// <summary>What this person typed before and has not saved: to be continued or discarded before anything else.</summary>
    public KeptDraft<T>? Offered { get; private set; }

    /// <summary>When what is typed was last kept, in UTC; null when there is nothing to keep.</summary>
    public DateTime? KeptAt { get; private set; }

    /// <summary>Whether something is typed that was not kept yet.</summary>
    public bool HasUnsavedInput => Offered is null && session.Typed != _kept;

    /// <summary>Starts again, with a content of which nothing has to be kept.</summary>
    public void Begin() => (_kept, KeptAt, Offered, _continued) = (session.Typed, null, null, null);

    /// <summary>Looks for a draft to offer: of a new entry, what was typed into the form asked for, or else the latest.</summary>
    public async Task LoadOfferedAsync(string? form = null) => Offered = await drafts.FindAsync(editing, actor, session.Id, form);

    /// <summary>Takes up the offered draft, with the version from which it started.</summary>
    public void Continue()
    {
        var draft = Offered!;
        session.Resume(draft);
        (_kept, KeptAt, Offered, _continued) = ("", draft.SavedAt, null, draft);
    }

    /// <summary>Leaves the offered draft as it is kept, to begin another new entry.</summary>
    public void SetAside() => Offered = null;

    /// <summary>All that is typed, for others to hold while it cannot be kept.</summary>
    /// <param name="now">When that is, in UTC.</param>
    public KeptDraft<T> HandOver(DateTime now) => session.ToDraft(now, _form);

    /// <summary>Keeps and offers what was handed over, in place of what its form kept before.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task RecoverAsync(KeptDraft<T> held)
    {
        if (held.EntryId != session.Id)
            return;
        await drafts.KeepAsync(editing, actor, held, held.Forms is [var form] ? form : _form);
        await LoadOfferedAsync();
    }

    /// <summary>Throws away what was kept here, or is offered; not what another form has kept since.</summary>
    public async Task DiscardAsync()
    {
        if ((Offered ?? _continued) is { } found)
            await drafts.DiscardAsync(editing, actor, found);
        await drafts.DiscardAsync(editing, actor, session.Id, _form);
    }

    /// <summary>Keeps what is typed, if it has changed since it was last kept.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task KeepAsync()
    {
        if (!HasUnsavedInput)
            return;
        var typed = session.Typed;
        if (session.HasTyped)
        {
            KeptAt = await drafts.KeepAsync(editing, actor, HandOver(default), _form, _continued);
        }
        else
        {
            await DiscardAsync();
            KeptAt = null;
        }
        (_kept, _continued) = (typed, null);
    }
}
