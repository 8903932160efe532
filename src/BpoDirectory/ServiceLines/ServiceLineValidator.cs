using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.ServiceLines;

/// <summary>What a service line’s content must keep to among all other entries.</summary>
internal sealed class ServiceLineValidator(EntryEditing<ServiceLineContent> editing) : ContentValidator<ServiceLineContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, ServiceLineContent content, ProblemList problems)
    {
        await CheckNameAsync(db, id, content.Name, problems);
        await CheckDepartmentsAsync("departments", db, content.Departments.Select(m => m.Slug), problems);
        await CheckSourcesAsync("sources", db, content.Sources, problems);
    }
}
