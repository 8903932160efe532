using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Sites;

/// <summary>What a site's content must keep to among all other entries.</summary>
internal sealed class SiteValidator(EntryEditing<SiteContent> editing) : ContentValidator<SiteContent>(editing)
{
    /// <inheritdoc />
    protected override Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, SiteContent content, ProblemList problems) =>
        CheckNameAsync(db, id, content.Name, problems);
}
