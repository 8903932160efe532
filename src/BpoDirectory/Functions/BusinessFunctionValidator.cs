using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Functions;

/// <summary>What a function’s content must keep to among all other entries.</summary>
internal sealed class BusinessFunctionValidator(EntryEditing<BusinessFunctionContent> editing) : ContentValidator<BusinessFunctionContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, BusinessFunctionContent content, ProblemList problems)
    {
        await CheckNameAsync(db, id, content.Name, problems);
        await CheckDepartmentsAsync("owners", db, content.Owners.Select(o => o.Slug), problems);
        await CheckSourcesAsync("owners", db, content.Owners.SelectMany(o => o.Sources), problems);
    }
}
