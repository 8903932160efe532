using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>An outsourcing type with the wordings that name it.</summary>
public sealed record NamedType(TypeAnswer Answer, IReadOnlyList<string[]> Wordings)
{
    public static async Task<IReadOnlyList<NamedType>> ReadAsync(DirectoryDbContext db, WordSplitter splitter, CancellationToken cancellation)
    {
        var types = await db.OutsourcingTypes.AsNoTracking().Include(t => t.Synonyms).OrderBy(t => t.Acronym).ToListAsync(cancellation);
        return [.. types.Select(type => new NamedType(
            new TypeAnswer(type.Slug, type.Acronym, type.Name, type.Summary),
            [.. type.Synonyms.Select(s => s.Text).Prepend(type.Name).Prepend(type.Acronym)
                .Select(wording => splitter.Split(wording).Select(word => word.Stem).Where(stem => stem != "and").ToArray())]))];
    }

    /// <summary>Whether the terms are one of this type's wordings, word for word.</summary>
    public bool IsNamedBy(Interpretation question) =>
        Wordings.Any(wording => wording.SequenceEqual(question.Terms.Select(term => term.Word.Stem)));
}
