using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Search.Storage;

/// <summary>
/// Gives words their numbers in the index, and new numbers to new words. A number, once given, stays. The words of many departments are
/// asked for together: one after another, the pairs of letters of a long text would keep everybody from saving meanwhile.
/// </summary>
internal sealed class TermNumbers(SqliteConnection connection)
{
    private const string Listed = "(SELECT value FROM json_each($1))";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Numbers the words that have no number yet.</summary>
    public void Learn(IEnumerable<string> words)
    {
        var unknown = JsonSerializer.Serialize(words.Where(word => !_numbers.ContainsKey(word)).Distinct());
        using (var add =
            connection.Command(
                $"INSERT OR IGNORE INTO DepartmentIndexWords(Word) SELECT value FROM {Listed}", new SqliteParameter("$1", unknown)))
            add.ExecuteNonQuery();
        connection.Each(
            $"SELECT Id, Word FROM DepartmentIndexWords WHERE Word IN {Listed}", unknown,
            row => _numbers[row.GetString(1)] = row.GetInt32(0));
    }

    /// <summary>The number, from 1, of a word that was learnt.</summary>
    public int NumberOf(string word) => _numbers[word];
}
