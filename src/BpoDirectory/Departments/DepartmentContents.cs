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
        (_ids, _cancellation) = (ids, cancellation);
        _codes = await db.Sources.OrderBy(s => s.Id).ToDictionaryAsync(s => s.Id, s => s.Code, cancellation);
        await ReadOwnFieldsAsync();
        _ids = [.. _contents.Keys];
        await ReadSourcesAsync();
        await ReadNamesAsync();
        await ReadResponsibilitiesAsync();
        await ReadReachAsync();
        await ReadPeopleAsync();
        await ReadPromisesAsync();
        await ReadSetsAsync();
        await ReadFunctionsAsync();
        return [.. ids.Where(_contents.ContainsKey).Select(id => _contents[id])];
    }

    private IQueryable<Department> Departments => db.Departments.IncludingArchived(evenArchived).Where(d => _ids.Contains(d.Id));

    // From their own tables: by way of their departments, every list would look up all of these once more.
    private IQueryable<T> Parts<T>() where T : class =>
        db.Set<T>().IncludingArchived(evenArchived)
            .Where(part => _ids.Contains(EF.Property<int>(part, nameof(FunctionOwner.DepartmentId))));

    private async Task ReadOwnFieldsAsync()
    {
        var rows = await Departments.Select(d => new
        {
            d.Id, d.Name, d.Slug, d.Summary, d.Description, d.Icon, d.Office, d.OfficeBasis, d.OfficeReason, d.Side, d.IsArchived,
            d.TimeZone, d.IsAlwaysOpen,
            d.HoursNote, d.ReviewIntervalDays, d.Delivery, d.ContractOwner, Parent = d.Parent!.Slug, Successor = d.Successor!.Slug,
            Keeper = d.Keeper!.UserName, Partner = d.Partner!.Slug,
        }).ToListAsync(_cancellation);
        foreach (var d in rows)
            _contents[d.Id] = new DepartmentContent
            {
                Name = d.Name, Slug = d.Slug, Summary = d.Summary, Description = d.Description, Icon = d.Icon, Office = d.Office,
                OfficeBasis = d.OfficeBasis,
                OfficeReason = d.OfficeReason, Side = d.Side, Archived = d.IsArchived, TimeZone = d.TimeZone ?? "",
                AlwaysOpen = d.IsAlwaysOpen,
                HoursNote = d.HoursNote ?? "", ReviewIntervalDays = d.ReviewIntervalDays, Delivery = d.Delivery,
                ContractOwner = d.ContractOwner ?? "",
                Parent = d.Parent ?? "", Successor = d.Successor ?? "", Keeper = d.Keeper ?? "", Partner = d.Partner ?? "",
            };
    }

    private async Task ReadSourcesAsync()
    {
        var sources = await CodesAsync(Departments.SelectMany(d => d.Sources, (d, s) => new Citation(d.Id, s.Id)));
        var ofOffice = await CodesAsync(Departments.SelectMany(d => d.OfficeSources, (d, s) => new Citation(d.Id, s.Id)));
        foreach (var (id, content) in _contents)
            (content.Sources, content.OfficeSources) = (CodesOf(sources, id), CodesOf(ofOffice, id));
    }

    private async Task ReadNamesAsync()
    {
        var sources = await CodesAsync(Parts<DepartmentAlias>().SelectMany(a => a.Sources, (a, s) => new Citation(a.Id, s.Id)));
        var rows = await Parts<DepartmentAlias>().Select(a => new { a.DepartmentId, a.Id, a.Rank, a.Name }).ToListAsync(_cancellation);
        foreach (var alias in rows.OrderBy(a => a.Rank))
            _contents[alias.DepartmentId].Aliases.Add(
                new AliasContent { Key = KeyedContent.KeyOf(alias.Id), Name = alias.Name, Sources = CodesOf(sources, alias.Id) });
    }

    private async Task ReadResponsibilitiesAsync()
    {
        var sources = await CodesAsync(Parts<Responsibility>().SelectMany(r => r.Sources, (r, s) => new Citation(r.Id, s.Id)));
        var rows = await Parts<Responsibility>().Select(r => new { r.DepartmentId, r.Id, r.Rank, r.Text, r.Detail })
            .ToListAsync(_cancellation);
        foreach (var row in rows.OrderBy(r => r.Rank))
            _contents[row.DepartmentId].Responsibilities.Add(
                new ResponsibilityContent
                {
                    Key = KeyedContent.KeyOf(row.Id), Text = row.Text, Detail = row.Detail ?? "", Sources = CodesOf(sources, row.Id),
                });
    }

    private async Task ReadReachAsync()
    {
        // To readers, a channel for a function is there only while its department owns that.
        var channels = await (
            from c in Parts<DepartmentChannel>()
            where evenArchived || c.BusinessFunctionId == null
                || db.FunctionOwners.Any(o => o.DepartmentId == c.DepartmentId && o.BusinessFunctionId == c.BusinessFunctionId)
            select new
            {
                c.DepartmentId, c.Id, c.Rank, c.Kind, c.Value, c.Label, c.Note, Function = c.BusinessFunction!.Slug, c.BusinessFunctionId,
            })
            .ToListAsync(_cancellation);
        foreach (var c in channels.Where(c => c.BusinessFunctionId is null || c.Function is not null).OrderBy(c => c.Rank))
            _contents[c.DepartmentId].Channels.Add(new ChannelContent
            {
                Key = KeyedContent.KeyOf(c.Id), Kind = c.Kind, Value = ChannelValue.ToText(c.Kind, c.Value), Label = c.Label ?? "",
                Note = c.Note ?? "", Function = c.Function ?? "",
            });
        var hours = await Parts<OpeningInterval>()
            .Select(h => new { h.DepartmentId, h.Id, h.Rank, h.FirstDay, h.LastDay, h.Opens, h.Closes }).ToListAsync(_cancellation);
        foreach (var h in hours.OrderBy(h => h.Rank))
            _contents[h.DepartmentId].Hours.Add(new HoursContent
            {
                Key = KeyedContent.KeyOf(h.Id), FirstDay = h.FirstDay, LastDay = h.LastDay, Opens = OpeningInterval.ToText(h.Opens),
                Closes = OpeningInterval.ToText(h.Closes),
            });
    }

    private async Task ReadPeopleAsync()
    {
        var people = await Parts<DepartmentPerson>().Select(r => new { r.DepartmentId, r.Id, r.Rank, r.Person.Slug, r.Role })
            .ToListAsync(_cancellation);
        foreach (var role in people.OrderBy(r => r.Rank))
            _contents[role.DepartmentId].People.Add(
                new AssignedPersonContent { Key = KeyedContent.KeyOf(role.Id), Person = role.Slug, Role = role.Role });
        var steps = await Parts<EscalationStep>()
            .Select(s => new { s.DepartmentId, s.Id, s.Rank, s.When, Person = s.Person!.Slug, s.Kind, s.Value, s.Note })
            .ToListAsync(_cancellation);
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
        var levels = await Parts<ServiceLevel>().Select(l => new { l.DepartmentId, l.Id, l.Rank, l.Measure, l.Target, l.Note, l.Link })
            .ToListAsync(_cancellation);
        foreach (var l in levels.OrderBy(l => l.Rank))
            _contents[l.DepartmentId].ServiceLevels.Add(new ServiceLevelContent
            {
                Key = KeyedContent.KeyOf(l.Id), Measure = l.Measure, Target = l.Target, Note = l.Note ?? "", Link = l.Link ?? "",
            });
        var links = await Parts<DepartmentLink>().Select(l => new { l.DepartmentId, l.Id, l.Rank, l.Kind, l.Label, l.Address })
            .ToListAsync(_cancellation);
        foreach (var l in links.OrderBy(l => l.Rank))
            _contents[l.DepartmentId].Links.Add(
                new LinkContent { Key = KeyedContent.KeyOf(l.Id), Kind = l.Kind, Label = l.Label, Address = l.Address });
    }

    private async Task ReadSetsAsync()
    {
        await ReadSetAsync(Departments.SelectMany(d => d.Clients, (d, c) => new Member(d.Id, c.Slug)), content => content.Clients);
        await ReadSetAsync(Departments.SelectMany(d => d.Tags, (d, t) => new Member(d.Id, t.Name)), content => content.Tags);
        await ReadSetAsync(Departments.SelectMany(d => d.Sites, (d, s) => new Member(d.Id, s.Slug)), content => content.Sites);
        await ReadSetAsync(Departments.SelectMany(d => d.Languages, (d, l) => new Member(d.Id, l.Tag)), content => content.Languages);
        await ReadSetAsync(
            Parts<ServiceLineDepartment>().Select(m => new Member(m.DepartmentId, m.ServiceLine.Slug)), content => content.ServiceLines);
    }

    private async Task ReadSetAsync(IQueryable<Member> members, Func<DepartmentContent, List<string>> list)
    {
        foreach (var member in (await members.ToListAsync(_cancellation)).OrderBy(member => member.Text, StringComparer.Ordinal))
            list(_contents[member.DepartmentId]).Add(member.Text);
    }

    private async Task ReadFunctionsAsync()
    {
        var sources = await CodesAsync(Parts<FunctionOwner>().SelectMany(o => o.Sources, (o, s) => new Citation(o.Id, s.Id)));
        var functions = await Parts<FunctionOwner>().Select(o => new
        {
            o.DepartmentId, o.Id, o.BusinessFunction.Slug, o.BusinessFunction.Name, o.BusinessFunction.NameKey, o.Rank, o.Reason,
        }).ToListAsync(_cancellation);
        foreach (var o in functions.OrderBy(o => o.NameKey, StringComparer.Ordinal))
            _contents[o.DepartmentId].Functions.Add(
                new OwnedFunctionContent
                {
                    Slug = o.Slug, Name = o.Name, Rank = o.Rank, Reason = o.Reason ?? "", Sources = CodesOf(sources, o.Id),
                });
        var types = await Parts<OutsourcingTypeDepartment>().Select(n => new
        {
            n.DepartmentId, n.OutsourcingType.Slug, n.OutsourcingType.Name, n.OutsourcingType.AcronymKey, n.Reason,
        }).ToListAsync(_cancellation);
        foreach (var n in types.OrderBy(n => n.AcronymKey, StringComparer.Ordinal))
            _contents[n.DepartmentId].OutsourcingTypes.Add(new NearTypeContent { Slug = n.Slug, Name = n.Name, Reason = n.Reason });
    }

    // In the order in which the catalog lists its sources.
    private async Task<Dictionary<int, List<string>>> CodesAsync(IQueryable<Citation> citations) =>
        (await citations.ToListAsync(_cancellation)).OrderBy(citation => citation.SourceId).GroupBy(citation => citation.FactId)
            .ToDictionary(fact => fact.Key, fact => fact.Select(citation => _codes[citation.SourceId]).ToList());

    private static List<string> CodesOf(Dictionary<int, List<string>> codes, int id) => codes.GetValueOrDefault(id, []);

    private sealed record Citation(int FactId, int SourceId);

    private sealed record Member(int DepartmentId, string Text);
}
