namespace BpoDirectory.Editing;

/// <summary>One person's work at a form, as its fields know it.</summary>
public abstract class FormSession
{
    /// <summary>Raised when something was typed or chosen.</summary>
    public event Action? Changed;

    /// <summary>Raised when <see cref="Problems"/> are others than before.</summary>
    public event Action? ProblemsChanged;

    /// <summary>What has to be fixed before the content can be saved.</summary>
    public IReadOnlyList<FieldProblem> Problems
    {
        get;
        protected set
        {
            field = value;
            ProblemsChanged?.Invoke();
        }
    } = [];

    /// <summary>What has to be fixed in one field.</summary>
    public IEnumerable<FieldProblem> ProblemsOf(string field) =>
        Problems.Where(problem => string.Equals(problem.Field, field, StringComparison.Ordinal));

    /// <summary>To be called by whatever changes the content or the note.</summary>
    public void NoteChange() => Changed?.Invoke();
}
