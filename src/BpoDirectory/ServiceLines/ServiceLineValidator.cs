using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.ServiceLines;

/// <summary>What a service line’s content must keep to among all other entries.</summary>
internal sealed class ServiceLineValidator(EntryEditing<ServiceLineContent> editing) : ContentValidator<ServiceLineContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<ServiceLineContent>> checks)
    {
        await CheckNamesAsync(db, checks, content => content.Name);
        await CheckDepartmentsAsync(db, checks, "departments", content => content.Departments.Select(m => m.Slug));
        await CheckSourcesAsync(db, checks, "sources", content => content.Sources);
    }
}
