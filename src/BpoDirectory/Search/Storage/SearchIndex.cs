using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search.Storage;

/// <summary>
/// The words of all departments, split and numbered once, when a department is saved: a row of <see cref="PackedPassages"/>
/// for each, empty when it is archived. Whoever keeps rows in memory reads those of a later revision again.
/// </summary>
public static class SearchIndex
{
    private const int DepartmentsPerBatch = 500;

    private const string Listed = "SELECT Id FROM Departments WHERE NOT IsArchived AND Id IN (SELECT value FROM json_each($1))";

    private const string Write =
        """
        INSERT INTO DepartmentIndex(DepartmentId, Revision, Passages) VALUES ($1, $2, $3)
        ON CONFLICT (DepartmentId) DO UPDATE SET Revision = excluded.Revision, Passages = excluded.Passages
        """;

    /// <summary>
    /// Indexes the departments again, in the transaction that <paramref name="db"/> is in; archived ones leave the index.
    /// </summary>
    public static async Task UpdateAsync(DirectoryDbContext db, IReadOnlyCollection<int> departmentIds, CancellationToken cancellation)
    {
        var tokenizer = new Tokenizer(await db.SpellingVariants.ToDictionaryAsync(s => s.Variant, s => s.Standard, cancellation));
        using var commands = new PreparedCommands(db);
        var numbers = new TermNumbers(commands);
        var revision = commands.Query("SELECT coalesce(max(Revision), 0) + 1 FROM DepartmentIndex", row => row.GetInt64(0))[0];
        foreach (var batch in departmentIds.Chunk(DepartmentsPerBatch))
        {
            cancellation.ThrowIfCancellationRequested();
            var listed = commands.Query(Listed, row => row.GetInt32(0), batch);
            var passages = new PassageReader(commands, listed).Read();
            numbers.Learn(
                batch.SelectMany(id => passages.GetValueOrDefault(id) ?? []).SelectMany(passage => passage.Words(tokenizer))
                    .Select(word => word.Text));
            foreach (var id in batch)
            {
                var own = passages.GetValueOrDefault(id) ?? [];
                commands.Execute(Write, id, revision, PackedPassages.Pack(own, tokenizer, numbers.NumberOf));
            }
        }
    }

    /// <summary>Indexes every department again.</summary>
    public static async Task RebuildAsync(DirectoryDbContext db, CancellationToken cancellation) =>
        await UpdateAsync(db, await db.Departments.IncludingArchived().Select(d => d.Id).ToListAsync(cancellation), cancellation);

    /// <summary>Indexes every department when none is indexed, as after the release that brought this form of the index.</summary>
    public static async Task EnsureAsync(PreparedReads reads, WriteGate gate, CancellationToken cancellation = default)
    {
        const string IsMissing = "SELECT NOT EXISTS (SELECT 1 FROM DepartmentIndex) AND EXISTS (SELECT 1 FROM Departments)";
        if (reads.Read(session => session.Query(IsMissing, row => row.GetBoolean(0))) is [true])
            await gate.WriteAsync(db => RebuildAsync(db, cancellation), cancellation);
    }
}
