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
    public abstract int Id { get; }

    public bool IsNew => Id == 0;

    /// <summary>What changed and why, where the editor says so.</summary>
    public abstract string Note { get; set; }

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

    /// <summary>What is typed beside the content and is no part of it yet, by what it is: kept with the draft, also past a save.</summary>
    public abstract IReadOnlyDictionary<string, string> Asides { get; }

    /// <summary>Takes what is typed beside the content.</summary>
    /// <param name="what">What it is, as its author would call it.</param>
    /// <param name="text">The text; null when it is done with.</param>
    public void SetAside(string what, string? text)
    {
        KeepAside(what, text);
        NoteChange();
    }

    private protected abstract void KeepAside(string what, string? text);

    /// <summary>To be called by whatever changes the content or the note.</summary>
    public void NoteChange() => Changed?.Invoke();
}
