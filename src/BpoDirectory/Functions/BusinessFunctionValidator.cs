using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Functions;

/// <summary>What a function’s content must keep to among all other entries.</summary>
internal sealed class BusinessFunctionValidator(EntryEditing<BusinessFunctionContent> editing)
    : ContentValidator<BusinessFunctionContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(
        DirectoryDbContext db, IReadOnlyList<ContentCheck<BusinessFunctionContent>> checks)
    {
        await CheckNamesAsync(db, checks, content => content.Name);
        await CheckDepartmentsAsync(db, checks, "owners", content => content.Owners.Select(o => o.Slug));
        await CheckSourcesAsync(db, checks, "owners", content => content.Owners.SelectMany(o => o.Sources));
    }
}
