using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Guide;

/// <summary>Guide articles, as they are edited.</summary>
public sealed class GuideArticleEditing : EntryEditing<GuideArticleContent>
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.GuideArticle;

    /// <inheritdoc />
    public override string Noun => "guide article";

    /// <inheritdoc />
    public override IQueryable<EntryRow> Rows(DirectoryDbContext db) => db.GuideArticles.IncludingArchived().Select(entry => new EntryRow
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Title, NameKey = entry.TitleKey, IsArchived = entry.IsArchived,
        Version = entry.Version, LastChange = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override string ShownIn => "the guide and its contents";

    /// <inheritdoc />
    public override IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id) =>
    [
        ("Linked from the articles", EntryType.GuideArticle,
            db.GuideArticles.Where(a => a.Id != id
                && db.GuideArticles.Any(linked => linked.Id == id && a.Body.Contains("/guide/" + linked.Slug + ")"))).Select(a => a.Id)),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentField> Fields => GuideArticleContent.Fields;

    /// <inheritdoc />
    public override ContentValidator<GuideArticleContent> Validator => new GuideArticleValidator(this);

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.GuideArticles.IncludingArchived().Include(a => a.Sources).SingleOrDefaultAsync(a => a.Id == id);

    /// <inheritdoc />
    public override GuideArticleContent Read(Entry entry) => GuideArticleContent.From((GuideArticle)entry);

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, GuideArticleContent content)
    {
        var last = await db.GuideArticles.IncludingArchived().MaxAsync(a => (int?)a.Rank) ?? 0;
        var article = new GuideArticle(content.Slug, content.Heading, content.Summary, content.Body, last + 1);
        db.Add(article);
        await ApplyAsync(db, article, content);
        return article;
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(DirectoryDbContext db, Entry entry, GuideArticleContent content)
    {
        var article = (GuideArticle)entry;
        article.Rename(content.Heading, content.Slug);
        article.Rewrite(content.Summary, content.Body);
        article.SetArchived(content.Archived);
        Citations.Update(article.Sources, content.Sources, await Citations.SourcesByCodeAsync(db));
    }

    /// <inheritdoc />
    public override Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        Task.FromResult<IReadOnlyCollection<int>>([]);
}
