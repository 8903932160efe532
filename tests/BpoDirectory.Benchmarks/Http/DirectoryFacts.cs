using BpoDirectory.Benchmarks.Ceiling;
using BpoDirectory.Benchmarks.Generation;
using BpoDirectory.Benchmarks.Hosting;

namespace BpoDirectory.Benchmarks.Http;

/// <summary>What departments can be asked for and narrowed by.</summary>
internal sealed record DepartmentFacts(string Slug, string Office, string Side, IReadOnlyList<string> Lines, IReadOnlyList<string> Types);

/// <summary>A word of the directory's texts and the number of departments that have it.</summary>
internal sealed record WordFacts(string Word, int Departments);

/// <summary>What is in a database, read so that requests can be made of it.</summary>
internal sealed class DirectoryFacts
{
    private const int ShortestWord = 5;

    public DirectoryFacts(string database, string index)
    {
        using var connection = PlainIndex.Open(database, index);
        var lines = Links("SELECT m.DepartmentId, l.Slug FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId");
        var types = Links("SELECT n.DepartmentId, t.Slug FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId");
        Departments = connection.Read(
            "SELECT Id, Slug, lower(Office), lower(Side) FROM Departments WHERE NOT IsArchived ORDER BY Id",
            row => new DepartmentFacts(
                row.GetString(1), row.GetString(2), row.GetString(3), [.. lines[row.GetInt64(0)]], [.. types[row.GetInt64(0)]]));
        Words = [.. connection.Read("SELECT term, doc FROM plain.PlainWords", row => new WordFacts(row.GetString(0), row.GetInt32(1)))
            .Where(word => word.Word.Length >= ShortestWord && word.Word.All(char.IsAsciiLetterLower)
                && !Lexis.Grammar.Contains(word.Word))];
        Descriptions =
            connection.Read(
                "SELECT lower(Summary || ' ' || Description) FROM Departments WHERE NOT IsArchived ORDER BY Id LIMIT 5000",
                row => row.GetString(0));

        ILookup<long, string> Links(string sql) =>
            connection.Read(sql, row => (Id: row.GetInt64(0), Slug: row.GetString(1))).ToLookup(link => link.Id, link => link.Slug);
    }

    /// <summary>Every department that is not archived.</summary>
    public IReadOnlyList<DepartmentFacts> Departments { get; }

    /// <summary>The words one might search for: of five letters or more, and not those that hold sentences together.</summary>
    public IReadOnlyList<WordFacts> Words { get; }

    /// <summary>Summaries and descriptions, in lower case, of the first few thousand departments.</summary>
    public IReadOnlyList<string> Descriptions { get; }
}
