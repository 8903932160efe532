using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>An outsourcing type with the wordings that name it, as stems.</summary>
public sealed record NamedType(TypeAnswer Answer, IReadOnlyList<string[]> Wordings)
{
    /// <summary>All types by acronym.</summary>
    public static IReadOnlyList<NamedType> Read(ReadSession session, WordSplitter splitter)
    {
        var synonyms = session.Query(
                "SELECT OutsourcingTypeId, Text FROM OutsourcingTypeSynonym ORDER BY Rank", row => (Type: row.GetInt32(0), Text: row.GetString(1)))
            .ToLookup(synonym => synonym.Type, synonym => synonym.Text);
        return session.Query(
            "SELECT Id, Slug, Acronym, Name, Summary FROM OutsourcingTypes WHERE NOT IsArchived ORDER BY Acronym",
            row =>
            {
                var answer = new TypeAnswer(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4));
                return new NamedType(answer, [.. synonyms[row.GetInt32(0)].Prepend(answer.Name).Prepend(answer.Acronym)
                    .Select(wording => splitter.Split(wording).Select(word => word.Stem).Where(stem => stem != "and").ToArray())]);
            });
    }

    /// <summary>Whether the terms are one of this type's wordings, word for word.</summary>
    public bool IsNamedBy(Interpretation question) =>
        Wordings.Any(wording => wording.SequenceEqual(question.Terms.Select(term => term.Word.Stem)));
}
