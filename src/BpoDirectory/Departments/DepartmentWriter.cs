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
        await ApplyChannelsAsync(content.Channels);
        ApplyHours(content.Hours);
        await ApplySitesAsync(content.Sites);
        await ApplyLanguagesAsync(content.Languages);
        await ApplyServiceLinesAsync(content.ServiceLines);
        await ApplyOutsourcingTypesAsync(content.OutsourcingTypes);
    }

    private async Task ApplyOwnFieldsAsync(DepartmentContent content)
    {
        content.ApplyTo(department);
        department.MoveUnder(await ParentAsync(content.Parent));
        department.SucceedBy(content.Successor.Length == 0 ? null : await db.Departments.IncludingArchived().SingleAsync(d => d.Slug == content.Successor));
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
        foreach (var (index, content) in aliases.Index())
        {
            var alias = department.Aliases.Find(a => a.Id != 0 && KeyedContent.KeyOf(a.Id) == content.Key);
            if (alias is null)
                department.Aliases.Add(alias = new DepartmentAlias(content.Name, index + 1));
            alias.Rename(content.Name);
            alias.MoveTo(index + 1);
            Cite(alias.Sources, content.Sources);
        }
    }

    private async Task ApplyResponsibilitiesAsync(List<ResponsibilityContent> responsibilities)
    {
        var texts = responsibilities.ToDictionary(r => r.Key, r => r.Text.Trim());
        department.Responsibilities.RemoveAll(r => !texts.ContainsKey(KeyedContent.KeyOf(r.Id)));
        if (WouldCollide(department.Responsibilities.ConvertAll(r => (r.Text, texts[KeyedContent.KeyOf(r.Id)])), Same))
            await AssignTemporaryNamesAsync(department.Responsibilities, (responsibility, text) => responsibility.Reword(text, responsibility.Detail));
        foreach (var (index, content) in responsibilities.Index())
        {
            var responsibility = department.Responsibilities.Find(r => r.Id != 0 && KeyedContent.KeyOf(r.Id) == content.Key);
            if (responsibility is null)
                department.Responsibilities.Add(responsibility = new Responsibility(content.Text, content.Detail, index + 1));
            responsibility.Reword(content.Text, content.Detail);
            responsibility.MoveTo(index + 1);
            Cite(responsibility.Sources, content.Sources);
        }
    }

    private async Task ApplyChannelsAsync(List<ChannelContent> channels)
    {
        var slugs = channels.Select(channel => channel.Function).Where(slug => slug.Length > 0).ToList();
        var functions = await db.BusinessFunctions.IncludingArchived().Where(f => slugs.Contains(f.Slug))
            .ToDictionaryAsync(f => f.Slug, StringComparer.OrdinalIgnoreCase);
        department.Channels.RemoveAll(channel => channels.TrueForAll(content => content.Key != KeyedContent.KeyOf(channel.Id)));
        foreach (var (index, content) in channels.Index())
        {
            var channel = department.Channels.Find(c => c.Id != 0 && KeyedContent.KeyOf(c.Id) == content.Key);
            if (channel is null)
                department.Channels.Add(channel = new DepartmentChannel(content.Kind!.Value, content.Value, content.Label, content.Note, index + 1));
            channel.Change(content.Kind!.Value, content.Value, content.Label, content.Note);
            channel.LeadTo(content.Function.Length == 0 ? null : functions[content.Function]);
            channel.MoveTo(index + 1);
        }
    }

    private void ApplyHours(List<HoursContent> hours)
    {
        department.Hours.RemoveAll(interval => hours.TrueForAll(content => content.Key != KeyedContent.KeyOf(interval.Id)));
        foreach (var (index, content) in hours.Index())
        {
            var (first, last) = (content.FirstDay!.Value, content.LastDay!.Value);
            var (opens, closes) = (OpeningInterval.ReadTime(content.Opens)!.Value, OpeningInterval.ReadTime(content.Closes)!.Value);
            var interval = department.Hours.Find(h => h.Id != 0 && KeyedContent.KeyOf(h.Id) == content.Key);
            if (interval is null)
                department.Hours.Add(interval = new OpeningInterval(first, last, opens, closes, index + 1));
            interval.Change(first, last, opens, closes);
            interval.MoveTo(index + 1);
        }
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

    private async Task ApplySitesAsync(List<string> slugs)
    {
        department.Sites.RemoveAll(site => !slugs.Contains(site.Slug, StringComparer.OrdinalIgnoreCase));
        var added = slugs.Except(department.Sites.Select(site => site.Slug), StringComparer.OrdinalIgnoreCase).ToList();
        department.Sites.AddRange(await db.Sites.IncludingArchived().Where(site => added.Contains(site.Slug)).ToListAsync());
    }

    private async Task ApplyLanguagesAsync(List<string> tags)
    {
        var wanted = tags.Select(tag => LocaleNames.TryNormalizeTag(tag)!).ToHashSet();
        department.Languages.RemoveAll(language => !wanted.Contains(language.Tag));
        wanted.ExceptWith(department.Languages.Select(language => language.Tag));
        var known = await db.Languages.Where(language => wanted.Contains(language.Tag)).ToListAsync();
        wanted.ExceptWith(known.Select(language => language.Tag));
        department.Languages.AddRange([.. known, .. wanted.Select(tag => new Language(tag))]);
    }

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
