using BpoDirectory.Data;
using BpoDirectory.Departments;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Api;

/// <summary>
/// The archived entries that a department names. Reading does not show them, so that what is sent back as it was read does not name them;
/// they stay, and are there again when they are restored.
/// </summary>
internal sealed record ArchivedNames(
    HashSet<string> Functions, HashSet<string> ServiceLines, HashSet<string> OutsourcingTypes, HashSet<string> Sites,
    HashSet<string> Clients, HashSet<string> People)
{
    /// <summary>Those that a content names.</summary>
    public static async Task<ArchivedNames> ReadAsync(DirectoryDbContext db, DepartmentContent content) => new(
        await AmongAsync(
            db.BusinessFunctions,
            content.Functions.Select(function => function.Slug).Concat(content.Channels.Select(channel => channel.Function))),
        await AmongAsync(db.ServiceLines, content.ServiceLines),
        await AmongAsync(db.OutsourcingTypes, content.OutsourcingTypes.Select(type => type.Slug)),
        await AmongAsync(db.Sites, content.Sites),
        await AmongAsync(db.Clients, content.Clients),
        await AmongAsync(
            db.People, content.People.Select(assigned => assigned.Person).Concat(content.Escalation.Select(step => step.Person))));

    /// <summary>Those of some slugs whose entries are archived.</summary>
    public static async Task<HashSet<string>> AmongAsync<T>(IQueryable<T> entries, IEnumerable<string> slugs) where T : Entry
    {
        var named = slugs.Where(slug => slug.Length > 0).ToList();
        return named.Count == 0 ? [] : await entries.IncludingArchived()
            .Where(entry => entry.IsArchived && named.Contains(EF.Property<string>(entry, "Slug")))
            .Select(entry => EF.Property<string>(entry, "Slug")).ToHashSetAsync(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What was sent and, in its former place, of what there was that which is archived and was not sent.</summary>
    public static List<T> Keep<T>(List<T> sent, List<T> present, Func<T, string> slugOf, HashSet<string> archived)
    {
        var named = sent.Select(slugOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return KeepUnseen(sent, present, item => archived.Contains(slugOf(item)) && !named.Contains(slugOf(item)));
    }

    /// <summary>What was sent and, in their former places, the items that are not read.</summary>
    public static List<T> KeepUnseen<T>(List<T> sent, List<T> present, Func<T, bool> isUnseen)
    {
        List<T> kept = [.. sent];
        foreach (var (place, item) in present.Index())
            if (isUnseen(item) && !kept.Contains(item))
                kept.Insert(Math.Min(place, kept.Count), item);
        return kept;
    }
}
