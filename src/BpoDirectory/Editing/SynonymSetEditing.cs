using System.Globalization;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Synonym sets, as they are edited. They stand here because search itself only reads them.</summary>
public sealed class SynonymSetEditing : EntryEditing<SynonymSetContent>
{
    private const int FewestMembers = 2;

    /// <inheritdoc />
    public override EntryType Type => EntryType.SynonymSet;

    /// <inheritdoc />
    public override string Noun => "synonym set";

    /// <inheritdoc />
    public override IQueryable<EntryRow> Rows(DirectoryDbContext db) => db.SynonymSets.IgnoreQueryFilters().Select(entry => new EntryRow
    {
        Id = entry.Id, Slug = entry.Id.ToString(), Name = entry.Name, IsArchived = entry.IsArchived, Version = entry.Version, UpdatedAt = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string Places => "search, where its words stand for each other";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Points at the department", EntryType.Department, db.SynonymSets.IgnoreQueryFilters().Where(s => s.Id == id && s.Department != null).Select(s => s.Department!.Id)),
        ("Points at the function", EntryType.Function, db.SynonymSets.IgnoreQueryFilters().Where(s => s.Id == id && s.BusinessFunction != null).Select(s => s.BusinessFunction!.Id)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => SynonymSetContent.Fields;

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.SynonymSets.IgnoreQueryFilters().Include(s => s.Members).Include(s => s.Department).Include(s => s.BusinessFunction)
            .SingleOrDefaultAsync(s => s.Id == id);

    /// <inheritdoc />
    public override SynonymSetContent Read(Entry entry)
    {
        var set = (SynonymSet)entry;
        return new SynonymSetContent
        {
            Name = set.Name,
            Slug = set.Id.ToString(CultureInfo.InvariantCulture),
            Members = [.. set.Members.OrderBy(m => m.Id).Select(m => m.Text)],
            Department = set.Department?.Slug ?? "",
            Function = set.BusinessFunction?.Slug ?? "",
            Archived = set.IsArchived,
        };
    }

    /// <inheritdoc />
    public override SynonymSetContent StartFrom(SynonymSetContent original)
    {
        var copy = ContentJson.Copy(original);
        (copy.Name, copy.Slug, copy.Archived) = ("", "", false);
        return copy;
    }

    /// <inheritdoc />
    public override IReadOnlyList<FieldProblem> Check(SynonymSetContent content)
    {
        var problems = new ProblemList();
        problems.Check("name", () => Rules.Required(content.Name, "a name of the synonym set", Rules.NameLength));
        problems.CheckTexts("members", content.Members, "a word or phrase");
        if (content.Members.Count < FewestMembers && content.Department.Length == 0 && content.Function.Length == 0)
            problems.Add("members", "Enter two words or phrases that mean the same, or choose what the set points at.");
        if (content.Members.Count == 0)
            problems.Add("members", "Enter a word or phrase.");
        return problems.All;
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<FieldProblem>> CheckAgainstOthersAsync(DirectoryDbContext db, int id, SynonymSetContent content)
    {
        var problems = new ProblemList();
        var name = content.Name.Trim();
        var others = Rows(db).Where(line => line.Id != id && line.Name == name).Select(line => new NamedLink(line.Slug, line.Name));
        await problems.CheckFreeAsync("name", others, _ => $"“{name}” is the name of another synonym set.");
        await problems.CheckKnownAsync("department", db.Departments.Select(d => d.Slug), [content.Department], "department");
        await problems.CheckKnownAsync("function", db.BusinessFunctions.IgnoreQueryFilters().Select(f => f.Slug), [content.Function], "function");
        return problems.All;
    }

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, SynonymSetContent content)
    {
        var set = new SynonymSet { Name = content.Name };
        db.Add(set);
        await ApplyAsync(db, set, content);
        return set;
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(DirectoryDbContext db, Entry entry, SynonymSetContent content)
    {
        var set = (SynonymSet)entry;
        set.Name = content.Name;
        set.SetArchived(content.Archived);
        set.Department = content.Department.Length == 0 ? null : await db.Departments.SingleAsync(d => d.Slug == content.Department);
        set.BusinessFunction = content.Function.Length == 0 ? null : await db.BusinessFunctions.IgnoreQueryFilters().SingleAsync(f => f.Slug == content.Function);
        OtherEntries.SetTexts(
            set.Members, content.Members, m => m.Text, (text, _) => new SynonymMember { Text = text }, (member, text, _) => member.Text = text);
    }

    /// <inheritdoc />
    public override Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        Task.FromResult<IReadOnlyCollection<int>>([]);
}
