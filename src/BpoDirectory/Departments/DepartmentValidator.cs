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
        if (Department.CheckDelivery(content.Delivery, content.Partner.Length > 0 || !string.IsNullOrWhiteSpace(content.ContractOwner))
            is { } problem)
            problems.Add("delivery", problem);
        foreach (var (index, function) in content.Functions.Index())
            if (function.Rank < 1)
                problems.Add($"functions[{index}].rank", "An owner's rank is 1 or more.");
    }

    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<DepartmentContent>> checks)
    {
        await CheckDepartmentNamesAsync(db, checks);
        await CheckParentsAsync(db, checks);
        await CheckSuccessorsAsync(db, checks);
        var functions = db.BusinessFunctions.IncludingArchived().Select(f => f.Slug);
        await CheckKnownAsync(checks, "functions", functions, content => content.Functions.Select(f => f.Slug), "function");
        await CheckKnownAsync(checks, "channels", functions, content => content.Channels.Select(c => c.Function), "function");
        await CheckKnownAsync(
            checks, "serviceLines", db.ServiceLines.IncludingArchived().Select(l => l.Slug), content => content.ServiceLines,
            "service line");
        await CheckKnownAsync(
            checks, "keeper", db.Accounts.Where(a => a.Role >= AccountRole.Editor).Select(a => a.NormalizedUserName!),
            content => [Account.Normalize(content.Keeper)], "editor");
        var people = db.People.IncludingArchived().Select(p => p.Slug);
        await CheckKnownAsync(checks, "people", people, content => content.People.Select(assigned => assigned.Person), "person");
        await CheckKnownAsync(checks, "escalation", people, content => content.Escalation.Select(step => step.Person), "person");
        await CheckKnownAsync(checks, "clients", db.Clients.IncludingArchived().Select(c => c.Slug), content => content.Clients, "client");
        await CheckKnownAsync(
            checks, "partner", db.Partners.IncludingArchived().Select(p => p.Slug), content => [content.Partner], "partner");
        await CheckKnownAsync(checks, "sites", db.Sites.IncludingArchived().Select(s => s.Slug), content => content.Sites, "site");
        await CheckKnownAsync(
            checks, "outsourcingTypes", db.OutsourcingTypes.IncludingArchived().Select(t => t.Slug),
            content => content.OutsourcingTypes.Select(t => t.Slug), "outsourcing type");
        await CheckSourcesAsync(db, checks, "sources", content => content.Sources.Concat(content.OfficeSources)
            .Concat(content.Aliases.SelectMany(a => a.Sources)).Concat(content.Responsibilities.SelectMany(r => r.Sources))
            .Concat(content.Functions.SelectMany(f => f.Sources)));
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

    private static async Task CheckDepartmentNamesAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<DepartmentContent>> checks)
    {
        var keys = checks.SelectMany(check => NamesOf(check.Content)).Select(name => NameComparison.KeyOf(name.Text)).Distinct().ToList();
        var all = db.Departments.IncludingArchived();
        var byName = await all.Where(d => keys.Contains(d.NameKey))
            .Select(d => new { d.Id, d.NameKey, Link = new NamedLink(d.Slug, d.Name) })
            .ToDictionaryAsync(d => d.NameKey);
        var byAlias = (await all.SelectMany(d => d.Aliases, (d, alias) => new { d.Id, alias.NameKey, Link = new NamedLink(d.Slug, d.Name) })
            .Where(alias => keys.Contains(alias.NameKey)).ToListAsync()).ToLookup(alias => alias.NameKey);
        foreach (var check in checks)
            foreach (var (field, name) in NamesOf(check.Content))
            {
                var key = NameComparison.KeyOf(name);
                if (byName.TryGetValue(key, out var other) && other.Id != check.Id)
                    check.Problems.Add(field, $"“{name}” is the name of another department.", other.Link);
                if (byAlias[key].FirstOrDefault(alias => alias.Id != check.Id) is { } aliased)
                    check.Problems.Add(field, $"“{name}” is already another name of {aliased.Link.Name}.", aliased.Link);
            }
        CheckOnce(checks, check => NamesOf(check.Content), NameComparison.KeyOf);
    }

    private static IEnumerable<(string Field, string Text)> NamesOf(DepartmentContent content) =>
        content.Aliases.Select((alias, index) => ($"aliases[{index}].name", alias.Name.Trim())).Prepend(("name", content.Name.Trim()));

    private static async Task CheckParentsAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<DepartmentContent>> checks)
    {
        var wanted = checks.Where(check => check.Content.Parent.Length > 0).ToList();
        if (wanted.Count == 0)
            return;
        // Those that are saved together may be parts of each other.
        var together = new Dictionary<string, ContentCheck<DepartmentContent>>(StringComparer.OrdinalIgnoreCase);
        foreach (var check in checks)
            together.TryAdd(check.Content.Slug, check);
        var above = await LoadAboveAsync(db, [.. wanted.Select(check => check.Content.Parent)]);
        foreach (var check in wanted)
            if (!together.ContainsKey(check.Content.Parent) && !above.ContainsKey(check.Content.Parent))
                check.Problems.Add("parent", $"There is no department with the address “{check.Content.Parent}”.");
            else if (string.Equals(check.Content.Parent, check.Content.Slug, StringComparison.OrdinalIgnoreCase))
                check.Problems.Add("parent", Department.ItsOwnPart);
            else if (IsAbove(check, together, above))
                check.Problems.Add(
                    "parent", $"{check.Content.Name} cannot be a part of {NameOf(check.Content.Parent)}, which is a part of {check.Content.Name}.");

        string NameOf(string slug) => together.TryGetValue(slug, out var check) ? check.Content.Name : above[slug].Name;
    }

    // Whether going up from a department leads to it again.
    private static bool IsAbove(
        ContentCheck<DepartmentContent> check, Dictionary<string, ContentCheck<DepartmentContent>> together,
        Dictionary<string, (int Id, string Name, string? Parent)> above)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var slug = check.Content.Parent; slug is { Length: > 0 } && seen.Add(slug);)
        {
            if (together.TryGetValue(slug, out var other))
            {
                if (other == check)
                    return true;
                slug = other.Content.Parent;
            }
            else if (above.TryGetValue(slug, out var row))
            {
                if (row.Id == check.Id)
                    return true;
                slug = row.Parent;
            }
            else
            {
                return false;
            }
        }
        return false;
    }

    // By slug, these departments and all that they are parts of; one query for each step up.
    private static async Task<Dictionary<string, (int Id, string Name, string? Parent)>> LoadAboveAsync(
        DirectoryDbContext db, List<string> slugs)
    {
        var above = new Dictionary<string, (int Id, string Name, string? Parent)>(StringComparer.OrdinalIgnoreCase);
        for (var next = slugs.Distinct(StringComparer.OrdinalIgnoreCase).ToList(); next.Count > 0;)
        {
            var rows = await db.Departments.IncludingArchived().Where(d => next.Contains(d.Slug))
                .Select(d => new { d.Id, d.Slug, d.Name, Parent = d.Parent!.Slug }).ToListAsync();
            foreach (var row in rows)
                above[row.Slug] = (row.Id, row.Name, row.Parent);
            next = [.. rows.Select(row => row.Parent).OfType<string>().Where(slug => !above.ContainsKey(slug))
                .Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        return above;
    }

    private static async Task CheckSuccessorsAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<DepartmentContent>> checks)
    {
        var slugs = checks.Select(check => check.Content.Successor).Where(slug => slug.Length > 0).ToList();
        if (slugs.Count == 0)
            return;
        var present = await db.Departments.Where(d => slugs.Contains(d.Slug))
            .ToDictionaryAsync(d => d.Slug, d => d.Id, StringComparer.OrdinalIgnoreCase);
        var added = checks.Where(check => check is { Id: 0, Content.Archived: false }).Select(check => check.Content.Slug)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var check in checks.Where(check => check.Content.Successor.Length > 0))
        {
            var slug = check.Content.Successor;
            var isOther = present.TryGetValue(slug, out var id) ? id != check.Id : added.Contains(slug) && !Same(slug, check.Content.Slug);
            if (!isOther)
                check.Problems.Add("successor", "Choose another department that is not archived as the successor.");
        }
    }

    private static bool Same(string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
