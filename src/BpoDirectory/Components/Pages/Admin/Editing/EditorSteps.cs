using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Editing;

namespace BpoDirectory.Components.Pages.Admin.Editing;

/// <summary>The way of an editing page from typing to saved: which of its parts is shown, and where it moves next.</summary>
internal sealed class EditorSteps<T>(EditingSession<T> session) : IDisposable where T : EntryContent, new()
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private string? _focus;

    /// <summary>What was just saved, until something is typed.</summary>
    public SavedVersion<T>? Saved { get; private set; }

    /// <summary>Whether that was an undo.</summary>
    public bool IsUndone { get; private set; }

    /// <summary>Whether the changes are shown, to be saved.</summary>
    public bool IsReviewing { get; private set; }

    /// <summary>Whether this person may not edit any more.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether a save is under way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether there is something to save.</summary>
    public bool CanSave => !IsBusy && session.IsChanged;

    /// <summary>The id of the part that the page has to move to; it is told once.</summary>
    public string? TakeFocus() => Interlocked.Exchange(ref _focus, null);

    public void NoteChange() => (Saved, IsUndone) = (null, false);

    public Task KeepAsync() => IsRefused ? Task.CompletedTask : InTurnAsync(session.Draft.KeepAsync);

    public void ContinueDraft()
    {
        session.Draft.Continue();
        _focus = EditorIds.Heading;
    }

    public async Task DiscardAsync()
    {
        await InTurnAsync(session.DiscardDraftAsync);
        _focus = EditorIds.Heading;
    }

    public async Task ReviewAsync()
    {
        await KeepAsync();
        IsReviewing = await session.CheckAsync();
        _focus = IsReviewing ? EditorIds.Panel : EditorIds.Problems;
    }

    public void GoBackToForm()
    {
        session.LeaveMerge();
        (IsReviewing, _focus) = (false, EditorIds.Heading);
    }

    public Task SaveAsync() => FinishAsync(() => session.SaveAsync(), isUndo: false);

    public Task SaveMergedAsync(JsonObject merged)
    {
        session.GoOnFrom(merged);
        return SaveAsync();
    }

    public Task UndoAsync() => FinishAsync(() => session.GoBackAsync(Saved!.Before!), isUndo: true);

    public void Dispose() => _turn.Dispose();

    private async Task FinishAsync(Func<Task<SavedVersion<T>?>> save, bool isUndo)
    {
        IsBusy = true;
        await InTurnAsync(async () =>
        {
            var saved = await save();
            IsReviewing = false;
            _focus = saved is not null ? EditorIds.Saved : session.Newer is not null ? EditorIds.Panel : EditorIds.Problems;
            if (saved is not null)
                (Saved, IsUndone) = (saved, isUndo);
        });
        IsBusy = false;
    }

    // A draft that is being kept must not outlive the save that it is overtaken by.
    private async Task InTurnAsync(Func<Task> action)
    {
        await _turn.WaitAsync();
        try
        {
            await action();
        }
        catch (NotAllowedException)
        {
            IsRefused = true;
        }
        finally
        {
            _turn.Release();
        }
    }
}
