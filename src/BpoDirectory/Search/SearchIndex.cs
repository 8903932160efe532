using System.Globalization;
using System.Text;
using System.Text.Json;
using BpoDirectory.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>
/// The full-text index over departments: SQLite FTS5, one row for each department that is not archived. A word is written
/// behind the digit of its weightiest <see cref="Tier"/>, once for each department.
/// </summary>
public static class SearchIndex
{
    private const int DepartmentsPerBatch = 500;

    /// <summary>Indexes the departments anew, in the transaction that <paramref name="db"/> is in; archived ones leave the index.</summary>
    public static async Task UpdateAsync(DirectoryDbContext db, IReadOnlyCollection<int> departmentIds, CancellationToken cancellation)
    {
        var spellings = await db.SpellingVariants.ToDictionaryAsync(s => s.Variant, s => s.Standard, cancellation);
        var passages = new PassageReader(new WordSplitter(spellings));
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var delete = Command(connection, "DELETE FROM DepartmentIndex WHERE rowid = $1", new SqliteParameter("$1", SqliteType.Integer));
        await using var insert = Command(
            connection, "INSERT INTO DepartmentIndex(rowid, Words) VALUES ($1, $2)",
            new SqliteParameter("$1", SqliteType.Integer), new SqliteParameter("$2", SqliteType.Text));
        foreach (var batch in departmentIds.Chunk(DepartmentsPerBatch))
        {
            var keys = JsonSerializer.Serialize(batch);
            var archived = Rows(connection, "SELECT Id FROM Departments WHERE IsArchived AND Id IN (SELECT value FROM json_each($1))", keys);
            var read = passages.Read((sql, row) => Each(connection, sql, keys, row));
            foreach (var id in batch)
            {
                delete.Parameters[0].Value = id;
                await delete.ExecuteNonQueryAsync(cancellation);
                if (archived.Contains(id) || !read.TryGetValue(id, out var texts))
                    continue;
                insert.Parameters[0].Value = id;
                insert.Parameters[1].Value = Words(texts.All);
                await insert.ExecuteNonQueryAsync(cancellation);
            }
        }
    }

    /// <summary>Indexes every department anew.</summary>
    public static async Task RebuildAsync(DirectoryDbContext db, CancellationToken cancellation) =>
        await UpdateAsync(db, await db.Departments.Select(d => d.Id).ToListAsync(cancellation), cancellation);

    /// <summary>The words of the index, each with the number of departments that have it, tier by tier.</summary>
    public static Vocabulary ReadVocabulary(ReadSession session)
    {
        var departments = 0;
        session.Each("SELECT count(*) FROM Departments WHERE NOT IsArchived", row => departments = row.GetInt32(0));
        var words = new Dictionary<string, WordCount>(StringComparer.Ordinal);
        session.Each("SELECT term, doc FROM DepartmentIndexWords", row =>
        {
            var term = row.GetString(0);
            var word = term[1..];
            words[word] = words.GetValueOrDefault(word).Plus(term[0] - '0', row.GetInt32(1));
        });
        return new Vocabulary(departments, words);
    }

    /// <summary>The keys of the departments that have any of these words in this tier, ascending.</summary>
    public static List<int> Find(ReadSession session, int tier, IEnumerable<string> words) =>
        session.Query(
            "SELECT rowid FROM DepartmentIndex WHERE DepartmentIndex MATCH $1",
            row => row.GetInt32(0),
            string.Join(" OR ", words.Select(word => Term(tier, word))));

    // Words come from the vocabulary, but are quoted all the same: whatever stands in quotes is a word to FTS5, never an operator.
    private static string Term(int tier, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{tier}{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    private static string Words(IEnumerable<Passage> passages)
    {
        var tiers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var tier = Tier.Of(passage);
            foreach (var word in passage.Words)
                if (!tiers.TryGetValue(word.Text, out var best) || tier < best)
                    tiers[word.Text] = tier;
        }
        var text = new StringBuilder();
        foreach (var (word, tier) in tiers)
            text.Append(tier).Append(word).Append(' ');
        return text.ToString();
    }

    private static HashSet<int> Rows(SqliteConnection connection, string sql, string keys)
    {
        var ids = new HashSet<int>();
        Each(connection, sql, keys, row => ids.Add(row.GetInt32(0)));
        return ids;
    }

    private static void Each(SqliteConnection connection, string sql, string keys, Action<SqliteDataReader> row)
    {
        using var command = Command(connection, sql, new SqliteParameter("$1", keys));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            row(reader);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<SqliteParameter> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }
}
