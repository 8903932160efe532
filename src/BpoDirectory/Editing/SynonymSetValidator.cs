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
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, SynonymSetContent content, ProblemList problems)
    {
        await CheckNameAsync(db, id, content.Name, problems);
        await CheckDepartmentsAsync("department", db, [content.Department], problems);
        await CheckKnownAsync(
            "function", db.BusinessFunctions.IncludingArchived().Select(f => f.Slug), [content.Function], "function", problems);
    }
}
