using BpoDirectory.Data.Sqlite;

namespace BpoDirectory.Search.Suggestions;

/// <summary>A name of a department or function, or another wording for it.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Slug">The slug of that.</param>
/// <param name="Name">The name of that.</param>
/// <param name="Text">The wording itself: the name, an alias or a synonym.</param>
public sealed record Wording(WordingKind Kind, string Slug, string Name, string Text)
{
    private const string Department = "SELECT Slug, Name FROM Departments WHERE Id = $1 AND NOT IsArchived";

    private const string OwnedFunction =
        """
        SELECT f.Slug, f.Name FROM BusinessFunctions f WHERE f.Id = $1 AND NOT f.IsArchived AND EXISTS (
            SELECT 1 FROM FunctionOwners o JOIN Departments d ON d.Id = o.DepartmentId WHERE o.BusinessFunctionId = f.Id AND NOT d.IsArchived)
        """;

    /// <summary>An entry with the address of what it leads to; null when that is archived or nobody's.</summary>
    internal static Wording? Of(ReadSession session, WordingEntry entry) =>
        session.Query(
            entry.Kind == WordingKind.Department ? Department : OwnedFunction,
            row => new Wording(entry.Kind, row.GetString(0), row.GetString(1), entry.Text), entry.Id) is [var wording] ? wording : null;
}
