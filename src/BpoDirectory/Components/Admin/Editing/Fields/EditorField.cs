using BpoDirectory.Editing;
using Microsoft.AspNetCore.Components;

namespace BpoDirectory.Components.Admin.Editing.Fields;

/// <summary>A field of a form: what it is called, what helps to fill it in, and what has to be fixed in it.</summary>
public abstract class EditorField : ComponentBase, IDisposable
{
    /// <summary>The field as problems name it, such as <c>name</c> or <c>responsibilities[2].text</c>.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What helps to fill it in.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>The work that the field belongs to, where there is one.</summary>
    [CascadingParameter]
    private FormSession? Session { get; set; }

    public void Dispose()
    {
        if (Session is not null)
            Session.ProblemsChanged -= ShowProblems;
        GC.SuppressFinalize(this);
    }

    // A field whose own parameters stay the same is not rendered again with its form, and would not say what is wrong with it.
    protected override void OnInitialized()
    {
        if (Session is not null)
            Session.ProblemsChanged += ShowProblems;
    }

    protected string Id => EditorIds.From(Name);

    protected string HintId => $"{Id}-hint";

    protected string ProblemId => $"{Id}-problem";

    protected IReadOnlyList<FieldProblem> Problems => ProblemsOf(Name);

    /// <summary>For <c>aria-invalid</c>.</summary>
    protected string? Invalid => Problems.Count > 0 ? "true" : null;

    /// <summary>For <c>aria-describedby</c>.</summary>
    protected string? Described => (Hint is not null, Problems.Count > 0) switch
    {
        (true, true) => $"{HintId} {ProblemId}",
        (true, false) => HintId,
        (false, true) => ProblemId,
        _ => null,
    };

    protected IReadOnlyList<FieldProblem> ProblemsOf(string field) => Session is null ? [] : [.. Session.ProblemsOf(field)];

    /// <summary>To be called after each change.</summary>
    protected void NoteChange() => Session?.NoteChange();

    private void ShowProblems() => _ = InvokeAsync(StateHasChanged);
}
