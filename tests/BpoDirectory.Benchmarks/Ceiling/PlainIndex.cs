using BpoDirectory.Benchmarks.Hosting;
using Microsoft.Data.Sqlite;

namespace BpoDirectory.Benchmarks.Ceiling;

/// <summary>
/// The texts of a directory in FTS5 as its documentation shows it first: one table, its usual tokenizer, no tuning.
/// It stands in a file beside the database and keeps the words only; <c>PlainWords</c> lists them.
/// </summary>
internal static class PlainIndex
{
    private const string Texts =
        """
        INSERT INTO plain.Plain(rowid, Name, Aliases, Functions, Responsibilities, ServiceLines, Types, Summary, Description)
        SELECT d.Id, d.Name,
            (SELECT group_concat(a.Name, ' ') FROM DepartmentAliases a WHERE a.DepartmentId = d.Id),
            (SELECT group_concat(f.Name || ' ' || coalesce((SELECT group_concat(s.Text, ' ') FROM FunctionSynonym s WHERE s.BusinessFunctionId = f.Id), ''), ' ')
                FROM FunctionOwners o JOIN BusinessFunctions f ON f.Id = o.BusinessFunctionId WHERE o.DepartmentId = d.Id),
            (SELECT group_concat(r.Text || ' ' || coalesce(r.Detail, ''), ' ') FROM Responsibilities r WHERE r.DepartmentId = d.Id),
            (SELECT group_concat(l.Name, ' ') FROM ServiceLineDepartment m JOIN ServiceLines l ON l.Id = m.ServiceLineId WHERE m.DepartmentId = d.Id),
            (SELECT group_concat(t.Acronym || ' ' || t.Name, ' ') FROM OutsourcingTypeDepartment n JOIN OutsourcingTypes t ON t.Id = n.OutsourcingTypeId WHERE n.DepartmentId = d.Id),
            d.Summary, d.Description
        FROM Departments d WHERE NOT d.IsArchived
        """;

    /// <summary>The file of the index over a database; built when it does not exist yet.</summary>
    public static string Ensure(string database)
    {
        var file = Path.ChangeExtension(database, ".plain.db");
        if (File.Exists(file))
            return file;
        Console.Error.WriteLine("# building the plain index beside it");
        var unfinished = $"{file}.{Environment.ProcessId}";
        using (var connection = Open(database, unfinished))
        {
            connection.Execute("PRAGMA plain.journal_mode = OFF; PRAGMA plain.synchronous = OFF");
            connection.Execute("CREATE VIRTUAL TABLE plain.Plain USING fts5(Name, Aliases, Functions, Responsibilities, ServiceLines, Types, Summary, Description, content = '')");
            connection.Execute("CREATE VIRTUAL TABLE plain.PlainWords USING fts5vocab(Plain, row)");
            connection.Execute($"BEGIN; {Texts}; INSERT INTO plain.Plain(Plain) VALUES ('optimize'); COMMIT");
        }
        File.Move(unfinished, file, overwrite: true);
        return file;
    }

    /// <summary>A connection of its own to a database, with the index attached as <c>plain</c>.</summary>
    public static SqliteConnection Open(string database, string index)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "ATTACH $index AS plain";
        command.Parameters.AddWithValue("$index", index);
        command.ExecuteNonQuery();
        return connection;
    }
}
