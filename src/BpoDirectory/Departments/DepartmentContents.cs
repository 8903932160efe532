using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>
/// Reads the contents of many departments at once, the same as <see cref="DepartmentContent.From"/> makes of one: a query for each list
/// and only what the content shows, which takes a fraction of what loading whole entities does.
/// </summary>
/// <param name="db">The directory.</param>
/// <param name="evenArchived">Whether archived departments, and what departments name that is archived, are there too.</param>
public sealed class DepartmentContents(DirectoryDbContext db, bool evenArchived)
{
    private readonly Dictionary<int, DepartmentContent> _contents = [];
    private Dictionary<int, string> _codes = [];
    private IReadOnlyList<int> _ids = [];
    private CancellationToken _cancellation;

    /// <summary>The contents of the departments with these keys, in their order; ones that there are not are left out.</summary>
    public async Task<IReadOnlyList<DepartmentContent>> ReadAsync(IReadOnlyList<int> ids, CancellationToken cancellation = default)
    {
        _cancellation = cancellation;
        _codes = await db.Sources.OrderBy(s => s.Id).ToDictionaryAsync(s => s.Id, s => s.Code, cancellation);
        await ReadOwnFieldsAsync(ids);
        await ReadNamesAsync();
        await ReadResponsibilitiesAsync();
        await ReadReachAsync();
        await ReadPeopleAsync();
        await ReadPromisesAsync();
        await ReadSetsAsync();
        await ReadFunctionsAsync();
        return [.. ids.Where(_contents.ContainsKey).Select(id => _contents[id])];
    }

    // The rows of the departments are read here alone: they hold long texts, and lie far apart.
    private async Task ReadOwnFieldsAsync(IReadOnlyList<int> ids)
    {
        var rows = await db.Departments.IncludingArchived(evenArchived).Where(d => ids.Contains(d.Id)).Select(d => new
        {
            d.Id, d.Name, d.Slug, d.Summary, d.Description, d.Icon, d.Office, d.OfficeBasis, d.OfficeReason, d.Side, d.IsArchived, d.TimeZone, d.IsAlwaysOpen,
            d.HoursNote, d.ReviewIntervalDays, d.Delivery, d.ContractOwner, Parent = d.Parent!.Slug, Successor = d.Successor!.Slug, Keeper = d.Keeper!.UserName,
            Partner = d.Partner!.Slug,
        }).ToListAsync(_cancellation);
        foreach (var d in rows)
            _contents[d.Id] = new DepartmentContent
            {
                Name = d.Name, Slug = d.Slug, Summary = d.Summary, Description = d.Description, Icon = d.Icon, Office = d.Office, OfficeBasis = d.OfficeBasis,
                OfficeReason = d.OfficeReason, Side = d.Side, Archived = d.IsArchived, TimeZone = d.TimeZone ?? "", AlwaysOpen = d.IsAlwaysOpen,
                HoursNote = d.HoursNote ?? "", ReviewIntervalDays = d.ReviewIntervalDays, Delivery = d.Delivery, ContractOwner = d.ContractOwner ?? "",
                Parent = d.Parent ?? "", Successor = d.Successor ?? "", Keeper = d.Keeper ?? "", Partner = d.Partner ?? "",
            };
        _ids = [.. _contents.Keys];
        var sources = await CodesAsync<Department>(nameof(Department.Sources), _ids);
        var ofOffice = await CodesAsync<Department>(nameof(Department.OfficeSources), _ids);
        foreach (var (id, content) in _contents)
            (content.Sources, content.OfficeSources) = (CodesOf(sources, id), CodesOf(ofOffice, id));
    }

    private async Task ReadNamesAsync()
    {
        var rows = await db.DepartmentAliases.Where(a => _ids.Contains(a.DepartmentId)).Select(a => new { a.DepartmentId, a.Id, a.Rank, a.Name })
            .ToListAsync(_cancellation);
        var sources = await CodesAsync<DepartmentAlias>(nameof(DepartmentAlias.Sources), rows.ConvertAll(a => a.Id));
        foreach (var alias in rows.OrderBy(a => a.Rank))
            _contents[alias.DepartmentId].Aliases.Add(new AliasContent { Key = KeyedContent.KeyOf(alias.Id), Name = alias.Name, Sources = CodesOf(sources, alias.Id) });
    }

    private async Task ReadResponsibilitiesAsync()
    {
        var rows = await db.Responsibilities.Where(r => _ids.Contains(r.DepartmentId)).Select(r => new { r.DepartmentId, r.Id, r.Rank, r.Text, r.Detail })
            .ToListAsync(_cancellation);
        var sources = await CodesAsync<Responsibility>(nameof(Responsibility.Sources), rows.ConvertAll(r => r.Id));
        foreach (var row in rows.OrderBy(r => r.Rank))
            _contents[row.DepartmentId].Responsibilities.Add(
                new ResponsibilityContent { Key = KeyedContent.KeyOf(row.Id), Text = row.Text, Detail = row.Detail ?? "", Sources = CodesOf(sources, row.Id) });
    }

