using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>Finds departments: everything that a list of departments shows comes from here.</summary>
public sealed class DepartmentSearch(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>Answers a request; never throws for any text.</summary>
    public async Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var total = await db.Departments.CountAsync(cancellation);
        return new SearchAnswer
        {
            Query = request.Text ?? "",
            Total = total,
            Page = request.Page,
            PageSize = request.PageSize,
            Items = [],
            Facets = SearchFacets.Empty,
        };
    }
}
