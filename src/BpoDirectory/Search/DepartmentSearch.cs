using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>Finds departments: everything that a list of departments shows comes from here.</summary>
public sealed class DepartmentSearch(IDbContextFactory<DirectoryDbContext> contexts, SearchState state)
{
    // Departments that are read and rated in full; of a larger result the rest follows by how much it covers.
    private const int MostRated = 200;

    /// <summary>Answers a request; never throws for any text.</summary>
    public async Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        var knowledge = await state.KnowledgeAsync(cancellation);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var query = QueryText.Clean(request.Text);
        if (query.Length == 0)
            return await PageAsync(db, knowledge, request, query, Listed(knowledge), cancellation);

        var question = knowledge.Interpreter.Interpret(query);
        var found = await FindAsync(db, knowledge, question, cancellation);
        var types = knowledge.Types.Where(type => type.IsNamedBy(question)).Select(type => type.Answer).ToList();
        var answer = await PageAsync(db, knowledge, request, query, found, cancellation);
        return answer with
        {
            CorrectedQuery = answer.Total > 0 ? question.Corrected : null,
            OutsourcingTypes = request.Page == 1 ? types : [],
            Suggestions = found.Count == 0 && types.Count == 0 ? Suggestions.For(query, knowledge) : [],
        };
    }

    private static List<Found> Listed(Knowledge knowledge) =>
        [.. knowledge.Departments.All.Select(facts => new Found(facts, null))];

    private static async Task<List<Found>> FindAsync(DirectoryDbContext db, Knowledge knowledge, Interpretation question, CancellationToken cancellation)
    {
        var candidates = await Candidates.FindAsync(db, knowledge, question, cancellation);
        var rated = candidates.Take(MostRated).ToList();
        var passages = await knowledge.PassagesAsync(db, rated, cancellation);
        var best = rated
            .Select(id => (Facts: knowledge.Departments.Find(id), Score: Ranking.Rate(question, id, passages[id])))
            .Where(candidate => candidate is { Facts: not null, Score: not null })
            .OrderByDescending(candidate => candidate.Score!.Value)
            .ThenBy(candidate => candidate.Facts!.Name, StringComparer.OrdinalIgnoreCase)
            .Select(candidate => new Found(candidate.Facts!, candidate.Score));
        var others = candidates.Skip(MostRated).Select(knowledge.Departments.Find).OfType<DepartmentFacts>().Select(facts => new Found(facts, null));
        return [.. best, .. others];
    }

    private static async Task<SearchAnswer> PageAsync(
        DirectoryDbContext db, Knowledge knowledge, SearchRequest request, string query, List<Found> found, CancellationToken cancellation)
    {
        var facts = found.ConvertAll(f => f.Facts);
        var kept = FacetIndex.Narrow(facts, request).Select(f => f.Id).ToHashSet();
        var page = Sorted(found.Where(f => kept.Contains(f.Facts.Id)), request.Sort, query)
            .Skip((int)Math.Min(((long)request.Page - 1) * request.PageSize, int.MaxValue))
            .Take(request.PageSize)
            .ToList();
        return new SearchAnswer
        {
            Query = query,
            Total = kept.Count,
            Page = request.Page,
            PageSize = request.PageSize,
            Items = await ResultReader.ReadAsync(db, [.. page.Select(f => (f.Facts.Id, f.Score))], cancellation),
            Facets = knowledge.Departments.Count(facts, request),
        };
    }

    private static IEnumerable<Found> Sorted(IEnumerable<Found> found, DepartmentSort sort, string query) => sort switch
    {
        DepartmentSort.Updated => found.OrderByDescending(f => f.Facts.UpdatedAt).ThenBy(f => f.Facts.Name, StringComparer.OrdinalIgnoreCase),
        DepartmentSort.Relevance when query.Length > 0 => found,
        _ => found.OrderBy(f => f.Facts.Name, StringComparer.OrdinalIgnoreCase),
    };

    private sealed record Found(DepartmentFacts Facts, Score? Score);
}