    private async Task ReadReachAsync()
    {
        // To readers, a channel for a function is there only while its department owns that.
        var channels = await (
            from c in db.DepartmentChannels.IncludingArchived(evenArchived)
            where _ids.Contains(c.DepartmentId) && (evenArchived || c.BusinessFunctionId == null
                || db.FunctionOwners.Any(o => o.DepartmentId == c.DepartmentId && o.BusinessFunctionId == c.BusinessFunctionId))
            select new { c.DepartmentId, c.Id, c.Rank, c.Kind, c.Value, c.Label, c.Note, Function = c.BusinessFunction!.Slug, c.BusinessFunctionId })
            .ToListAsync(_cancellation);
        foreach (var c in channels.Where(c => c.BusinessFunctionId is null || c.Function is not null).OrderBy(c => c.Rank))
            _contents[c.DepartmentId].Channels.Add(new ChannelContent
            {
                Key = KeyedContent.KeyOf(c.Id), Kind = c.Kind, Value = ChannelValue.ToText(c.Kind, c.Value), Label = c.Label ?? "", Note = c.Note ?? "",
                Function = c.Function ?? "",
            });
        var hours = await db.OpeningIntervals.Where(h => _ids.Contains(h.DepartmentId))
            .Select(h => new { h.DepartmentId, h.Id, h.Rank, h.FirstDay, h.LastDay, h.Opens, h.Closes }).ToListAsync(_cancellation);
        foreach (var h in hours.OrderBy(h => h.Rank))
            _contents[h.DepartmentId].Hours.Add(new HoursContent
            {
                Key = KeyedContent.KeyOf(h.Id), FirstDay = h.FirstDay, LastDay = h.LastDay, Opens = OpeningInterval.ToText(h.Opens), Closes = OpeningInterval.ToText(h.Closes),
            });
    }

    private async Task ReadPeopleAsync()
    {
        var people = await db.DepartmentPeople.IncludingArchived(evenArchived).Where(r => _ids.Contains(r.DepartmentId))
            .Select(r => new { r.DepartmentId, r.Id, r.Rank, r.Person.Slug, r.Role }).ToListAsync(_cancellation);
        foreach (var role in people.OrderBy(r => r.Rank))
            _contents[role.DepartmentId].People.Add(new AssignedPersonContent { Key = KeyedContent.KeyOf(role.Id), Person = role.Slug, Role = role.Role });
        var steps = await db.EscalationSteps.IncludingArchived(evenArchived).Where(s => _ids.Contains(s.DepartmentId))
            .Select(s => new { s.DepartmentId, s.Id, s.Rank, s.When, Person = s.Person!.Slug, s.Kind, s.Value, s.Note }).ToListAsync(_cancellation);
        // A step that names nobody but somebody archived says nothing to readers.
        foreach (var s in steps.Where(s => s.Kind is not null || s.Person is not null).OrderBy(s => s.Rank))
            _contents[s.DepartmentId].Escalation.Add(new EscalationStepContent
            {
                Key = KeyedContent.KeyOf(s.Id), When = s.When, Person = s.Person ?? "", Kind = s.Kind,
                Value = s.Kind is { } kind ? ChannelValue.ToText(kind, s.Value!) : "", Note = s.Note ?? "",
            });
    }

    private async Task ReadPromisesAsync()
    {
        var levels = await db.ServiceLevels.Where(l => _ids.Contains(l.DepartmentId))
            .Select(l => new { l.DepartmentId, l.Id, l.Rank, l.Measure, l.Target, l.Note, l.Link }).ToListAsync(_cancellation);
        foreach (var l in levels.OrderBy(l => l.Rank))
            _contents[l.DepartmentId].ServiceLevels.Add(new ServiceLevelContent
            {
                Key = KeyedContent.KeyOf(l.Id), Measure = l.Measure, Target = l.Target, Note = l.Note ?? "", Link = l.Link ?? "",
            });
        var links = await db.DepartmentLinks.Where(l => _ids.Contains(l.DepartmentId)).Select(l => new { l.DepartmentId, l.Id, l.Rank, l.Kind, l.Label, l.Address })
            .ToListAsync(_cancellation);
        foreach (var l in links.OrderBy(l => l.Rank))
            _contents[l.DepartmentId].Links.Add(new LinkContent { Key = KeyedContent.KeyOf(l.Id), Kind = l.Kind, Label = l.Label, Address = l.Address });
    }

