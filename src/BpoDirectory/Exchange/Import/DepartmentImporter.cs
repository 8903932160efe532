using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Exchange.Columns;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.Import;

/// <summary>Imports departments.</summary>
public sealed class DepartmentImporter(
    DepartmentEditing editing, IEnumerable<EntryEditing> editings, IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate,
    EntryBatch batch)
    : TableImporter<DepartmentContent>(editing, editings, Tables.Departments, contexts, gate, batch)
{
    private const string Summary = "summary";
    private const string Basis = "officeBasis";
    private const string Reason = "officeReason";
    private const int LongestFileName = 100;

    /// <inheritdoc />
    public override IReadOnlyList<NeededColumn> Needed =>
    [
        Need(Summary, "Without one, the name of the department stands in for it.", []),
        Need("office", "Departments without an office cannot be imported.", Choices<Office>(office => office.ToLabel())) with
        {
            IsAsked = true,
        },
        Need(Basis, "", Choices<OfficeBasis>(basis => basis.ToLabel())),
        Need(Reason, "Why the office is what it is.", []),
    ];

    /// <inheritdoc />
    protected override Dictionary<string, string> SuggestForAll(string fileName) => new()
    {
        [Basis] = nameof(OfficeBasis.Judged).ToLowerInvariant(),
        [Reason] = $"As in the imported table {(fileName.Length <= LongestFileName ? fileName : fileName[..LongestFileName] + "…")}, or chosen for all its rows",
    };

    /// <inheritdoc />
    protected override string? Complete(JsonObject content)
    {
        if (content[Summary]?.ToString().Trim().Length > 0)
            return null;
        content[Summary] = content[TableColumnNames.Name]?.DeepClone();
        return "{0} without a summary: the name stands in for it.";
    }

    /// <inheritdoc />
    protected override async Task<Dictionary<string, int>> FindByOtherNameAsync(DirectoryDbContext db, IReadOnlyCollection<string> keys) =>
        await db.DepartmentAliases.Where(alias => keys.Contains(alias.NameKey))
            .ToDictionaryAsync(alias => alias.NameKey, alias => alias.DepartmentId);

    private NeededColumn Need(string column, string hint, IReadOnlyList<(string, string)> choices) =>
        new(Columns.Single(known => known.Name == column), hint, choices);

    private static IReadOnlyList<(string, string)> Choices<TValue>(Func<TValue, string> labelOf) where TValue : struct, Enum =>
        [.. Enum.GetValues<TValue>().Select(value => (value.ToString().ToLowerInvariant(), labelOf(value)))];
}
