using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

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
        var (others, name) = (db.SynonymSets.IgnoreQueryFilters().Where(s => s.Id != id), content.Name.Trim());
        var holders = others.Where(s => s.Name == name).Select(s => new NamedLink(s.Id.ToString(), s.Name));
        await CheckFreeAsync("name", holders, _ => $"“{name}” is the name of another synonym set.", problems);
        await CheckKnownAsync("department", db.Departments.IgnoreQueryFilters().Select(d => d.Slug), [content.Department], "department", problems);
        await CheckKnownAsync(
            "function", db.BusinessFunctions.IgnoreQueryFilters().Select(f => f.Slug), [content.Function], "function", problems);
    }
}
