using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>What a department's content must keep to beyond single fields: by itself, and among all other entries.</summary>
internal sealed class DepartmentValidator(EntryEditing<DepartmentContent> editing) : ContentValidator<DepartmentContent>(editing)
{
    /// <inheritdoc />
    protected override void CheckContent(DepartmentContent content, ProblemList problems)
    {
        CheckOffice(content, problems);
        foreach (var (index, alias) in content.Aliases.Index())
            if (NameComparison.AreSame(alias.Name, content.Name))
                problems.Add($"aliases[{index}].name", $"“{alias.Name.Trim()}” is the name of the department already.");
        foreach (var (index, function) in content.Functions.Index())
            if (function.Rank < 1)
                problems.Add($"functions[{index}].rank", "An owner's rank is 1 or more.");
    }

    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, DepartmentContent content, ProblemList problems)
    {
        await CheckNameOrAliasAsync(db, id, content.Name, "name", problems);
        foreach (var (index, alias) in content.Aliases.Index())
            await CheckNameOrAliasAsync(db, id, alias.Name, $"aliases[{index}].name", problems);
        await CheckParentAsync(db, id, content, problems);
        await CheckSuccessorAsync(db, id, content, problems);
        await CheckKnownAsync(
            "functions", db.BusinessFunctions.IncludingArchived().Select(f => f.Slug), content.Functions.Select(f => f.Slug), "function", problems);
        await CheckKnownAsync(
            "serviceLines", db.ServiceLines.IncludingArchived().Select(l => l.Slug), content.ServiceLines, "service line", problems);
        await CheckKnownAsync(
            "outsourcingTypes", db.OutsourcingTypes.IncludingArchived().Select(t => t.Slug), content.OutsourcingTypes.Select(t => t.Slug),
            "outsourcing type", problems);
        var codes = content.Sources.Concat(content.OfficeSources).Concat(content.Aliases.SelectMany(a => a.Sources))
            .Concat(content.Responsibilities.SelectMany(r => r.Sources)).Concat(content.Functions.SelectMany(f => f.Sources));
        await CheckSourcesAsync("sources", db, codes, problems);
    }

    // How the office is known is asked for only once there is one.
    private static void CheckOffice(DepartmentContent content, ProblemList problems)
    {
        if (content.Office is null)
        {
            problems.Add("office", "Choose an office.");
            return;
        }
        if (content.OfficeBasis is null)
            problems.Add("officeBasis", "Choose whether a source states the office or an editor judged it.");
        if (string.IsNullOrWhiteSpace(content.OfficeReason))
            problems.Check("officeReason", TextRule.Required("a reason for the office", Rules.SentenceLength), content.OfficeReason);
    }

    private static async Task CheckNameOrAliasAsync(DirectoryDbContext db, int id, string name, string field, ProblemList problems)
    {
        var (others, trimmed, key) = (db.Departments.IncludingArchived().Where(d => d.Id != id), name.Trim(), NameComparison.KeyOf(name));
        await CheckFreeAsync(
            field, ToLinks(others.Where(d => d.NameKey == key)), _ => $"“{trimmed}” is the name of another department.", problems);
        await CheckFreeAsync(
            field, ToLinks(others.Where(d => d.Aliases.Any(a => a.NameKey == key))),
            other => $"“{trimmed}” is already another name of {other.Name}.", problems);
    }

    private static IQueryable<NamedLink> ToLinks(IQueryable<Department> departments) => departments.Select(d => new NamedLink(d.Slug, d.Name));

    private static async Task CheckParentAsync(DirectoryDbContext db, int id, DepartmentContent content, ProblemList problems)
    {
        if (content.Parent.Length == 0)
            return;
        var parent = await db.Departments.IncludingArchived().Where(d => d.Slug == content.Parent)
            .Select(d => new { d.Id, d.Name, d.ParentId }).FirstOrDefaultAsync();
        if (parent is null)
        {
            problems.Add("parent", $"There is no department with the address “{content.Parent}”.");
            return;
        }
        var seen = new HashSet<int>();
        for (var ancestor = parent; ancestor is not null && seen.Add(ancestor.Id);)
        {
            if (ancestor.Id == id)
            {
                problems.Add("parent", $"{content.Name} cannot be a part of {parent.Name}, which is a part of {content.Name}.");
                return;
            }
            var above = ancestor.ParentId;
            ancestor = await db.Departments.IncludingArchived().Where(d => d.Id == above)
                .Select(d => new { d.Id, d.Name, d.ParentId }).FirstOrDefaultAsync();
        }
    }

    private static async Task CheckSuccessorAsync(DirectoryDbContext db, int id, DepartmentContent content, ProblemList problems)
    {
        if (content.Successor.Length == 0)
            return;
        var successor = await db.Departments.Where(d => d.Slug == content.Successor)
            .Select(d => (int?)d.Id).FirstOrDefaultAsync();
        if (successor is null || successor == id)
            problems.Add("successor", "Choose another department that is not archived as the successor.");
    }
}
