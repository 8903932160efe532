using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Guide;

/// <summary>What a guide article’s content must keep to among all other entries.</summary>
internal sealed class GuideArticleValidator(EntryEditing<GuideArticleContent> editing) : ContentValidator<GuideArticleContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, GuideArticleContent content, ProblemList problems)
    {
        var (others, title) = (db.GuideArticles.IncludingArchived().Where(a => a.Id != id), content.Heading.Trim());
        var holders = others.Where(a => a.Title == title).Select(a => new NamedLink(a.Slug, a.Title));
        await CheckFreeAsync("heading", holders, _ => $"“{title}” is the title of another article.", problems);
        await CheckSourcesAsync("sources", db, content.Sources, problems);
    }
}
