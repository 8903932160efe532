using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;

namespace BpoDirectory.OutsourcingTypes;

/// <summary>What an outsourcing type’s content must keep to among all other entries.</summary>
internal sealed class OutsourcingTypeValidator(EntryEditing<OutsourcingTypeContent> editing) : ContentValidator<OutsourcingTypeContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, OutsourcingTypeContent content, ProblemList problems)
    {
        await CheckNameAsync(db, id, content.Name, problems);
        var key = NameComparison.KeyOf(content.Acronym);
        var holders = db.OutsourcingTypes.IncludingArchived().Where(t => t.Id != id && t.AcronymKey == key).Select(t => new NamedLink(t.Slug, t.Name));
        await CheckFreeAsync("acronym", holders, other => $"“{content.Acronym.Trim()}” is the acronym of {other.Name}.", problems);
        await CheckDepartmentsAsync("departments", db, content.Departments.Select(n => n.Slug), problems);
        await CheckSourcesAsync("sources", db, content.Sources, problems);
    }
}
