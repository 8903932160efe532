using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Functions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.Import;

/// <summary>Imports functions.</summary>
public sealed class FunctionImporter(
    BusinessFunctionEditing editing, IEnumerable<EntryEditing> editings, IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate,
    EntryBatch batch)
    : TableImporter<BusinessFunctionContent>(editing, editings, Tables.Functions, contexts, gate, batch)
{
    private const string Description = "description";

    /// <inheritdoc />
    public override IReadOnlyList<NeededColumn> Needed =>
        [new(Columns.Single(known => known.Name == Description), "Without one, the name of the function stands in for it.", [])];

    /// <inheritdoc />
    protected override string? Complete(JsonObject content)
    {
        if (content[Description]?.ToString().Trim().Length > 0)
            return null;
        content[Description] = content[TableColumnNames.Name]?.DeepClone();
        return "{0} without a description: the name stands in for it.";
    }
}
