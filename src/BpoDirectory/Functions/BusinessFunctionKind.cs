using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Functions;

/// <summary>Functions, as they are edited.</summary>
public sealed class BusinessFunctionKind : EntryKind<BusinessFunctionContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Function;

    /// <inheritdoc />
    public override string Noun => "function";

    /// <inheritdoc />
    public override IQueryable<EntryLine> Lines(DirectoryDbContext db) => db.BusinessFunctions.IgnoreQueryFilters().Select(entry => new EntryLine
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, IsArchived = entry.IsArchived, Version = entry.Version, UpdatedAt = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string Places => "search, the functions from A to Z, and the pages of the departments that own it";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Owned by", EntryType.Department, db.FunctionOwners.Where(o => o.BusinessFunctionId == id).Select(o => o.DepartmentId)),
        ("Found through the synonym sets", EntryType.SynonymSet, db.SynonymSets.Where(s => s.BusinessFunction!.Id == id).Select(s => s.Id)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => BusinessFunctionContent.Fields;

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.BusinessFunctions.IgnoreQueryFilters()
            .Include(f => f.Synonyms)
            .Include(f => f.Owners).ThenInclude(o => o.Department)
            .Include(f => f.Owners).ThenInclude(o => o.Sources)
            .AsSplitQuery()
            .SingleOrDefaultAsync(f => f.Id == id);

    /// <inheritdoc />
    public override BusinessFunctionContent Read(Entry entry)
    {
        var function = (BusinessFunction)entry;
        return new BusinessFunctionContent
        {
            Name = function.Name,
            Slug = function.Slug,
            Description = function.Description,
            Note = function.Note ?? "",
            Archived = function.IsArchived,
            Synonyms = [.. function.Synonyms.OrderBy(s => s.Rank).Select(s => s.Text)],
            Owners = [.. function.Owners.OrderBy(o => o.Rank).Select(o => new OwnerContent
            {
                Slug = o.Department.Slug, Name = o.Department.Name, Reason = o.Reason ?? "", Sources = OtherEntries.Codes(o.Sources),
            })],
        };
    }

    /// <inheritdoc />
    public override BusinessFunctionContent StartFrom(BusinessFunctionContent original)
    {
        var copy = ContentJson.Copy(original);
        (copy.Name, copy.Slug, copy.Archived) = ("", "", false);
        return copy;
    }

    /// <inheritdoc />
    public override IReadOnlyList<FieldProblem> Check(BusinessFunctionContent content)
    {
        var problems = new ProblemList();
        problems.Check("name", () => Rules.Required(content.Name, "a function name", Rules.NameLength));
        problems.Check("slug", () => Rules.Slug(content.Slug));
        problems.Check("description", () => Rules.Required(content.Description, "a description of the function", Rules.SentenceLength));
        problems.Check("note", () => Rules.Optional(content.Note, "the note", Rules.SentenceLength));
        problems.CheckTexts("synonyms", content.Synonyms, "a synonym");
        foreach (var (index, owner) in content.Owners.Index())
            problems.Check($"owners[{index}].reason", () => Rules.Optional(owner.Reason, "the reason", Rules.SentenceLength));
        problems.CheckUnique(content.Owners.Select(o => o.Slug), index => $"owners[{index}].slug", "owner");
        return problems.All;
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<FieldProblem>> CheckAgainstOthersAsync(DirectoryDbContext db, int id, BusinessFunctionContent content)
    {
        var problems = new ProblemList();
        var (others, name) = (db.BusinessFunctions.IgnoreQueryFilters().Where(f => f.Id != id), content.Name.Trim());
        await problems.CheckFreeAsync("name", others.Where(f => f.Name == name).Select(f => new NamedLink(f.Slug, f.Name)), _ => $"“{name}” is the name of another function.");
        await problems.CheckAddressAsync(db, this, id, content.Slug);
        await problems.CheckKnownAsync("owners", db.Departments.Select(d => d.Slug), content.Owners.Select(o => o.Slug), "department");
        await problems.CheckKnownAsync("owners", db.Sources.Select(s => s.Code), content.Owners.SelectMany(o => o.Sources), "source");
        return problems.All;
    }

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, BusinessFunctionContent content)
    {
        var function = new BusinessFunction { Slug = content.Slug, Name = content.Name, Description = content.Description };
        db.Add(function);
        await ApplyAsync(db, function, content);
        return function;
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(DirectoryDbContext db, Entry entry, BusinessFunctionContent content)
    {
        var function = (BusinessFunction)entry;
        (function.Name, function.Slug, function.Description, function.Note) = (content.Name, content.Slug, content.Description, content.Note);
        function.SetArchived(content.Archived);
        OtherEntries.SetTexts(
            function.Synonyms, content.Synonyms, s => s.Text, (text, rank) => new FunctionSynonym { Text = text, Rank = rank },
            (synonym, text, rank) => (synonym.Text, synonym.Rank) = (text, rank));
        var sources = await OtherEntries.SourcesAsync(db);
        function.Owners.RemoveAll(o => !content.Owners.Exists(c => IsOf(c, o)));
        foreach (var (index, owner) in content.Owners.Index())
        {
            var row = function.Owners.Find(o => IsOf(owner, o));
            if (row is null)
                function.Owners.Add(row = new FunctionOwner { Department = await db.Departments.SingleAsync(d => d.Slug == owner.Slug), Rank = index + 1 });
            (row.Rank, row.Reason) = (index + 1, owner.Reason);
            OtherEntries.Cite(row.Sources, owner.Sources, sources);
        }
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        await db.FunctionOwners.Where(o => o.BusinessFunctionId == entry.Id).Select(o => o.DepartmentId).ToListAsync();

    private static bool IsOf(OwnerContent content, FunctionOwner owner) => string.Equals(content.Slug, owner.Department.Slug, StringComparison.OrdinalIgnoreCase);
}
