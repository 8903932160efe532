using BpoDirectory.Departments;
using BpoDirectory.Editing;

namespace BpoDirectory.Api;

/// <summary>What came of a change before it is put into words: exactly one of its parts is there.</summary>
internal sealed record WriteAnswer
{
    public int Status { get; private init; }

    public SavedDepartment? Saved { get; private init; }

    public OpenEntry<DepartmentContent>? Newer { get; private init; }

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    public static WriteAnswer From(SaveOutcome<DepartmentContent> outcome, int status) => new()
    {
        Status = status,
        Newer = outcome.Newer,
        Problems = outcome.Problems,
        Saved = outcome.Saved is { } saved ? new SavedDepartment(saved.Content.Slug, saved.Content.Name, saved.Version, saved.UpdatedAt) : null,
    };
}
