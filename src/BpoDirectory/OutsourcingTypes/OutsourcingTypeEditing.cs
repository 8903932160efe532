using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.OutsourcingTypes;

/// <summary>Outsourcing types, as they are edited.</summary>
public sealed class OutsourcingTypeEditing : EntryEditing<OutsourcingTypeContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.OutsourcingType;

    /// <inheritdoc />
    public override string Noun => "outsourcing type";

    /// <inheritdoc />
    public override IQueryable<EntryRow> Rows(DirectoryDbContext db) => db.OutsourcingTypes.IncludingArchived().Select(entry => new EntryRow
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, NameKey = entry.NameKey, IsArchived = entry.IsArchived,
        Version = entry.Version, LastChange = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string ShownIn => "the list of outsourcing types, the filters of search, and the pages of the departments near it";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Near the departments", EntryType.Department,
            db.Set<OutsourcingTypeDepartment>().Where(n => n.OutsourcingTypeId == id).Select(n => n.DepartmentId)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => OutsourcingTypeContent.Fields;

    /// <inheritdoc />
    public override ContentValidator<OutsourcingTypeContent> Validator => new OutsourcingTypeValidator(this);

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.OutsourcingTypes.IncludingArchived().Include(t => t.Synonyms).Include(t => t.Sources)
            .Include(t => t.Departments).ThenInclude(n => n.Department)
            .AsSplitQuery().SingleOrDefaultAsync(t => t.Id == id);

    /// <inheritdoc />
    public override OutsourcingTypeContent Read(Entry entry) => OutsourcingTypeContent.From((OutsourcingType)entry);

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, OutsourcingTypeContent content)
    {
        var type = new OutsourcingType(content.Slug, content.Acronym, content.Name, content.Summary, content.Description);
        db.Add(type);
        await ApplyAsync(db, type, content);
        return type;
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(DirectoryDbContext db, Entry entry, OutsourcingTypeContent content)
    {
        var type = (OutsourcingType)entry;
        type.Rename(content.Name, content.Acronym, content.Slug);
        type.Describe(content.Summary, content.Description);
        type.SetArchived(content.Archived);
        OrderedTexts.Update(
            type.Synonyms, content.Synonyms, s => s.Text, (text, rank) => new OutsourcingTypeSynonym(text, rank),
            (synonym, text, rank) =>
            {
                synonym.Reword(text);
                synonym.MoveTo(rank);
            });
        Citations.Update(type.Sources, content.Sources, await Citations.SourcesByCodeAsync(db));
        type.Departments.RemoveAll(n => !content.Departments.Exists(c => IsOf(c, n)));
        foreach (var (index, near) in content.Departments.Index())
        {
            if (type.Departments.Find(n => IsOf(near, n)) is { } row)
            {
                row.MoveTo(index + 1);
                row.Explain(near.Reason);
                continue;
            }
            var department = await db.Departments.IncludingArchived().SingleAsync(d => d.Slug == near.Slug);
            type.Departments.Add(new OutsourcingTypeDepartment(department, index + 1, near.Reason));
        }
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        await db.Set<OutsourcingTypeDepartment>().Where(n => n.OutsourcingTypeId == entry.Id).Select(n => n.DepartmentId).ToListAsync();

    private static bool IsOf(NearDepartmentContent content, OutsourcingTypeDepartment near) =>
        string.Equals(content.Slug, near.Department.Slug, StringComparison.OrdinalIgnoreCase);
}
