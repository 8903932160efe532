using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>Finds departments: everything that a list of departments shows comes from here.</summary>
public sealed class DepartmentSearch(PreparedReads reads, SearchState state)
{
    // Departments are read and rated in full in blocks of this size, in the order of what their words promise, so that a
    // page of a large answer costs no more than one of a small one, and pages never overlap.
    private const int Block = 64;

    /// <summary>Answers a request; never throws for any text.</summary>
    public SearchAnswer Search(SearchRequest request)
    {
        var query = QueryText.Clean(request.Text);
        var knowledge = state.Current;
        var isAsked = !string.IsNullOrWhiteSpace(request.Text);
        return reads.Read(session => isAsked ? Answer(session, knowledge, request, query) : List(session, knowledge, request));
    }

    private static SearchAnswer List(ReadSession session, Knowledge knowledge, SearchRequest request)
    {
        var departments = knowledge.Departments;
        var kept = departments.Narrow(departments.All, request);
        var page = departments.Page(kept, request.Sort == DepartmentSort.Updated, Skip(request), request.PageSize);
        return new SearchAnswer
        {
            Query = "",
            Total = kept.Count,
            Page = request.Page,
            PageSize = request.PageSize,
            Items = ResultReader.Read(session, [.. page.Select(position => (departments[position].Id, (SearchMatch?)null))]),
            Facets = departments.Tally(departments.All, request),
        };
    }

    private static SearchAnswer Answer(ReadSession session, Knowledge knowledge, SearchRequest request, string query)
    {
        var departments = knowledge.Departments;
        var question = knowledge.Interpreter.Interpret(query);
        var rated = new RatedCandidates(session, knowledge, question);
        var kept = departments.Narrow(rated.Found, request);
        var page = request.Sort == DepartmentSort.Relevance
            ? rated.Page(kept, Skip(request), request.PageSize, Block)
            : [.. departments.Page(kept, request.Sort == DepartmentSort.Updated, Skip(request), request.PageSize).Select(rated.Rate)];
        var types = knowledge.Types.Where(type => type.IsNamedBy(question)).Select(type => type.Answer).ToList();
        var isAnswered = rated.Found.Count > 0;
        return new SearchAnswer
        {
            Query = query,
            CorrectedQuery = isAnswered ? question.Corrected : null,
            Suggestions = isAnswered || types.Count > 0 ? [] : Suggestions.For(session, knowledge, query),
            OutsourcingTypes = request.Page == 1 ? types : [],
            Function = request.Page == 1 ? EvidentFunction.Find(session, rated) : null,
            Total = kept.Count,
            Page = request.Page,
            PageSize = request.PageSize,
            Items = ResultReader.Read(session, [.. page.Select(p => (p.DepartmentId, p.Match))]),
            Facets = departments.Tally(rated.Found, request),
        };
    }

    private static long Skip(SearchRequest request) => ((long)request.Page - 1) * request.PageSize;
}
