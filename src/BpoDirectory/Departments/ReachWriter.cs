using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>Makes how a department is reached, by whom and where it works what its content says, keeping the rows of what stays.</summary>
internal sealed class ReachWriter(DirectoryDbContext db, Department department)
{
    public async Task ApplyAsync(DepartmentContent content)
    {
        await ApplyChannelsAsync(content.Channels);
        ApplyHours(content.Hours);
        await ApplyPeopleAsync(content);
        ApplyServiceLevelsAndLinks(content);
        await ApplyDeliveryAsync(content);
        await ApplyPickedAsync(department.Clients, content.Clients, db.Clients);
        await ApplyPickedAsync(department.Sites, content.Sites, db.Sites);
        await ApplyLanguagesAsync(content.Languages);
        await ApplyTagsAsync(content.Tags);
    }

    private async Task ApplyChannelsAsync(List<ChannelContent> channels)
    {
        var slugs = channels.Select(channel => channel.Function).Where(slug => slug.Length > 0).ToList();
        var functions = await db.BusinessFunctions.IncludingArchived().Where(f => slugs.Contains(f.Slug))
            .ToDictionaryAsync(f => f.Slug, StringComparer.OrdinalIgnoreCase);
        ItemRows.Apply(
            department.Channels, channels,
            (item, rank) => new DepartmentChannel(item.Kind!.Value, item.Value, item.Label, item.Note, rank),
            (channel, item) =>
            {
                channel.Change(item.Kind!.Value, item.Value, item.Label, item.Note);
                channel.LeadTo(item.Function.Length == 0 ? null : functions[item.Function]);
            });
    }

    private void ApplyHours(List<HoursContent> hours)
    {
        ItemRows.Apply(
            department.Hours, hours, Create, (interval, item) => interval.Change(item.FirstDay!.Value, item.LastDay!.Value, Time(item.Opens), Time(item.Closes)));

        static OpeningInterval Create(HoursContent item, int rank) =>
            new(item.FirstDay!.Value, item.LastDay!.Value, Time(item.Opens), Time(item.Closes), rank);

        static TimeOnly Time(string text) => OpeningInterval.ReadTime(text)!.Value;
    }

    private async Task ApplyPeopleAsync(DepartmentContent content)
    {
        var slugs = content.People.Select(assigned => assigned.Person).Concat(content.Escalation.Select(step => step.Person)).ToHashSet();
        var people = await db.People.IncludingArchived().Where(p => slugs.Contains(p.Slug)).ToDictionaryAsync(p => p.Slug, StringComparer.OrdinalIgnoreCase);
        ItemRows.Apply(
            department.People, content.People, (item, rank) => new DepartmentPerson(people[item.Person], item.Role, rank),
            (assigned, item) => assigned.Assign(people[item.Person], item.Role));
        ItemRows.Apply(
            department.Escalation, content.Escalation, (item, rank) => new EscalationStep(item.When, item.Note, rank),
            (step, item) =>
            {
                step.Change(item.When, item.Note);
                step.LeadTo(item.Person.Length == 0 ? null : people[item.Person], item.Kind, item.Value);
            });
    }

    private void ApplyServiceLevelsAndLinks(DepartmentContent content)
    {
        ItemRows.Apply(
            department.ServiceLevels, content.ServiceLevels, (item, rank) => new ServiceLevel(item.Measure, item.Target, item.Note, item.Link, rank),
            (level, item) => level.Change(item.Measure, item.Target, item.Note, item.Link));
        ItemRows.Apply(
            department.Links, content.Links, (item, rank) => new DepartmentLink(item.Kind, item.Label, item.Address, rank),
            (link, item) => link.Change(item.Kind, item.Label, item.Address));
    }

    private async Task ApplyDeliveryAsync(DepartmentContent content) => department.SetDelivery(
        content.Delivery, content.Partner.Length == 0 ? null : await db.Partners.IncludingArchived().SingleAsync(p => p.Slug == content.Partner),
        content.ContractOwner);

    private static async Task ApplyPickedAsync<T>(List<T> picked, List<string> slugs, IQueryable<T> all) where T : NamedEntry
    {
        picked.RemoveAll(entry => !slugs.Contains(entry.Slug, StringComparer.OrdinalIgnoreCase));
        var added = slugs.Except(picked.Select(entry => entry.Slug), StringComparer.OrdinalIgnoreCase).ToList();
        picked.AddRange(await all.IncludingArchived().Where(entry => added.Contains(entry.Slug)).ToListAsync());
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

    // A tag stays written as whoever used it first wrote it.
    private async Task ApplyTagsAsync(List<string> names)
    {
        var wanted = names.ToDictionary(NameComparison.KeyOf);
        department.Tags.RemoveAll(tag => !wanted.ContainsKey(tag.NameKey));
        var missing = wanted.Keys.Except(department.Tags.Select(tag => tag.NameKey)).ToList();
        var known = await db.Tags.Where(tag => missing.Contains(tag.NameKey)).ToListAsync();
        department.Tags.AddRange(known);
        foreach (var key in missing.Except(known.Select(tag => tag.NameKey)))
            department.Tags.Add(new Tag(await FreeTagSlugAsync(wanted[key]), wanted[key]));
    }

    // Names that differ in marks or signs alone would have the same one: "C++" and "C#".
    private async Task<string> FreeTagSlugAsync(string name)
    {
        var proposed = SlugProposal.FromName(name) is { Length: > 0 } slug ? slug : "tag";
        for (var number = 1; ; number++)
        {
            var free = number == 1 ? proposed : $"{proposed}-{number.ToString(CultureInfo.InvariantCulture)}";
            if (!department.Tags.Exists(tag => tag.Slug == free) && !await db.Tags.AnyAsync(tag => tag.Slug == free))
                return free;
        }
    }
}
