using BpoDirectory.Data;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Departments;

/// <summary>Makes how a department is reached, by whom and where it works what its content says, keeping the rows of what stays.</summary>
internal sealed class ReachWriter(Department department, DepartmentReferences references)
{
    public async Task ApplyAsync(DepartmentContent content)
    {
        ApplyChannels(content.Channels);
        ApplyHours(content.Hours);
        ApplyPeople(content);
        ApplyServiceLevelsAndLinks(content);
        department.SetDelivery(
            content.Delivery, content.Partner.Length == 0 ? null : references.Partners[content.Partner], content.ContractOwner);
        ApplyPicked(department.Clients, content.Clients, references.Clients);
        ApplyPicked(department.Sites, content.Sites, references.Sites);
        ApplyLanguages(content.Languages);
        await ApplyTagsAsync(content.Tags);
    }

    private void ApplyChannels(List<ChannelContent> channels)
    {
        ItemRows.Apply(
            department.Channels, channels,
            (item, rank) => new DepartmentChannel(item.Kind!.Value, item.Value, item.Label, item.Note, rank),
            (channel, item) =>
            {
                channel.Change(item.Kind!.Value, item.Value, item.Label, item.Note);
                channel.LeadTo(item.Function.Length == 0 ? null : references.Functions[item.Function]);
            });
    }

    private void ApplyHours(List<HoursContent> hours)
    {
        ItemRows.Apply(
            department.Hours, hours, Create,
            (interval, item) => interval.Change(item.FirstDay!.Value, item.LastDay!.Value, Time(item.Opens), Time(item.Closes)));

        static OpeningInterval Create(HoursContent item, int rank) =>
            new(item.FirstDay!.Value, item.LastDay!.Value, Time(item.Opens), Time(item.Closes), rank);

        static TimeOnly Time(string text) => OpeningInterval.ReadTime(text)!.Value;
    }

    private void ApplyPeople(DepartmentContent content)
    {
        var people = references.People;
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
            department.ServiceLevels, content.ServiceLevels,
            (item, rank) => new ServiceLevel(item.Measure, item.Target, item.Note, item.Link, rank),
            (level, item) => level.Change(item.Measure, item.Target, item.Note, item.Link));
        ItemRows.Apply(
            department.Links, content.Links, (item, rank) => new DepartmentLink(item.Kind, item.Label, item.Address, rank),
            (link, item) => link.Change(item.Kind, item.Label, item.Address));
    }

    private static void ApplyPicked<T>(List<T> picked, List<string> slugs, Dictionary<string, T> all) where T : NamedEntry
    {
        picked.RemoveAll(entry => !slugs.Contains(entry.Slug, StringComparer.OrdinalIgnoreCase));
        picked.AddRange(
            slugs.Except(picked.Select(entry => entry.Slug), StringComparer.OrdinalIgnoreCase).ToList().Select(slug => all[slug]));
    }

    private void ApplyLanguages(List<string> tags)
    {
        var wanted = tags.Select(tag => LocaleNames.TryNormalizeTag(tag)!).ToHashSet();
        department.Languages.RemoveAll(language => !wanted.Contains(language.Tag));
        wanted.ExceptWith(department.Languages.Select(language => language.Tag));
        department.Languages.AddRange(wanted.Select(references.LanguageOf));
    }

    private async Task ApplyTagsAsync(List<string> names)
    {
        var wanted = names.ToDictionary(NameComparison.KeyOf);
        department.Tags.RemoveAll(tag => !wanted.ContainsKey(tag.NameKey));
        foreach (var key in wanted.Keys.Except(department.Tags.Select(tag => tag.NameKey)).ToList())
            department.Tags.Add(await references.TagOfAsync(wanted[key]));
    }
}
