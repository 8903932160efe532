using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Suggestions;

namespace BpoDirectory.Search;

/// <summary>Finds departments: everything that a list of departments shows comes from here.</summary>
public sealed class DepartmentSearch(PreparedReads reads, SearchState state)
{
    // Departments are read and rated in full in blocks of this size, in the order of what their words promise, so that a
    // page of a large answer costs no more than one of a small one, and pages never overlap.
    private const int Block = SearchRequest.UsualPage;

    /// <summary>
    /// Answers a request, for any text. A question that cannot be answered in full within
    /// <see cref="Candidates.Longest"/> is answered with what was found by then, and marked so.
    /// </summary>
    public SearchAnswer Search(SearchRequest request)
    {
        var knowledge = state.Current;
        if (string.IsNullOrWhiteSpace(request.Text))
            return reads.Read(session => List(session, knowledge, request));

        var query = QueryText.Clean(request.Text);
        var question = knowledge.Interpreter.Interpret(query);
        return reads.Read(session =>
        {
            var answer = Answer(session, knowledge, request, question);
            return answer with { Query = query, Suggestions = answer.IsAnswered ? [] : QuerySuggestions.For(session, knowledge, query) };
        });
    }

    private static SearchAnswer List(ReadSession session, Knowledge knowledge, SearchRequest request)
    {
        var departments = knowledge.Departments;
        var kept = departments.Narrow(departments.All, request);
        var page = departments.Page(kept, request.Sort == DepartmentSort.Updated, Skip(request), request.PageSize);
        var items = ResultReader.Read(session, knowledge, page);
        return new SearchAnswer
        {
            Query = "",
            Total = kept.Count,
            Page = request.Page,
            PageSize = request.PageSize,
            Items = [.. page.Where(items.ContainsKey).Select(position => items[position])],
            Facets = departments.Tally(departments.All, request),
        };
    }

    private static SearchAnswer Answer(ReadSession session, Knowledge knowledge, SearchRequest request, Interpretation question)
    {
        var departments = knowledge.Departments;
        using var rated = new RatedCandidates(session, knowledge, question);
        var kept = departments.Narrow(rated.Found, request);
        var page = request.Sort == DepartmentSort.Relevance
            ? rated.Page(kept, Skip(request), request.PageSize, Block)
            : rated.RateAll(departments.Page(kept, request.Sort == DepartmentSort.Updated, Skip(request), request.PageSize));
        var items = ResultReader.Read(session, knowledge, [.. page.Select(p => p.Position)]);
        var matches = new MatchReader(session, knowledge, rated.Matcher);
        matches.Prepare(page);
        var types = knowledge.Types.Where(type => type.IsNamedBy(question)).Select(type => type.Answer).ToList();
        var isAnswered = rated.Found.Count > 0;
        return new SearchAnswer
        {
            Query = "",
            CorrectedQuery = isAnswered ? question.Corrected : null,
            OutsourcingTypes = request.Page == 1 ? types : [],
            Function = request.Page == 1 ? EvidentFunction.Find(session, rated, matches, departments, kept) : null,
            IsIncomplete = rated.IsIncomplete,
            IsAnswered = isAnswered || types.Count > 0,
            Total = kept.Count,
            Page = request.Page,
            PageSize = request.PageSize,
            Items = [.. page.Where(p => items.ContainsKey(p.Position)).Select(p => items[p.Position] with { Match = matches.Read(p, items[p.Position]) })],
            Facets = departments.Tally(rated.Found, request),
        };
    }

    private static long Skip(SearchRequest request) => ((long)request.Page - 1) * request.PageSize;
}
