using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Guide;

/// <summary>What a guide article’s content must keep to among all other entries.</summary>
internal sealed class GuideArticleValidator(EntryEditing<GuideArticleContent> editing) : ContentValidator<GuideArticleContent>(editing)
{
    /// <inheritdoc />
    protected override async Task CheckAgainstOthersAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<GuideArticleContent>> checks)
    {
        foreach (var check in checks)
        {
            var (id, title) = (check.Id, check.Content.Heading.Trim());
            var holders = db.GuideArticles.IncludingArchived().Where(a => a.Id != id && a.Title == title)
                .Select(a => new NamedLink(a.Slug, a.Title));
            await CheckFreeAsync("heading", holders, _ => $"“{title}” is the title of another article.", check.Problems);
        }
        await CheckSourcesAsync(db, checks, "sources", content => content.Sources);
    }
}
