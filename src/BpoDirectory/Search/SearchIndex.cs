using System.Data.Common;
using System.Text;
using BpoDirectory.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>The full-text index over departments: SQLite FTS5, one row for each department, one column for each kind of text.</summary>
public static class SearchIndex
{
    private static readonly MatchField[][] Columns =
    [
        [MatchField.Name], [MatchField.Alias], [MatchField.Function], [], [MatchField.Responsibility],
        [MatchField.ServiceLine], [MatchField.Type], [MatchField.Summary], [MatchField.Description],
    ];

    /// <summary>Indexes the departments anew, in the transaction that <paramref name="db"/> is in; archived ones leave the index.</summary>
    public static async Task UpdateAsync(DirectoryDbContext db, IReadOnlyCollection<int> departmentIds, CancellationToken cancellation)
    {
        var splitter = (await Lexicon.ReadAsync(db, cancellation)).Splitter;
        var passages = await PassageReader.ReadAsync(db, splitter, departmentIds, cancellation);
        var shown = await db.Departments.Where(d => departmentIds.Contains(d.Id) && !d.IsArchived).Select(d => d.Id).ToListAsync(cancellation);
        var connection = db.Database.GetDbConnection();
        foreach (var id in departmentIds)
            await ExecuteAsync(connection, "DELETE FROM DepartmentIndex WHERE rowid = $id", [("$id", id)], cancellation);
        foreach (var id in shown)
            await InsertAsync(connection, id, passages[id], cancellation);
    }

    /// <summary>Indexes every department anew.</summary>
    public static async Task RebuildAsync(DirectoryDbContext db, CancellationToken cancellation) =>
        await UpdateAsync(db, await db.Departments.Select(d => d.Id).ToListAsync(cancellation), cancellation);

    /// <summary>The words of the index, each with the number of departments that have it.</summary>
    public static async Task<Vocabulary> ReadVocabularyAsync(DirectoryDbContext db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT term, doc FROM DepartmentIndexWords";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            words[reader.GetString(0)] = reader.GetInt32(1);
        return new Vocabulary(await db.Departments.CountAsync(d => !d.IsArchived, cancellation), words);
    }

    /// <summary>The keys of the departments that a reading is met in, ascending.</summary>
    public static async Task<List<int>> FindAsync(DirectoryDbContext db, Reading reading, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT rowid FROM DepartmentIndex WHERE DepartmentIndex MATCH $expression";
        command.Parameters.Add(new SqliteParameter("$expression", Expression(reading)));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<int>();
        while (await reader.ReadAsync(cancellation))
            ids.Add(reader.GetInt32(0));
        return ids;
    }

    // Words come from the vocabulary, but are quoted all the same: whatever stands in quotes is a word to FTS5, never an operator.
    private static string Expression(Reading reading) =>
        string.Join(" AND ", reading.Phrase.Select(forms => "(" + string.Join(" OR ", forms.Select(Quoted)) + ")"));

    private static string Quoted(string word) => '"' + word.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static async Task InsertAsync(DbConnection connection, int id, List<Passage> passages, CancellationToken cancellation)
    {
        // Function names and the wordings people use for them are columns of their own: the former weigh more.
        var texts = Columns.Select((fields, column) => passages.Where(p => column == 3
            ? p.Field == MatchField.Function && p.Lead > 0
            : fields.Contains(p.Field) && p.Lead == 0)).Select(Words).ToArray();
        await ExecuteAsync(
            connection,
            $"INSERT INTO DepartmentIndex(rowid, Name, Aliases, Functions, Synonyms, Responsibilities, ServiceLines, Types, Summary, Description) VALUES ($id, {string.Join(", ", texts.Select((_, i) => $"$text{i}"))})",
            [("$id", id), .. texts.Select((text, i) => ($"$text{i}", (object)text))],
            cancellation);
    }

    private static string Words(IEnumerable<Passage> passages)
    {
        var text = new StringBuilder();
        foreach (var word in passages.SelectMany(passage => passage.Words))
            text.Append(word.Text).Append(' ');
        return text.ToString();
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, IEnumerable<(string Name, object Value)> parameters, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.Add(new SqliteParameter(name, value));
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
