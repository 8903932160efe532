using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Functions;

/// <summary>Functions, as they are edited.</summary>
public sealed class BusinessFunctionEditing : EntryEditing<BusinessFunctionContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Function;

    /// <inheritdoc />
    public override string Noun => "function";

    /// <inheritdoc />
    public override IQueryable<EntryRow> Rows(DirectoryDbContext db) =>
        db.BusinessFunctions.IncludingArchived().Select(entry => new EntryRow
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, NameKey = entry.NameKey, IsArchived = entry.IsArchived,
        Version = entry.Version, LastChange = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string ShownIn => "search, the functions from A to Z, and the pages of the departments that own it";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Owned by", EntryType.Department, db.FunctionOwners.Where(o => o.BusinessFunctionId == id).Select(o => o.DepartmentId)),
        ("Found through the synonym sets", EntryType.SynonymSet, db.SynonymSets.Where(s => s.BusinessFunction!.Id == id).Select(s => s.Id)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => BusinessFunctionContent.Fields;

    /// <inheritdoc />
    public override ContentValidator<BusinessFunctionContent> Validator => new BusinessFunctionValidator(this);

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) => await Complete(db).SingleOrDefaultAsync(f => f.Id == id);

    /// <inheritdoc />
    public override async Task<IReadOnlyList<Entry>> LoadAllAsync(DirectoryDbContext db, IReadOnlyCollection<int> ids) =>
        await Complete(db).Where(f => ids.Contains(f.Id)).ToListAsync();

    // With everything that a content shows.
    private static IQueryable<BusinessFunction> Complete(DirectoryDbContext db) =>
        db.BusinessFunctions.IncludingArchived()
            .Include(f => f.Synonyms)
            .Include(f => f.Owners).ThenInclude(o => o.Department)
            .Include(f => f.Owners).ThenInclude(o => o.Sources)
            .AsSplitQuery();

    /// <inheritdoc />
    public override async Task<IReadOnlyList<BusinessFunctionContent>> ReadManyAsync(DirectoryDbContext db, IReadOnlyList<int> ids)
    {
        var functions = await Complete(db).AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
        return [.. ids.Select(id => BusinessFunctionContent.From(functions[id]))];
    }

    /// <inheritdoc />
    public override BusinessFunctionContent Read(Entry entry) => BusinessFunctionContent.From((BusinessFunction)entry);

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, BusinessFunctionContent content) =>
        (await ApplyAllAsync(db, [(null, content)]))[0];

    /// <inheritdoc />
    public override Task ApplyAsync(DirectoryDbContext db, Entry entry, BusinessFunctionContent content) =>
        ApplyAllAsync(db, [(entry, content)]);

    /// <inheritdoc />
    public override async Task<IReadOnlyList<Entry>> ApplyAllAsync(
        DirectoryDbContext db, IReadOnlyList<(Entry? Entry, BusinessFunctionContent Content)> contents, OwnerRanks? ranks = null)
    {
        var slugs = contents.SelectMany(save => save.Content.Owners).Select(owner => owner.Slug).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var owners = await db.Departments.IncludingArchived().Where(d => slugs.Contains(d.Slug))
            .ToDictionaryAsync(d => d.Slug, StringComparer.OrdinalIgnoreCase);
        var sources = await Citations.SourcesByCodeAsync(db);
        var functions = new List<BusinessFunction>();
        foreach (var (entry, content) in contents)
        {
            var function = (BusinessFunction?)entry ?? new BusinessFunction(content.Slug, content.Name, content.Description);
            if (entry is null)
                db.Add(function);
            Apply(function, content, owners, sources);
            functions.Add(function);
        }
        return functions;
    }

    private static void Apply(
        BusinessFunction function, BusinessFunctionContent content, Dictionary<string, Department> owners,
        Dictionary<string, Source> sources)
    {
        function.Rename(content.Name, content.Slug);
        function.Describe(content.Description, content.Note);
        function.Illustrate(content.Situations);
        function.SetArchived(content.Archived);
        OrderedTexts.Update(
            function.Synonyms, content.Synonyms, s => s.Text, (text, rank) => new FunctionSynonym(text, rank),
            (synonym, text, rank) =>
            {
                synonym.Reword(text);
                synonym.MoveTo(rank);
            });
        function.Owners.RemoveAll(o => !content.Owners.Exists(c => IsOf(c, o)));
        foreach (var (index, owner) in content.Owners.Index())
        {
            var row = function.Owners.Find(o => IsOf(owner, o));
            if (row is null)
                function.Owners.Add(row = new FunctionOwner(owners[owner.Slug], index + 1));
            row.MoveTo(index + 1);
            row.Explain(owner.Reason);
            Citations.Update(row.Sources, owner.Sources, sources);
        }
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        await db.FunctionOwners.Where(o => o.BusinessFunctionId == entry.Id).Select(o => o.DepartmentId).ToListAsync();

    /// <inheritdoc />
    public override async Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, IReadOnlyCollection<int> ids) =>
        await db.FunctionOwners.Where(o => ids.Contains(o.BusinessFunctionId)).Select(o => o.DepartmentId).Distinct().ToListAsync();

    private static bool IsOf(OwnerContent content, FunctionOwner owner) =>
        string.Equals(content.Slug, owner.Department.Slug, StringComparison.OrdinalIgnoreCase);
}
