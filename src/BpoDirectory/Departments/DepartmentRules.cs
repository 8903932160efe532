using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>What a department's content must keep to before it is saved: by itself, and among all other departments.</summary>
internal static class DepartmentRules
{
    public static IReadOnlyList<FieldProblem> Check(DepartmentContent content)
    {
        var problems = new ProblemList();
        problems.Check("name", () => Rules.Required(content.Name, "a department name", Rules.NameLength));
        problems.Check("slug", () => Rules.Slug(content.Slug));
        problems.Check("summary", () => Rules.Required(content.Summary, "a summary", Rules.SentenceLength));
        problems.Check("description", () => Rules.Optional(content.Description, "the description", Rules.MarkdownLength));
        problems.Check("officeReason", () => Rules.Required(content.OfficeReason, "a reason for the office", Rules.SentenceLength));
        foreach (var (index, alias) in content.Aliases.Index())
            problems.Check($"aliases[{index}].name", () => Rules.Required(alias.Name, "an alias, or remove the row", Rules.NameLength));
        problems.CheckUnique(content.Aliases.Select(alias => alias.Name), index => $"aliases[{index}].name", "alias");
        foreach (var (index, alias) in content.Aliases.Index())
            if (string.Equals(alias.Name.Trim(), content.Name.Trim(), StringComparison.OrdinalIgnoreCase))
                problems.Add($"aliases[{index}].name", $"“{alias.Name.Trim()}” is the name of the department already.");
        foreach (var (index, responsibility) in content.Responsibilities.Index())
        {
            problems.Check($"responsibilities[{index}].text", () => Rules.Required(responsibility.Text, "a responsibility, or remove the row", Rules.SentenceLength));
            problems.Check($"responsibilities[{index}].detail", () => Rules.Optional(responsibility.Detail, "the detail", Rules.SentenceLength));
        }
        problems.CheckUnique(content.Responsibilities.Select(r => r.Text), index => $"responsibilities[{index}].text", "responsibility");
        foreach (var (index, function) in content.Functions.Index())
        {
            problems.Check($"functions[{index}].reason", () => Rules.Optional(function.Reason, "the reason", Rules.SentenceLength));
            if (function.Place < 1)
                problems.Add($"functions[{index}].place", "An owner's place is 1 or more.");
        }
        problems.CheckUnique(content.Functions.Select(f => f.Slug), index => $"functions[{index}].slug", "function");
        foreach (var (index, near) in content.OutsourcingTypes.Index())
            problems.Check($"outsourcingTypes[{index}].reason", () => Rules.Required(near.Reason, "what brings the two together", Rules.SentenceLength));
        problems.CheckUnique(content.OutsourcingTypes.Select(t => t.Slug), index => $"outsourcingTypes[{index}].slug", "outsourcing type");
        return problems.All;
    }

    public static async Task<IReadOnlyList<FieldProblem>> CheckAgainstOthersAsync(DirectoryDbContext db, DepartmentEditing editing, int id, DepartmentContent content)
    {
        var problems = new ProblemList();
        await CheckNameAsync(db, id, content.Name, "name", problems);
        foreach (var (index, alias) in content.Aliases.Index())
            await CheckNameAsync(db, id, alias.Name, $"aliases[{index}].name", problems);
        await problems.CheckAddressAsync(db, editing, id, content.Slug);
        await CheckParentAsync(db, id, content, problems);
        await CheckSuccessorAsync(db, id, content, problems);
        await problems.CheckKnownAsync("functions", db.BusinessFunctions.IgnoreQueryFilters().Select(f => f.Slug), content.Functions.Select(f => f.Slug), "function");
        await problems.CheckKnownAsync("serviceLines", db.ServiceLines.IgnoreQueryFilters().Select(l => l.Slug), content.ServiceLines, "service line");
        await problems.CheckKnownAsync("outsourcingTypes", db.OutsourcingTypes.IgnoreQueryFilters().Select(t => t.Slug), content.OutsourcingTypes.Select(t => t.Slug), "outsourcing type");
        var codes = content.Sources.Concat(content.OfficeSources).Concat(content.Aliases.SelectMany(a => a.Sources))
            .Concat(content.Responsibilities.SelectMany(r => r.Sources)).Concat(content.Functions.SelectMany(f => f.Sources));
        await problems.CheckKnownAsync("sources", db.Sources.Select(s => s.Code), codes, "source");
        return problems.All;
    }

    private static async Task CheckNameAsync(DirectoryDbContext db, int id, string name, string field, ProblemList problems)
    {
        var (others, trimmed) = (db.Departments.Where(d => d.Id != id), name.Trim());
        var writings = await WritingsAsync(others, trimmed);
        await problems.CheckFreeAsync(field, Links(others.Where(d => writings.Contains(d.Name))), _ => $"“{trimmed}” is the name of another department.");
        await problems.CheckFreeAsync(
            field, Links(others.Where(d => d.Aliases.Any(a => writings.Contains(a.Name)))), other => $"“{trimmed}” is already another name of {other.Name}.");
    }

    // The database knows the two cases of ASCII letters only.
    private static async Task<List<string>> WritingsAsync(IQueryable<Department> departments, string name)
    {
        if (Ascii.IsValid(name))
            return [name];
        var names = departments.Where(d => d.Name.Length == name.Length).Select(d => d.Name);
        var aliases = departments.SelectMany(d => d.Aliases).Where(a => a.Name.Length == name.Length).Select(a => a.Name);
        return [name, .. (await names.Concat(aliases).ToListAsync()).Where(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase))];
    }

    private static IQueryable<NamedLink> Links(IQueryable<Department> departments) => departments.Select(d => new NamedLink(d.Slug, d.Name));

    private static async Task CheckParentAsync(DirectoryDbContext db, int id, DepartmentContent content, ProblemList problems)
    {
        if (content.Parent.Length == 0)
            return;
        var parent = await db.Departments.Where(d => d.Slug == content.Parent).Select(d => new { d.Id, d.Name, d.ParentId }).FirstOrDefaultAsync();
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
            ancestor = await db.Departments.Where(d => d.Id == above).Select(d => new { d.Id, d.Name, d.ParentId }).FirstOrDefaultAsync();
        }
    }

    private static async Task CheckSuccessorAsync(DirectoryDbContext db, int id, DepartmentContent content, ProblemList problems)
    {
        if (content.Successor.Length == 0)
            return;
        var successor = await db.Departments.Where(d => d.Slug == content.Successor && !d.IsArchived).Select(d => (int?)d.Id).FirstOrDefaultAsync();
        if (successor is null || successor == id)
            problems.Add("successor", "Choose another department that is not archived as the successor.");
    }
}
