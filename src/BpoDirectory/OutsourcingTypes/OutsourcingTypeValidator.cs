using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;

namespace BpoDirectory.OutsourcingTypes;

/// <summary>What an outsourcing type’s content must keep to among all other entries.</summary>
internal sealed class OutsourcingTypeValidator(EntryEditing<OutsourcingTypeContent> editing)
    : ContentValidator<OutsourcingTypeContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<OutsourcingTypeContent>> checks)
    {
        await CheckNamesAsync(db, checks, content => content.Name);
        foreach (var check in checks)
        {
            var (id, acronym, key) = (check.Id, check.Content.Acronym.Trim(), NameComparison.KeyOf(check.Content.Acronym));
            var holders = db.OutsourcingTypes.IncludingArchived().Where(t => t.Id != id && t.AcronymKey == key)
                .Select(t => new NamedLink(t.Slug, t.Name));
            await CheckFreeAsync("acronym", holders, other => $"“{acronym}” is the acronym of {other.Name}.", check.Problems);
        }
        await CheckDepartmentsAsync(db, checks, "departments", content => content.Departments.Select(n => n.Slug));
        await CheckSourcesAsync(db, checks, "sources", content => content.Sources);
    }
}
