using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.OutsourcingTypes;

/// <summary>What an outsourcing type’s content must keep to among all other entries.</summary>
internal sealed class OutsourcingTypeValidator(EntryEditing<OutsourcingTypeContent> editing) : ContentValidator<OutsourcingTypeContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, OutsourcingTypeContent content, ProblemList problems)
    {
        var others = db.OutsourcingTypes.IgnoreQueryFilters().Where(t => t.Id != id);
        var (name, acronym) = (content.Name.Trim(), content.Acronym.Trim());
        await CheckFreeAsync(
            "name", ToLinks(others.Where(t => t.Name == name)), _ => $"“{name}” is the name of another outsourcing type.", problems);
        await CheckFreeAsync(
            "acronym", ToLinks(others.Where(t => t.Acronym == acronym)), other => $"“{acronym}” is the acronym of {other.Name}.", problems);
        await CheckKnownAsync(
            "departments", db.Departments.IgnoreQueryFilters().Select(d => d.Slug), content.Departments.Select(n => n.Slug), "department", problems);
        await CheckKnownAsync("sources", db.Sources.Select(s => s.Code), content.Sources, "source", problems);
    }

    private static IQueryable<NamedLink> ToLinks(IQueryable<OutsourcingType> types) => types.Select(t => new NamedLink(t.Slug, t.Name));
}
