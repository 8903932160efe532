using System.Text.RegularExpressions;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Meaning;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads what questions are compared with by meaning: the passages of search, and what functions are described by.</summary>
internal static partial class MeaningPassageReader
{
    private const int DepartmentsPerRead = 500;

    private const string DescribedFunctions =
        """
        SELECT o.DepartmentId, f.Id, f.Description, f.Description, o.Rank FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId
        WHERE o.DepartmentId IN (SELECT value FROM json_each($1)) AND NOT f.IsArchived AND f.Description <> ''
        UNION ALL
        SELECT o.DepartmentId, f.Id, f.Name || ': ' || s.value, s.value, o.Rank
        FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId, json_each(f.Situations) s
        WHERE o.DepartmentId IN (SELECT value FROM json_each($1)) AND NOT f.IsArchived
        """;

    private static readonly MatchField[] Fields =
        [MatchField.Name, MatchField.Function, MatchField.Responsibility, MatchField.Alias, MatchField.Summary, MatchField.Description];

    // What is left of a catalog with too many passages.
    private static readonly MatchField[] FieldsOfLargeCatalog = [MatchField.Name, MatchField.Function, MatchField.Responsibility];

    /// <summary>
    /// The passages of all departments in use, with at most so many different texts, and whether some were left out for that.
    /// </summary>
    public static (List<MeaningPassage> Passages, bool IsShortened) Read(SearchReader reader, int mostTexts)
    {
        var ids = reader.Session.Query("SELECT Id FROM Departments WHERE NOT IsArchived ORDER BY Id", row => row.GetInt32(0));
        return Read(reader, ids, Fields, mostTexts) is { } all
            ? (all, false)
            : (Read(reader, ids, FieldsOfLargeCatalog, mostTexts, isCut: true)!, true);
    }

    // Null when there are too many, unless the rest may be cut off.
    private static List<MeaningPassage>? Read(SearchReader reader, List<int> ids, MatchField[] fields, int mostTexts, bool isCut = false)
    {
        var passages = new List<MeaningPassage>();
        var texts = new HashSet<string>();
        foreach (var batch in ids.Chunk(DepartmentsPerRead))
        {
            foreach (var passage in ReadBatch(reader, batch, fields))
            {
                texts.Add(passage.Text);
                passages.Add(passage);
            }
            if (texts.Count > mostTexts)
                return isCut ? passages : null;
        }
        return passages;
    }

    private static IEnumerable<MeaningPassage> ReadBatch(SearchReader reader, int[] ids, MatchField[] fields)
    {
        var passages = new PassageReader(reader, ids);
        foreach (var field in fields)
            foreach (var (department, read) in passages.Read(field))
                foreach (var passage in read.SelectMany(Split))
                    yield return new MeaningPassage(
                        department, passage.Field, passage.Text, passage.Text[passage.Lead..], passage.FunctionId ?? 0, passage.OwnerRank);
        foreach (var described in reader.Session.Query(
            DescribedFunctions,
            row => new MeaningPassage(
                row.GetInt32(0), MatchField.Function, row.GetString(2), row.GetString(3), row.GetInt32(1), row.GetInt32(4)),
            ids))
            yield return described;
    }

    private static IEnumerable<Passage> Split(Passage passage) => passage.Field == MatchField.Description
        ? SentenceEnd().Split(passage.Text).Where(sentence => sentence.Length > 0).Select(sentence => passage with { Text = sentence })
        : [passage];

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd();
}
