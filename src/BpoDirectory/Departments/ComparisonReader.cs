using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>The departments that somebody wants to compare.</summary>
/// <param name="Departments">Those that there are, each once, in order; at most <see cref="DepartmentComparison.Most"/>.</param>
/// <param name="LeftOut">Those beyond that number.</param>
/// <param name="Repeated">Those that were asked for more than once.</param>
/// <param name="Unknown">What no department is called, as asked for.</param>
/// <param name="Former">Former addresses that were followed.</param>
/// <param name="IsByOtherName">Whether one was asked for by its name or a former address.</param>
public sealed record ComparisonChoice(
    IReadOnlyList<DepartmentDetails> Departments, IReadOnlyList<NamedLink> LeftOut, IReadOnlyList<NamedLink> Repeated,
    IReadOnlyList<UnknownDepartment> Unknown, IReadOnlyList<string> Former, bool IsByOtherName);

/// <summary>A text that no department is called, and departments that have it in their names.</summary>
public sealed record UnknownDepartment(string Text, IReadOnlyList<NamedLink> Near);

/// <summary>A department that can be chosen for a comparison.</summary>
public sealed record DepartmentChoice(string Slug, string Name, Office Office);

/// <summary>Two departments that own functions together, and how many.</summary>
public sealed record SharingDepartments(NamedLink First, NamedLink Second, int FunctionCount);

/// <summary>Finds the departments that somebody wants to compare: by slug, a slug they had before, a name or an alias.</summary>
public sealed class ComparisonReader(DepartmentReader departments, SlugRedirects addresses, IDbContextFactory<DirectoryDbContext> contexts)
{
    private const int MostAsked = 10;
    private const int MostNear = 5;

    /// <summary>The departments that these texts name; blank ones name none, and only the first ten count.</summary>
    /// <param name="texts">What they are called.</param>
    /// <param name="audience">Who reads; anybody where it is not told.</param>
    public async Task<ComparisonChoice> FindAsync(IEnumerable<string?> texts, Audience? audience = null)
    {
        var asked = texts.OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0).Take(MostAsked).ToList();
        var (found, leftOut, repeated) = (new List<DepartmentDetails>(), new List<NamedLink>(), new List<NamedLink>());
        var (unknown, former, isByOtherName) = (new List<UnknownDepartment>(), new List<string>(), false);
        foreach (var text in asked)
        {
            var department = departments.Find(text, audience);
            if (department is null && (addresses.FindPresentSlug(EntryType.Department, text) ?? await FindByNameAsync(text)) is { } slug)
            {
                department = departments.Find(slug, audience);
                isByOtherName = true;
                if (addresses.FindArchivedDepartment(text) is not null)
                    former.Add(text);
            }
            if (department is null)
                unknown.Add(new UnknownDepartment(text, await FindNearAsync(text)));
            else if (found.Exists(other => other.Slug == department.Slug) || leftOut.Exists(other => other.Slug == department.Slug))
                repeated.Add(new NamedLink(department.Slug, department.Name));
            else if (found.Count < DepartmentComparison.Most)
                found.Add(department);
            else
                leftOut.Add(new NamedLink(department.Slug, department.Name));
        }
        return new ComparisonChoice(
            found, leftOut, [.. repeated.Distinct()], [.. unknown.DistinctBy(one => one.Text)], [.. former.Distinct()], isByOtherName);
    }

    /// <summary>All departments by name, or null where there are more than <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<DepartmentChoice>?> ListAsync(int most)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var all = await db.Departments.OrderBy(d => d.NameKey).Take(most + 1)
            .Select(d => new DepartmentChoice(d.Slug, d.Name, d.Office)).ToListAsync();
        return all.Count > most ? null : all;
    }

    /// <summary>Pairs that own many functions together: found among main owners and their first co-owners, and counted over all.</summary>
    public async Task<IReadOnlyList<SharingDepartments>> SharingMostAsync(int most)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var neighbours =
            await db.FunctionOwners.Where(main => main.Rank == 1 && !main.BusinessFunction.IsArchived && !main.Department.IsArchived)
            .Join(
                db.FunctionOwners.Where(second => second.Rank == 2 && !second.Department.IsArchived),
                main => main.BusinessFunctionId, second => second.BusinessFunctionId,
                (main, second) => new { First = main.DepartmentId, Second = second.DepartmentId })
            .GroupBy(pair => pair).Select(pair => new { pair.Key.First, pair.Key.Second, Count = pair.Count() })
            .ToListAsync();
        var pairs = neighbours
            .GroupBy(pair => (First: Math.Min(pair.First, pair.Second), Second: Math.Max(pair.First, pair.Second)), pair => pair.Count)
            .OrderByDescending(pair => pair.Sum()).ThenBy(pair => pair.Key)
            .Take(most).Select(pair => pair.Key).ToList();
        var ids = pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().ToList();
        var names = await db.Departments.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => new NamedLink(d.Slug, d.Name));
        var owned = (await db.FunctionOwners.Where(o => ids.Contains(o.DepartmentId) && !o.BusinessFunction.IsArchived)
            .Select(o => new { o.DepartmentId, o.BusinessFunctionId })
            .ToListAsync()).ToLookup(o => o.DepartmentId, o => o.BusinessFunctionId);
        return
        [
            .. pairs.Select(pair => new SharingDepartments(
                    names[pair.First], names[pair.Second], owned[pair.First].Intersect(owned[pair.Second]).Count()))
                .OrderByDescending(pair => pair.FunctionCount),
        ];
    }

    private async Task<string?> FindByNameAsync(string text)
    {
        var key = NameComparison.KeyOf(text);
        await using var db = await contexts.CreateDbContextAsync();
        return key.Length == 0 ? null
            : await db.Departments.Where(d => d.NameKey == key || d.Aliases.Any(a => a.NameKey == key))
                .OrderBy(d => d.NameKey).Select(d => d.Slug).FirstOrDefaultAsync();
    }

    private async Task<IReadOnlyList<NamedLink>> FindNearAsync(string text)
    {
        var part = NameComparison.PartOf(text);
        await using var db = await contexts.CreateDbContextAsync();
        return part.Length == 0 ? []
            : await db.Departments.Where(d => d.NameKey.Contains(part) || d.Aliases.Any(a => a.NameKey.Contains(part)))
                .OrderByDescending(d => d.NameKey.Contains(part)).ThenBy(d => d.NameKey).Take(MostNear)
                .Select(d => new NamedLink(d.Slug, d.Name)).ToListAsync();
    }
}
