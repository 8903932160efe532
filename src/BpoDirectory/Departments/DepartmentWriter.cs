using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;

namespace BpoDirectory.Departments;

/// <summary>Makes a department what its content says, keeping the rows of what stays.</summary>
internal sealed class DepartmentWriter(DirectoryDbContext db, Department department, DepartmentReferences references)
{
    public async Task ApplyAsync(DepartmentContent content)
    {
        ApplyOwnFields(content);
        await ApplyAliasesAsync(content.Aliases);
        await ApplyResponsibilitiesAsync(content.Responsibilities);
        await ApplyFunctionsAsync(content.Functions);
        await new ReachWriter(department, references).ApplyAsync(content);
        ApplyServiceLines(content.ServiceLines);
        ApplyOutsourcingTypes(content.OutsourcingTypes);
    }

    private void ApplyOwnFields(DepartmentContent content)
    {
        content.ApplyTo(department);
        department.MoveUnder(content.Parent.Length == 0 ? null : references.Departments[content.Parent]);
        department.SucceedBy(content.Successor.Length == 0 ? null : references.Departments[content.Successor]);
        var keeper = Account.Normalize(content.Keeper);
        department.SetCare(keeper.Length == 0 ? null : references.Keepers[keeper], content.ReviewIntervalDays);
        Cite(department.Sources, content.Sources);
        Cite(department.OfficeSources, content.OfficeSources);
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
            await AssignTemporaryNamesAsync(
                department.Responsibilities, (responsibility, text) => responsibility.Reword(text, responsibility.Detail));
        ItemRows.Apply(
            department.Responsibilities, responsibilities, (item, rank) => new Responsibility(item.Text, item.Detail, rank),
            (responsibility, item) =>
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
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync();
    }

    private async Task ApplyFunctionsAsync(List<OwnedFunctionContent> functions)
    {
        foreach (var gone in department.Functions.FindAll(owner => functions.TrueForAll(f => !Same(f.Slug, owner.BusinessFunction.Slug))))
        {
            if (references.Ranks is null)
                await references.LoadOwnersAsync(gone.BusinessFunction);
            gone.BusinessFunction.Owners.Remove(gone);
            if (references.Ranks is { } ranks)
                ranks.Remove(gone);
            else
                gone.BusinessFunction.RankOwners();
            department.Functions.Remove(gone);
        }
        foreach (var content in functions)
        {
            var owner = department.Functions.Find(o => Same(o.BusinessFunction.Slug, content.Slug)) ?? Own(content.Slug);
            owner.Explain(content.Reason);
            Cite(owner.Sources, content.Sources);
            if (references.Ranks is { } ranks)
            {
                ranks.Move(owner, content.Rank);
            }
            else if (owner.Rank != content.Rank)
            {
                await references.LoadOwnersAsync(owner.BusinessFunction);
                owner.BusinessFunction.MoveOwner(owner, content.Rank);
            }
        }
    }

    private FunctionOwner Own(string slug)
    {
        var function = references.Functions[slug];
        var owner = new FunctionOwner(department, (references.Ranks?.CountOf(function) ?? function.Owners.Count) + 1);
        function.Owners.Add(owner);
        references.Ranks?.Add(function, department);
        // Of this function alone: looking at everything that is tracked, for each owner, takes most of the time of a large import.
        db.Entry(function).DetectChanges();
        return owner;
    }

    private void ApplyServiceLines(List<string> slugs)
    {
        department.ServiceLines.RemoveAll(m => !slugs.Contains(m.ServiceLine.Slug, StringComparer.OrdinalIgnoreCase));
        foreach (var slug in slugs.Where(slug => department.ServiceLines.TrueForAll(m => !Same(m.ServiceLine.Slug, slug))))
        {
            var line = references.ServiceLines[slug];
            line.Departments.Add(new ServiceLineDepartment(department, references.NextRankIn(line)));
        }
    }

    private void ApplyOutsourcingTypes(List<NearTypeContent> types)
    {
        department.OutsourcingTypes.RemoveAll(n => types.TrueForAll(t => !Same(t.Slug, n.OutsourcingType.Slug)));
        foreach (var content in types)
        {
            if (department.OutsourcingTypes.Find(n => Same(n.OutsourcingType.Slug, content.Slug)) is { } near)
            {
                near.Explain(content.Reason);
                continue;
            }
            var type = references.OutsourcingTypes[content.Slug];
            type.Departments.Add(new OutsourcingTypeDepartment(department, references.NextRankNear(type), content.Reason));
        }
    }

    private void Cite(List<Source> sources, List<string> codes) => Citations.Update(sources, codes, references.Sources);

    private static bool Same(string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
