using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.OutsourcingTypes;

/// <summary>Outsourcing types, as they are edited.</summary>
public sealed class OutsourcingTypeKind : EntryKind<OutsourcingTypeContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.OutsourcingType;

    /// <inheritdoc />
    public override string Noun => "outsourcing type";

    /// <inheritdoc />
    public override IQueryable<EntryLine> Lines(DirectoryDbContext db) => db.OutsourcingTypes.IgnoreQueryFilters().Select(entry => new EntryLine
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, IsArchived = entry.IsArchived, Version = entry.Version, UpdatedAt = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string Places => "the list of outsourcing types, the filters of search, and the pages of the departments near it";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Near the departments", EntryType.Department, db.Set<OutsourcingTypeDepartment>().Where(n => n.OutsourcingTypeId == id).Select(n => n.DepartmentId)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => OutsourcingTypeContent.Fields;

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.OutsourcingTypes.IgnoreQueryFilters().Include(t => t.Synonyms).Include(t => t.Sources)
            .Include(t => t.Departments).ThenInclude(n => n.Department)
            .AsSplitQuery().SingleOrDefaultAsync(t => t.Id == id);

    /// <inheritdoc />
    public override OutsourcingTypeContent Read(Entry entry)
    {
        var type = (OutsourcingType)entry;
        return new OutsourcingTypeContent
        {
            Name = type.Name,
            Acronym = type.Acronym,
            Slug = type.Slug,
            Summary = type.Summary,
            Description = type.Description,
            Archived = type.IsArchived,
            Synonyms = [.. type.Synonyms.OrderBy(s => s.Rank).Select(s => s.Text)],
            Sources = OtherEntries.Codes(type.Sources),
            Departments = [.. type.Departments.OrderBy(n => n.Rank)
                .Select(n => new NearDepartmentContent { Slug = n.Department.Slug, Name = n.Department.Name, Reason = n.Reason })],
        };
    }

    /// <inheritdoc />
    public override OutsourcingTypeContent StartFrom(OutsourcingTypeContent original)
    {
        var copy = ContentJson.Copy(original);
        (copy.Name, copy.Acronym, copy.Slug, copy.Archived) = ("", "", "", false);
        return copy;
    }

    /// <inheritdoc />
    public override IReadOnlyList<FieldProblem> Check(OutsourcingTypeContent content)
    {
        var problems = new ProblemList();
        problems.Check("name", () => Rules.Required(content.Name, "a name of the outsourcing type", Rules.NameLength));
        problems.Check("acronym", () => Rules.Required(content.Acronym, "an acronym", Rules.AcronymLength));
        problems.Check("slug", () => Rules.Slug(content.Slug));
        problems.Check("summary", () => Rules.Required(content.Summary, "a summary", Rules.SentenceLength));
        problems.Check("description", () => Rules.Required(content.Description, "a description", Rules.MarkdownLength));
        problems.CheckTexts("synonyms", content.Synonyms, "a synonym");
        foreach (var (index, near) in content.Departments.Index())
            problems.Check($"departments[{index}].reason", () => Rules.Required(near.Reason, "a reason why the department is near", Rules.SentenceLength));
        problems.CheckUnique(content.Departments.Select(n => n.Slug), index => $"departments[{index}].slug", "department");
        return problems.All;
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<FieldProblem>> CheckAgainstOthersAsync(DirectoryDbContext db, int id, OutsourcingTypeContent content)
    {
        var problems = new ProblemList();
        var others = db.OutsourcingTypes.IgnoreQueryFilters().Where(t => t.Id != id);
        var (name, acronym) = (content.Name.Trim(), content.Acronym.Trim());
        await problems.CheckFreeAsync("name", Links(others.Where(t => t.Name == name)), _ => $"“{name}” is the name of another outsourcing type.");
        await problems.CheckFreeAsync("acronym", Links(others.Where(t => t.Acronym == acronym)), other => $"“{acronym}” is the acronym of {other.Name}.");
        await problems.CheckAddressAsync(db, this, id, content.Slug);
        await problems.CheckKnownAsync("departments", db.Departments.Select(d => d.Slug), content.Departments.Select(n => n.Slug), "department");
        await problems.CheckKnownAsync("sources", db.Sources.Select(s => s.Code), content.Sources, "source");
        return problems.All;
    }

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, OutsourcingTypeContent content)
    {
        var type = new OutsourcingType
        {
            Slug = content.Slug, Acronym = content.Acronym, Name = content.Name, Summary = content.Summary, Description = content.Description,
        };
        db.Add(type);
        await ApplyAsync(db, type, content);
        return type;
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(DirectoryDbContext db, Entry entry, OutsourcingTypeContent content)
    {
        var type = (OutsourcingType)entry;
        (type.Name, type.Acronym, type.Slug) = (content.Name, content.Acronym, content.Slug);
        (type.Summary, type.Description) = (content.Summary, content.Description);
        type.SetArchived(content.Archived);
        OtherEntries.SetTexts(
            type.Synonyms, content.Synonyms, s => s.Text, (text, rank) => new OutsourcingTypeSynonym { Text = text, Rank = rank },
            (synonym, text, rank) => (synonym.Text, synonym.Rank) = (text, rank));
        OtherEntries.Cite(type.Sources, content.Sources, await OtherEntries.SourcesAsync(db));
        type.Departments.RemoveAll(n => !content.Departments.Exists(c => IsOf(c, n)));
        foreach (var (index, near) in content.Departments.Index())
            if (type.Departments.Find(n => IsOf(near, n)) is { } row)
                (row.Rank, row.Reason) = (index + 1, near.Reason);
            else
                type.Departments.Add(new OutsourcingTypeDepartment
                {
                    Department = await db.Departments.SingleAsync(d => d.Slug == near.Slug), Rank = index + 1, Reason = near.Reason,
                });
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        await db.Set<OutsourcingTypeDepartment>().Where(n => n.OutsourcingTypeId == entry.Id).Select(n => n.DepartmentId).ToListAsync();

    private static IQueryable<NamedLink> Links(IQueryable<OutsourcingType> types) => types.Select(t => new NamedLink(t.Slug, t.Name));

    private static bool IsOf(NearDepartmentContent content, OutsourcingTypeDepartment near) =>
        string.Equals(content.Slug, near.Department.Slug, StringComparison.OrdinalIgnoreCase);
}
