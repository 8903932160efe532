using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.ServiceLines;

/// <summary>What a service line’s content must keep to among all other entries.</summary>
internal sealed class ServiceLineValidator(EntryEditing<ServiceLineContent> editing) : ContentValidator<ServiceLineContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, ServiceLineContent content, ProblemList problems)
    {
        var (others, name) = (db.ServiceLines.IgnoreQueryFilters().Where(l => l.Id != id), content.Name.Trim());
        var holders = others.Where(l => l.Name == name).Select(l => new NamedLink(l.Slug, l.Name));
        await CheckFreeAsync("name", holders, _ => $"“{name}” is the name of another service line.", problems);
        await CheckKnownAsync(
            "departments", db.Departments.IgnoreQueryFilters().Select(d => d.Slug), content.Departments.Select(m => m.Slug), "department", problems);
        await CheckKnownAsync("sources", db.Sources.Select(s => s.Code), content.Sources, "source", problems);
    }
}
