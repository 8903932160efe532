using System.Runtime.CompilerServices;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.Export;

/// <summary>The functions of an editor's list, all of its pages, as they are exported.</summary>
public static class FunctionExport
{
    private const int Batch = 500;

    /// <summary>Their contents in the order of the list, some at a time.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<BusinessFunctionContent>> ReadAsync(
        EntryWorkList lists, BusinessFunctionEditing functions, IDbContextFactory<DirectoryDbContext> contexts, EntryFilter filter,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var ids in (await lists.ListIdsAsync(functions, filter, cancellation)).Chunk(Batch))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            yield return await functions.ReadManyAsync(db, ids);
        }
    }
}
