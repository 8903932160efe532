using BpoDirectory.Data;

namespace BpoDirectory.Editing;

/// <summary>What a synonym set’s content must keep to, by itself and among all other entries.</summary>
internal sealed class SynonymSetValidator(EntryEditing<SynonymSetContent> editing) : ContentValidator<SynonymSetContent>(editing)
{
    private const int FewestMembers = 2;

    /// <inheritdoc />
    protected override void CheckContent(SynonymSetContent content, ProblemList problems)
    {
        if (content.Members.Count < FewestMembers && content.Department.Length == 0 && content.Function.Length == 0)
            problems.Add("members", "Enter two words or phrases that mean the same, or choose what the set points at.");
        if (content.Members.Count == 0)
            problems.Add("members", "Enter a word or phrase.");
    }

    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<SynonymSetContent>> checks)
    {
        await CheckNamesAsync(db, checks, content => content.Name);
        await CheckDepartmentsAsync(db, checks, "department", content => [content.Department]);
        await CheckKnownAsync(
            checks, "function", db.BusinessFunctions.IncludingArchived().Select(f => f.Slug), content => [content.Function], "function");
    }
}
