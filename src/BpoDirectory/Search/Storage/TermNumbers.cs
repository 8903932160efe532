using BpoDirectory.Data.Queries;

namespace BpoDirectory.Search.Storage;

/// <summary>
/// Gives words their numbers in the index, and new numbers to new words. A number, once given, stays. The words of many departments are
/// asked for together: one after another, the pairs of letters of a long text would keep everybody from saving meanwhile.
/// </summary>
internal sealed class TermNumbers(PreparedCommands commands)
{
    private const string Listed = "(SELECT value FROM json_each($1))";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Numbers the words that have no number yet.</summary>
    public void Learn(IEnumerable<string> words)
    {
        var unknown = words.Where(word => !_numbers.ContainsKey(word)).Distinct().ToList();
        commands.Execute(
            $"""
            INSERT INTO DepartmentIndexWords(Word) SELECT word.value FROM {Listed} AS word
            WHERE NOT EXISTS (SELECT 1 FROM DepartmentIndexWords known WHERE known.Word = word.value)
            """,
            unknown);
        commands.Each(
            $"SELECT Id, Word FROM DepartmentIndexWords WHERE Word IN {Listed}", row => _numbers[row.GetString(1)] = row.GetInt32(0),
            unknown);
    }

    /// <summary>The number, from 1, of a word that was learnt.</summary>
    public int NumberOf(string word) => _numbers[word];
}
