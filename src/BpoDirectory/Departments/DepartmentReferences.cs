using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Departments;

/// <summary>
/// The entries that departments name by slugs and codes, tracked: asked for once, for all departments that are saved together.
/// </summary>
internal sealed class DepartmentReferences
{
    private readonly DirectoryDbContext _db;
    private readonly HashSet<BusinessFunction> _withOwners = [];
    private Dictionary<int, int> _lineRanks = [];
    private Dictionary<int, int> _typeRanks = [];

    private DepartmentReferences(DirectoryDbContext db, OwnerRanks? ranks) => (_db, Ranks) = (db, ranks);

    /// <summary>Where ranks among owners are noted, to be settled when all departments are saved; null where each settles them.</summary>
    public OwnerRanks? Ranks { get; }

    public Dictionary<string, Source> Sources { get; private set; } = [];

    /// <summary>Those that departments are parts of, with all above them, and successors.</summary>
    public Dictionary<string, Department> Departments { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By normalised user name.</summary>
    public Dictionary<string, Account> Keepers { get; private set; } = [];

    /// <summary>With their owners, where a department becomes one of them and settles their ranks.</summary>
    public Dictionary<string, BusinessFunction> Functions { get; private set; } = [];

    public Dictionary<string, Person> People { get; private set; } = [];

    public Dictionary<string, Client> Clients { get; private set; } = [];

    public Dictionary<string, Site> Sites { get; private set; } = [];

    public Dictionary<string, Partner> Partners { get; private set; } = [];

    public Dictionary<string, ServiceLine> ServiceLines { get; private set; } = [];

    public Dictionary<string, OutsourcingType> OutsourcingTypes { get; private set; } = [];

    private Dictionary<string, Language> Languages { get; set; } = [];

    private Dictionary<string, Tag> Tags { get; set; } = [];

    /// <summary>Loads what these contents name; the departments are loaded, or null where they are new.</summary>
    public static async Task<DepartmentReferences> LoadAsync(
        DirectoryDbContext db, IReadOnlyList<(Department? Department, DepartmentContent Content)> saved, OwnerRanks? ranks)
    {
        var contents = saved.Select(save => save.Content).ToList();
        var references = new DepartmentReferences(db, ranks) { Sources = await Citations.SourcesByCodeAsync(db) };
        await references.LoadDepartmentsAsync(contents);
        await references.LoadFunctionsAsync(saved);
        references.Keepers = await LoadAsync(
            Keys(contents.Select(c => Account.Normalize(c.Keeper))), keys => db.Accounts.Where(a => keys.Contains(a.NormalizedUserName!)),
            a => a.NormalizedUserName!);
        references.People =
            await LoadAsync(
                Keys(contents.SelectMany(c => c.People.Select(p => p.Person).Concat(c.Escalation.Select(e => e.Person)))), db.People);
        references.Clients = await LoadAsync(Keys(contents.SelectMany(c => c.Clients)), db.Clients);
        references.Sites = await LoadAsync(Keys(contents.SelectMany(c => c.Sites)), db.Sites);
        references.Partners = await LoadAsync(Keys(contents.Select(c => c.Partner)), db.Partners);
        references.Languages = await LoadAsync(
            Keys(contents.SelectMany(c => c.Languages).Select(tag => LocaleNames.TryNormalizeTag(tag)!)),
            keys => db.Languages.Where(l => keys.Contains(l.Tag)), l => l.Tag);
        references.Tags = await LoadAsync(
            Keys(contents.SelectMany(c => c.Tags).Select(NameComparison.KeyOf)), keys => db.Tags.Where(t => keys.Contains(t.NameKey)),
            t => t.NameKey);
        references.ServiceLines = await LoadAsync(
            Keys(contents.SelectMany(c => c.ServiceLines)), keys => db.ServiceLines.IncludingArchived().Where(l => keys.Contains(l.Slug)),
            l => l.Slug);
        references.OutsourcingTypes = await LoadAsync(
            Keys(contents.SelectMany(c => c.OutsourcingTypes).Select(t => t.Slug)),
            keys => db.OutsourcingTypes.IncludingArchived().Where(t => keys.Contains(t.Slug)), t => t.Slug);
        await references.LoadRanksAsync();
        return references;
    }

    /// <summary>The rank behind the last department of the line.</summary>
    public int NextRankIn(ServiceLine line) => _lineRanks[line.Id] = _lineRanks.GetValueOrDefault(line.Id) + 1;

    /// <summary>The rank behind the last department near the type.</summary>
    public int NextRankNear(OutsourcingType type) => _typeRanks[type.Id] = _typeRanks.GetValueOrDefault(type.Id) + 1;

    /// <summary>The language of a tag; a new one where no department speaks it yet.</summary>
    public Language LanguageOf(string tag) => Languages.TryGetValue(tag, out var known) ? known : Languages[tag] = new Language(tag);

    /// <summary>The tag of a name, written as whoever used it first wrote it; a new one where nobody did.</summary>
    public async Task<Tag> TagOfAsync(string name)
    {
        var key = NameComparison.KeyOf(name);
        return Tags.TryGetValue(key, out var known) ? known : Tags[key] = new Tag(await FreeTagSlugAsync(name), name);
    }

    /// <summary>Loads the owners of a function where they are not loaded yet.</summary>
    public async Task LoadOwnersAsync(BusinessFunction function)
    {
        if (_withOwners.Add(function))
            await _db.Entry(function).Collection(f => f.Owners).LoadAsync();
    }

    // Names that differ in marks or signs alone would have the same one: "C++" and "C#".
    private async Task<string> FreeTagSlugAsync(string name)
    {
        var proposed = SlugProposal.FromName(name) is { Length: > 0 } slug ? slug : "tag";
        for (var number = 1; ; number++)
        {
            var free = number == 1 ? proposed : $"{proposed}-{number.ToString(CultureInfo.InvariantCulture)}";
            if (!Tags.Values.Any(tag => tag.Slug == free) && !await _db.Tags.AnyAsync(tag => tag.Slug == free))
                return free;
        }
    }

    // With all above a parent, so that the entity can see a cycle.
    private async Task LoadDepartmentsAsync(List<DepartmentContent> contents)
    {
        var slugs = Keys(contents.SelectMany(content => new[] { content.Parent, content.Successor }));
        if (slugs.Count == 0)
            return;
        var found = await _db.Departments.IncludingArchived().Where(d => slugs.Contains(d.Slug)).ToListAsync();
        foreach (var department in found)
            Departments[department.Slug] = department;
        for (var above = found; above.Count > 0;)
        {
            var ids = above.Where(department => department is { ParentId: not null, Parent: null })
                .Select(department => department.ParentId!.Value).ToHashSet();
            above = ids.Count == 0 ? [] : await _db.Departments.IncludingArchived().Where(d => ids.Contains(d.Id)).ToListAsync();
        }
    }

    private async Task LoadFunctionsAsync(IReadOnlyList<(Department? Department, DepartmentContent Content)> saved)
    {
        var owned = Keys(saved.SelectMany(save => save.Content.Functions.Select(f => f.Slug)
            .Except(save.Department?.Functions.Select(o => o.BusinessFunction.Slug) ?? [], StringComparer.OrdinalIgnoreCase)));
        var reached =
            Keys(saved.SelectMany(save => save.Content.Channels.Select(c => c.Function)).Except(owned, StringComparer.OrdinalIgnoreCase));
        var functions = _db.BusinessFunctions.IncludingArchived();
        Functions = await LoadAsync(
            owned, keys => (Ranks is null ? functions.Include(f => f.Owners) : functions).Where(f => keys.Contains(f.Slug)), f => f.Slug);
        if (Ranks is null)
            _withOwners.UnionWith(Functions.Values);
        else
            await Ranks.LoadAsync(
                [.. Functions.Values.Select(f => f.Id),
                    .. saved.SelectMany(save => save.Department?.Functions.Select(o => o.BusinessFunctionId) ?? [])]);
        var others = await LoadAsync(reached, keys => functions.Where(f => keys.Contains(f.Slug)), f => f.Slug);
        foreach (var (slug, function) in others)
            Functions.TryAdd(slug, function);
    }

    private async Task LoadRanksAsync()
    {
        var (lines, types) =
            (ServiceLines.Values.Select(line => line.Id).ToList(), OutsourcingTypes.Values.Select(type => type.Id).ToList());
        if (lines.Count > 0)
            _lineRanks = await _db.Set<ServiceLineDepartment>().Where(m => lines.Contains(m.ServiceLineId))
                .GroupBy(m => m.ServiceLineId).Select(group => new { group.Key, Last = group.Max(m => m.Rank) })
                .ToDictionaryAsync(line => line.Key, line => line.Last);
        if (types.Count > 0)
            _typeRanks = await _db.Set<OutsourcingTypeDepartment>().Where(n => types.Contains(n.OutsourcingTypeId))
                .GroupBy(n => n.OutsourcingTypeId).Select(group => new { group.Key, Last = group.Max(n => n.Rank) })
                .ToDictionaryAsync(type => type.Key, type => type.Last);
    }

    private static Task<Dictionary<string, T>> LoadAsync<T>(List<string> slugs, IQueryable<T> all) where T : NamedEntry =>
        LoadAsync(slugs, keys => all.IncludingArchived().Where(entry => keys.Contains(entry.Slug)), entry => entry.Slug);

    private static async Task<Dictionary<string, T>> LoadAsync<T>(
        List<string> keys, Func<List<string>, IQueryable<T>> find, Func<T, string> keyOf) =>
        keys.Count == 0
            ? new(StringComparer.OrdinalIgnoreCase)
            : await find(keys).ToDictionaryAsync(keyOf, StringComparer.OrdinalIgnoreCase);

    private static List<string> Keys(IEnumerable<string> keys) =>
        [.. keys.Where(key => key.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
