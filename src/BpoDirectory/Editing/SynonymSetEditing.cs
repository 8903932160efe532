using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Synonym sets, as they are edited. They stand here because search itself only reads them.</summary>
public sealed class SynonymSetEditing : EntryEditing<SynonymSetContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.SynonymSet;

    /// <inheritdoc />
    public override string Noun => "synonym set";

    /// <inheritdoc />
    public override IQueryable<EntryRow> Rows(DirectoryDbContext db) => db.SynonymSets.IncludingArchived().Select(entry => new EntryRow
    {
        Id = entry.Id, Slug = entry.Id.ToString(), Name = entry.Name, NameKey = entry.NameKey, IsArchived = entry.IsArchived,
        Version = entry.Version, LastChange = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string ShownIn => "search, where its words stand for each other";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Points at the department", EntryType.Department,
            db.SynonymSets.IncludingArchived().Where(s => s.Id == id && s.Department != null).Select(s => s.Department!.Id)),
        ("Points at the function", EntryType.Function,
            db.SynonymSets.IncludingArchived().Where(s => s.Id == id && s.BusinessFunction != null).Select(s => s.BusinessFunction!.Id)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => SynonymSetContent.Fields;

    /// <inheritdoc />
    public override ContentValidator<SynonymSetContent> Validator => new SynonymSetValidator(this);

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.SynonymSets.IncludingArchived().Include(s => s.Members).Include(s => s.Department).Include(s => s.BusinessFunction)
            .SingleOrDefaultAsync(s => s.Id == id);

    /// <inheritdoc />
    public override SynonymSetContent Read(Entry entry) => SynonymSetContent.From((SynonymSet)entry);

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, SynonymSetContent content)
    {
        var set = new SynonymSet(content.Name);
        db.Add(set);
        await ApplyAsync(db, set, content);
        return set;
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(DirectoryDbContext db, Entry entry, SynonymSetContent content)
    {
        var set = (SynonymSet)entry;
        set.Rename(content.Name);
        set.SetArchived(content.Archived);
        set.PointAt(
            content.Department.Length == 0 ? null : await db.Departments.IncludingArchived().SingleAsync(d => d.Slug == content.Department),
            content.Function.Length == 0
                ? null
                : await db.BusinessFunctions.IncludingArchived().SingleAsync(f => f.Slug == content.Function));
        OrderedTexts.Update(
            set.Members, content.Members, m => m.Text, (text, _) => new SynonymMember(text), (member, text, _) => member.Reword(text));
    }

    /// <inheritdoc />
    public override Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        Task.FromResult<IReadOnlyCollection<int>>([]);
}
