using System.Runtime.CompilerServices;
using MudBlazor;

namespace BpoDirectory.Components.Admin;

/// <summary>Messages with a button that takes back what they tell of. Those of MudBlazor keep their action to their own provider.</summary>
public sealed class UndoMessages(ISnackbar snackbar)
{
    private readonly ConditionalWeakTable<Snackbar, Func<Task>> _undos = [];

    /// <summary>Raised when a message got its button.</summary>
    public event Action? Changed;

    /// <summary>Tells of something that was done, and offers to take it back.</summary>
    /// <param name="message">What was done.</param>
    /// <param name="undo">Takes it back.</param>
    /// <returns>The message, to be closed when there is nothing left to take back.</returns>
    public Snackbar? Add(string message, Func<Task> undo)
    {
        // With a key of its own, for the same words may tell of something else done since.
        if (snackbar.Add(message, Severity.Success, configure: null, key: Guid.NewGuid().ToString()) is not { } added)
            return null;
        _undos.Add(added, undo);
        Changed?.Invoke();
        return added;
    }

    /// <summary>Closes a message.</summary>
    public void Close(Snackbar message) => snackbar.Remove(message);

    /// <summary>Takes back what a message tells of; null where nothing can be.</summary>
    public Func<Task>? Find(Snackbar message) => _undos.TryGetValue(message, out var undo) ? undo : null;
}
