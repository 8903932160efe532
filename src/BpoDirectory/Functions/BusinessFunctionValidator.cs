using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Functions;

/// <summary>What a function’s content must keep to among all other entries.</summary>
internal sealed class BusinessFunctionValidator(EntryEditing<BusinessFunctionContent> editing) : ContentValidator<BusinessFunctionContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, BusinessFunctionContent content, ProblemList problems)
    {
        var (others, name) = (db.BusinessFunctions.IgnoreQueryFilters().Where(f => f.Id != id), content.Name.Trim());
        var holders = others.Where(f => f.Name == name).Select(f => new NamedLink(f.Slug, f.Name));
        var (owners, sources) = (content.Owners.Select(o => o.Slug), content.Owners.SelectMany(o => o.Sources));
        await CheckFreeAsync("name", holders, _ => $"“{name}” is the name of another function.", problems);
        await CheckKnownAsync("owners", db.Departments.IgnoreQueryFilters().Select(d => d.Slug), owners, "department", problems);
        await CheckKnownAsync("owners", db.Sources.Select(s => s.Code), sources, "source", problems);
    }
}
