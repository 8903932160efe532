using Microsoft.Data.Sqlite;

namespace BpoDirectory.Search.Storage;

/// <summary>Gives words their numbers in the index, and new numbers to new words. A number, once given, stays.</summary>
internal sealed class TermNumbers : IDisposable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _add;

    public TermNumbers(SqliteConnection connection)
    {
        _find = connection.Command("SELECT Id FROM DepartmentIndexWords WHERE Word = $1", new SqliteParameter("$1", SqliteType.Text));
        _add = connection.Command("INSERT INTO DepartmentIndexWords(Word) VALUES ($1) RETURNING Id", new SqliteParameter("$1", SqliteType.Text));
    }

    /// <summary>The word's number, from 1.</summary>
    public int NumberOf(string word)
    {
        if (_numbers.TryGetValue(word, out var known))
            return known;
        _find.Parameters[0].Value = word;
        if (_find.ExecuteScalar() is not long number)
        {
            _add.Parameters[0].Value = word;
            number = (long)_add.ExecuteScalar()!;
        }
        return _numbers[word] = (int)number;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }
}
