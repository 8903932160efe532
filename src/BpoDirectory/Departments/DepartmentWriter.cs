using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>Makes a department what its content says, keeping the rows of what stays.</summary>
internal sealed class DepartmentWriter(DirectoryDbContext db, Department department)
{
    private Dictionary<string, Source> _sources = [];

    public async Task ApplyAsync(DepartmentContent content)
    {
        _sources = await Citations.SourcesByCodeAsync(db);
        await ApplyOwnFieldsAsync(content);
        await ApplyAliasesAsync(content.Aliases);
        await ApplyResponsibilitiesAsync(content.Responsibilities);
        await ApplyFunctionsAsync(content.Functions);
        await new ReachWriter(db, department).ApplyAsync(content);
        await ApplyServiceLinesAsync(content.ServiceLines);
        await ApplyOutsourcingTypesAsync(content.OutsourcingTypes);
    }

    private async Task ApplyOwnFieldsAsync(DepartmentContent content)
    {
        content.ApplyTo(department);
        department.MoveUnder(await ParentAsync(content.Parent));
        department.SucceedBy(content.Successor.Length == 0 ? null : await db.Departments.IncludingArchived().SingleAsync(d => d.Slug == content.Successor));
        var keeper = Account.Normalize(content.Keeper);
        department.SetCare(keeper.Length == 0 ? null : await db.Accounts.SingleAsync(a => a.NormalizedUserName == keeper), content.ReviewIntervalDays);
        Cite(department.Sources, content.Sources);
        Cite(department.OfficeSources, content.OfficeSources);
    }

    // With all above it, so that the entity can see a cycle.
    private async Task<Department?> ParentAsync(string slug)
    {
        if (slug.Length == 0)
            return null;
        var parent = await db.Departments.IncludingArchived().SingleAsync(d => d.Slug == slug);
        for (var above = parent; above.ParentId is { } id;)
            above = await db.Departments.IncludingArchived().SingleAsync(d => d.Id == id);
        return parent;
    }

    private async Task ApplyAliasesAsync(List<AliasContent> aliases)
    {
        var names = aliases.ToDictionary(alias => alias.Key, alias => alias.Name.Trim());
        department.Aliases.RemoveAll(alias => !names.ContainsKey(KeyedContent.KeyOf(alias.Id)));
        if (WouldCollide(department.Aliases.ConvertAll(a => (a.Name, names[KeyedContent.KeyOf(a.Id)])), NameComparison.AreSame))
            await AssignTemporaryNamesAsync(department.Aliases, (alias, name) => alias.Rename(name));
        ItemRows.Apply(department.Aliases, aliases, (item, rank) => new DepartmentAlias(item.Name, rank), (alias, item) =>
        {
            alias.Rename(item.Name);
            Cite(alias.Sources, item.Sources);
        });
    }

    private async Task ApplyResponsibilitiesAsync(List<ResponsibilityContent> responsibilities)
    {
        var texts = responsibilities.ToDictionary(r => r.Key, r => r.Text.Trim());
        department.Responsibilities.RemoveAll(r => !texts.ContainsKey(KeyedContent.KeyOf(r.Id)));
        if (WouldCollide(department.Responsibilities.ConvertAll(r => (r.Text, texts[KeyedContent.KeyOf(r.Id)])), Same))
            await AssignTemporaryNamesAsync(department.Responsibilities, (responsibility, text) => responsibility.Reword(text, responsibility.Detail));
        ItemRows.Apply(department.Responsibilities, responsibilities, (item, rank) => new Responsibility(item.Text, item.Detail, rank), (responsibility, item) =>
        {
            responsibility.Reword(item.Text, item.Detail);
            Cite(responsibility.Sources, item.Sources);
        });
    }

    // Whether a row is to take a text that another row of the list still has: the database would refuse the one saved first.
    private static bool WouldCollide(List<(string Present, string Wanted)> rows, Func<string, string, bool> areSame) =>
        rows.Exists(row => !areSame(row.Present, row.Wanted) && rows.Exists(other => areSame(other.Present, row.Wanted)));

    private async Task AssignTemporaryNamesAsync<T>(List<T> rows, Action<T, string> name)
    {
        foreach (var row in rows)
            name(row, Guid.NewGuid().ToString("N"));
        await db.SaveChangesAsync();
    }

    private async Task ApplyFunctionsAsync(List<OwnedFunctionContent> functions)
    {
        foreach (var gone in department.Functions.FindAll(owner => functions.TrueForAll(f => !Same(f.Slug, owner.BusinessFunction.Slug))))
        {
            await LoadOwnersAsync(gone.BusinessFunction);
            gone.BusinessFunction.Owners.Remove(gone);
            gone.BusinessFunction.RankOwners();
            department.Functions.Remove(gone);
        }
        foreach (var content in functions)
        {
            var owner = department.Functions.Find(o => Same(o.BusinessFunction.Slug, content.Slug)) ?? await OwnAsync(content.Slug);
            owner.Explain(content.Reason);
            Cite(owner.Sources, content.Sources);
            if (owner.Rank != content.Rank)
            {
                await LoadOwnersAsync(owner.BusinessFunction);
                owner.BusinessFunction.MoveOwner(owner, content.Rank);
            }
        }
    }

    private async Task<FunctionOwner> OwnAsync(string slug)
    {
        var function = await db.BusinessFunctions.IncludingArchived().Include(f => f.Owners).SingleAsync(f => f.Slug == slug);
        var owner = new FunctionOwner(department, function.Owners.Count + 1);
        function.Owners.Add(owner);
        db.ChangeTracker.DetectChanges();
        return owner;
    }

    private Task LoadOwnersAsync(BusinessFunction function) => db.Entry(function).Collection(f => f.Owners).LoadAsync();

    private async Task ApplyServiceLinesAsync(List<string> slugs)
    {
        department.ServiceLines.RemoveAll(m => !slugs.Contains(m.ServiceLine.Slug, StringComparer.OrdinalIgnoreCase));
        foreach (var slug in slugs.Where(slug => department.ServiceLines.TrueForAll(m => !Same(m.ServiceLine.Slug, slug))))
        {
            var line = await db.ServiceLines.IncludingArchived().SingleAsync(l => l.Slug == slug);
            var last = await db.Entry(line).Collection(l => l.Departments).Query().MaxAsync(m => (int?)m.Rank) ?? 0;
            line.Departments.Add(new ServiceLineDepartment(department, last + 1));
        }
    }

    private async Task ApplyOutsourcingTypesAsync(List<NearTypeContent> types)
    {
        department.OutsourcingTypes.RemoveAll(n => types.TrueForAll(t => !Same(t.Slug, n.OutsourcingType.Slug)));
        foreach (var content in types)
        {
            if (department.OutsourcingTypes.Find(n => Same(n.OutsourcingType.Slug, content.Slug)) is { } near)
            {
                near.Explain(content.Reason);
                continue;
            }
            var type = await db.OutsourcingTypes.IncludingArchived().SingleAsync(t => t.Slug == content.Slug);
            var last = await db.Entry(type).Collection(t => t.Departments).Query().MaxAsync(n => (int?)n.Rank) ?? 0;
            type.Departments.Add(new OutsourcingTypeDepartment(department, last + 1, content.Reason));
        }
    }

    private void Cite(List<Source> sources, List<string> codes) => Citations.Update(sources, codes, _sources);

    private static bool Same(string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
