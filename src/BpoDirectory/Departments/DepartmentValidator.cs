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
        CheckChannels(content, problems);
        HoursCheck.Check(content, problems);
        CheckPeople(content, problems);
        if (Department.CheckReviewInterval(content.ReviewIntervalDays) is { } wrong)
            problems.Add("reviewIntervalDays", wrong);
        CheckEscalation(content, problems);
        if (Department.CheckDelivery(content.Delivery, content.Partner.Length > 0 || !string.IsNullOrWhiteSpace(content.ContractOwner)) is { } problem)
            problems.Add("delivery", problem);
        foreach (var (index, function) in content.Functions.Index())
            if (function.Rank < 1)
                problems.Add($"functions[{index}].rank", "An owner's rank is 1 or more.");
    }

    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, DepartmentContent content, ProblemList problems)
    {
        await CheckNamesAsync(db, id, content, problems);
        await CheckParentAsync(db, id, content, problems);
        await CheckSuccessorAsync(db, id, content, problems);
        await CheckKnownAsync(
            "functions", db.BusinessFunctions.IncludingArchived().Select(f => f.Slug), content.Functions.Select(f => f.Slug), "function", problems);
        await CheckKnownAsync(
            "channels", db.BusinessFunctions.IncludingArchived().Select(f => f.Slug), content.Channels.Select(c => c.Function), "function", problems);
        await CheckKnownAsync(
            "serviceLines", db.ServiceLines.IncludingArchived().Select(l => l.Slug), content.ServiceLines, "service line", problems);
        await CheckKnownAsync(
            "keeper", db.Accounts.Where(a => a.Role >= AccountRole.Editor).Select(a => a.NormalizedUserName!), [Account.Normalize(content.Keeper)], "editor", problems);
        var people = db.People.IncludingArchived().Select(p => p.Slug);
        await CheckKnownAsync("people", people, content.People.Select(assigned => assigned.Person), "person", problems);
        await CheckKnownAsync("escalation", people, content.Escalation.Select(step => step.Person), "person", problems);
        await CheckKnownAsync("clients", db.Clients.IncludingArchived().Select(c => c.Slug), content.Clients, "client", problems);
        await CheckKnownAsync("partner", db.Partners.IncludingArchived().Select(p => p.Slug), [content.Partner], "partner", problems);
        await CheckKnownAsync("sites", db.Sites.IncludingArchived().Select(s => s.Slug), content.Sites, "site", problems);
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

    private static void CheckChannels(DepartmentContent content, ProblemList problems)
    {
        var seen = new HashSet<(ChannelKind?, string, string)>();
        foreach (var (index, channel) in content.Channels.Index())
        {
            if (channel.Kind is not { } kind)
                problems.Add($"channels[{index}].kind", "Choose how people use it.");
            else if (ChannelValue.Check(kind, channel.Value) is { } problem)
                problems.Add($"channels[{index}].value", problem);
            else if (!seen.Add((kind, channel.KeptValue, channel.Function)))
                problems.Add($"channels[{index}].value", $"“{channel.Value.Trim()}” is listed twice: keep one.");
        }
    }

    private static void CheckPeople(DepartmentContent content, ProblemList problems)
    {
        var seen = new HashSet<(string, PersonRole)>();
        foreach (var (index, assigned) in content.People.Index())
            if (assigned.Person.Length == 0)
                problems.Add($"people[{index}].person", "Choose a person, or remove the row.");
            else if (!seen.Add((assigned.Person.ToLowerInvariant(), assigned.Role)))
                problems.Add($"people[{index}].person", "This person has this role already: keep one.");
    }

    private static void CheckEscalation(DepartmentContent content, ProblemList problems)
    {
        foreach (var (index, step) in content.Escalation.Index())
            if (step.Kind is { } kind)
            {
                if (ChannelValue.Check(kind, step.Value) is { } problem)
                    problems.Add($"escalation[{index}].value", problem);
            }
            else if (step.Value.Trim().Length > 0)
            {
                problems.Add($"escalation[{index}].kind", "Choose how people use it.");
            }
            else if (step.Person.Length == 0)
            {
                problems.Add($"escalation[{index}].person", "Name a person or a channel, or remove the row.");
            }
    }

    private static async Task CheckNamesAsync(DirectoryDbContext db, int id, DepartmentContent content, ProblemList problems)
    {
        (string Field, string Name)[] wanted =
            [("name", content.Name.Trim()), .. content.Aliases.Select((alias, index) => ($"aliases[{index}].name", alias.Name.Trim()))];
        var keys = wanted.Select(name => NameComparison.KeyOf(name.Name)).ToList();
        var others = db.Departments.IncludingArchived().Where(d => d.Id != id);
        var byName = await others.Where(d => keys.Contains(d.NameKey)).ToDictionaryAsync(d => d.NameKey, d => new NamedLink(d.Slug, d.Name));
        var byAlias = (await others.SelectMany(d => d.Aliases, (d, alias) => new { alias.NameKey, Department = new NamedLink(d.Slug, d.Name) })
            .Where(alias => keys.Contains(alias.NameKey)).ToListAsync()).ToLookup(alias => alias.NameKey, alias => alias.Department);
        foreach (var ((field, name), key) in wanted.Zip(keys))
        {
            if (byName.TryGetValue(key, out var other))
                problems.Add(field, $"“{name}” is the name of another department.", other);
            if (byAlias[key].FirstOrDefault() is { } aliased)
                problems.Add(field, $"“{name}” is already another name of {aliased.Name}.", aliased);
        }
    }

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
