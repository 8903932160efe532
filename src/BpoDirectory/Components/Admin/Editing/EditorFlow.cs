using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;

namespace BpoDirectory.Components.Admin.Editing;

/// <summary>The way of an editing page from typing to saved: which of its parts is shown, and where it moves next.</summary>
public sealed class EditorFlow<T>(EditingSession<T> session, TimeProvider clock) : IDisposable where T : EntryContent, new()
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private string? _handedOver;

    /// <summary>Raised after each step, on the thread that it was taken on.</summary>
    public event Action? Changed;

    /// <summary>What was just saved, until something is typed.</summary>
    public SavedVersion<T>? Saved { get; private set; }

    /// <summary>Whether an undo came too late: somebody else has saved since.</summary>
    public bool IsTooLate { get; private set; }

    /// <summary>Whether the changes are shown, to be saved.</summary>
    public bool IsReviewing { get; private set; }

    /// <summary>Whether this person may not edit any more.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Why nothing can be kept or saved at present; null while it can.</summary>
    public string? NotKept { get; private set; }

    /// <summary>Whether a save is under way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether there is something to save.</summary>
    public bool CanSave => !IsBusy && session.IsChanged;

    /// <summary>Where the keyboard goes on after the last step.</summary>
    public FocusRequest? Focus { get; private set; }

    /// <summary>What is typed and can no longer be kept, as one text; it is told once.</summary>
    public string? TakeUnsavedText()
    {
        if (!(IsRefused || NotKept is not null) || !session.Draft.HasUnsavedInput || session.ChangedText == _handedOver)
            return null;
        _handedOver = session.ChangedText;
        return ContentJson.Write(session.Draft.HandOver(clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Offers as a draft what <see cref="TakeUnsavedText"/> told before; a text that is none is passed over.</summary>
    public async Task RecoverAsync(string unkept)
    {
        try
        {
            var held = ContentJson.Read<KeptDraft<T>>(unkept);
            await InTurnAsync(() => session.Draft.RecoverAsync(held));
        }
        catch (JsonException)
        {
            // The browser had something else by that name.
        }
    }

    public void NoteChange() => (Saved, IsTooLate) = (null, false);

    public Task KeepAsync() => IsRefused || !session.Draft.HasUnsavedInput ? Task.CompletedTask : InTurnAsync(session.Draft.KeepAsync);

    /// <summary>To be called when this person turns out to have lost the right.</summary>
    public async Task RefuseAsync()
    {
        await KeepAsync();
        IsRefused = true;
        MoveTo(EditorIds.Refused);
    }

    public async Task ContinueDraftAsync()
    {
        session.Draft.Continue();
        MoveTo(EditorIds.Heading);
        await KeepAsync();
    }

    public void SetDraftAside()
    {
        session.Draft.SetAside();
        MoveTo(EditorIds.Heading);
    }

    public async Task DiscardAsync()
    {
        await InTurnAsync(session.DiscardDraftAsync);
        MoveTo(EditorIds.Heading);
    }

    public async Task ReviewAsync()
    {
        await KeepAsync();
        IsReviewing = !await session.FindNewerAsync() && await session.CheckAsync();
        MoveTo(IsReviewing || session.Newer is not null ? EditorIds.Panel : EditorIds.Problems);
    }

    /// <summary>Notes a version of the entry that was saved, here or elsewhere.</summary>
    public Task NoteSavedAsync(Revision revision) => InTurnAsync(() =>
    {
        session.NoteSaved(revision);
        return Task.CompletedTask;
    });

    /// <summary>
    /// Turns to what somebody else saved in between: to be merged with what is typed, or, where nothing is, to go on from.
    /// </summary>
    public async Task TakeUpNewerAsync()
    {
        await KeepAsync();
        IsReviewing = false;
        await InTurnAsync(() => session.HasTyped ? session.FindNewerAsync() : session.OpenPresentAsync());
        MoveTo(session.Newer is null ? EditorIds.Heading : EditorIds.Panel);
    }

    public void GoBackToForm()
    {
        session.LeaveMerge();
        IsReviewing = false;
        MoveTo(EditorIds.Heading);
    }

    /// <summary>Saves what is being reviewed; once, however often it is asked for.</summary>
    public Task SaveAsync() => FinishAsync(() => IsReviewing, () => session.SaveAsync());

    public Task ReviewMergedAsync(JsonObject merged)
    {
        session.GoOnFrom(merged);
        return ReviewAsync();
    }

    /// <summary>Undoes a save, unless it is no longer the one that is shown: undone already, or typed over.</summary>
    public Task UndoAsync(SavedVersion<T> saved) => FinishAsync(() => ReferenceEquals(saved, Saved), async () =>
    {
        var undone = await session.UndoAsync(saved);
        IsTooLate = undone is null && session.Problems.Count == 0;
        return undone;
    });

    public void Dispose() => _turn.Dispose();

    // What is pressed while an answer is on its way may have been done by then: it is asked in its turn whether it still stands.
    private async Task FinishAsync(Func<bool> stands, Func<Task<SavedVersion<T>?>> save)
    {
        IsBusy = true;
        await InTurnAsync(async () =>
        {
            if (!stands())
                return;
            var saved = await save();
            IsReviewing = false;
            Saved = saved ?? Saved;
            MoveTo(saved is not null || IsTooLate ? EditorIds.Saved : session.Newer is not null ? EditorIds.Panel : EditorIds.Problems);
        });
        IsBusy = false;
        if (NotKept is not null)
            MoveTo(EditorIds.NotKept);
        Changed?.Invoke();
    }

    // A draft that is being kept must not outlive the save that it is overtaken by.
    private async Task InTurnAsync(Func<Task> action)
    {
        await _turn.WaitAsync();
        try
        {
            await action();
            (NotKept, _handedOver) = (null, IsRefused ? _handedOver : null);
        }
        catch (NotKeptException error)
        {
            NotKept = error.Message;
        }
        catch (NotAllowedException)
        {
            IsRefused = true;
            MoveTo(EditorIds.Refused);
        }
        finally
        {
            _turn.Release();
        }
        Changed?.Invoke();
    }

    private void MoveTo(string part)
    {
        Focus = new FocusRequest(part);
        Changed?.Invoke();
    }
}