    private async Task ReadSetsAsync()
    {
        await ReadSetAsync(nameof(Department.Clients), keys => db.Clients.IncludingArchived(evenArchived).Where(c => keys.Contains(c.Id)).Select(c => new Named(c.Id, c.Slug)), content => content.Clients);
        await ReadSetAsync(nameof(Department.Tags), keys => db.Tags.Where(t => keys.Contains(t.Id)).Select(t => new Named(t.Id, t.Name)), content => content.Tags);
        await ReadSetAsync(nameof(Department.Sites), keys => db.Sites.IncludingArchived(evenArchived).Where(s => keys.Contains(s.Id)).Select(s => new Named(s.Id, s.Slug)), content => content.Sites);
        await ReadSetAsync(nameof(Department.Languages), keys => db.Languages.Where(l => keys.Contains(l.Id)).Select(l => new Named(l.Id, l.Tag)), content => content.Languages);
        var lines = await db.Set<ServiceLineDepartment>().IncludingArchived(evenArchived).Where(m => _ids.Contains(m.DepartmentId))
            .Select(m => new { m.DepartmentId, m.ServiceLine.Slug }).ToListAsync(_cancellation);
        foreach (var line in lines.OrderBy(line => line.Slug, StringComparer.Ordinal))
            _contents[line.DepartmentId].ServiceLines.Add(line.Slug);
    }

    private async Task ReadSetAsync(string navigation, Func<List<int>, IQueryable<Named>> find, Func<DepartmentContent, List<string>> list)
    {
        var links = await LinksAsync<Department>(navigation, _ids);
        var keys = links.Select(link => link.To).Distinct().ToList();
        var texts = keys.Count == 0 ? [] : await find(keys).ToDictionaryAsync(named => named.Id, named => named.Text, _cancellation);
        foreach (var (department, text) in links.Where(link => texts.ContainsKey(link.To)).Select(link => (link.From, texts[link.To]))
            .OrderBy(link => link.Item2, StringComparer.Ordinal))
            list(_contents[department]).Add(text);
    }

    private async Task ReadFunctionsAsync()
    {
        var functions = await db.FunctionOwners.IncludingArchived(evenArchived).Where(o => _ids.Contains(o.DepartmentId)).Select(o => new
        {
            o.DepartmentId, o.Id, o.BusinessFunction.Slug, o.BusinessFunction.Name, o.BusinessFunction.NameKey, o.Rank, o.Reason,
        }).ToListAsync(_cancellation);
        var sources = await CodesAsync<FunctionOwner>(nameof(FunctionOwner.Sources), functions.ConvertAll(o => o.Id));
        foreach (var o in functions.OrderBy(o => o.NameKey, StringComparer.Ordinal))
            _contents[o.DepartmentId].Functions.Add(
                new OwnedFunctionContent { Slug = o.Slug, Name = o.Name, Rank = o.Rank, Reason = o.Reason ?? "", Sources = CodesOf(sources, o.Id) });
        var types = await db.Set<OutsourcingTypeDepartment>().IncludingArchived(evenArchived).Where(n => _ids.Contains(n.DepartmentId)).Select(n => new
        {
            n.DepartmentId, n.OutsourcingType.Slug, n.OutsourcingType.Name, n.OutsourcingType.AcronymKey, n.Reason,
        }).ToListAsync(_cancellation);
        foreach (var n in types.OrderBy(n => n.AcronymKey, StringComparer.Ordinal))
            _contents[n.DepartmentId].OutsourcingTypes.Add(new NearTypeContent { Slug = n.Slug, Name = n.Name, Reason = n.Reason });
    }

    // In the order in which the catalog lists its sources.
    private async Task<Dictionary<int, List<string>>> CodesAsync<TFact>(string navigation, IReadOnlyList<int> facts) =>
        (await LinksAsync<TFact>(navigation, facts)).OrderBy(citation => citation.To).GroupBy(citation => citation.From)
            .ToDictionary(fact => fact.Key, fact => fact.Select(citation => _codes[citation.To]).ToList());

    // Only the rows between the two: what they join is read apart, or known.
    private async Task<List<Link>> LinksAsync<TFrom>(string navigation, IReadOnlyList<int> from)
    {
        var link = db.Model.FindEntityType(typeof(TFrom))!.FindSkipNavigation(navigation)!;
        var (own, other) = (link.ForeignKey.Properties[0].Name, link.Inverse.ForeignKey.Properties[0].Name);
        return from.Count == 0 ? [] : await db.Set<Dictionary<string, object>>(link.JoinEntityType.Name).Where(row => from.Contains(EF.Property<int>(row, own)))
            .Select(row => new Link(EF.Property<int>(row, own), EF.Property<int>(row, other))).ToListAsync(_cancellation);
    }

    private static List<string> CodesOf(Dictionary<int, List<string>> codes, int id) => codes.GetValueOrDefault(id, []);

    private sealed record Link(int From, int To);

    private sealed record Named(int Id, string Text);
}
