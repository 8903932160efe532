using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Suggestions;

namespace BpoDirectory.Search;

/// <summary>Finds departments: everything that a list of departments shows comes from here.</summary>
/// <remarks>
/// A question is interpreted (<see cref="QueryInterpreter"/>, in Questions, where misspellings are corrected too), looked up in
/// the postings of the present <see cref="SearchSnapshot"/> (Index), scored (<see cref="RankedDepartments"/>, in Ranking, with all
/// weights in <see cref="RankingWeights"/>), narrowed and counted (<see cref="FacetIndex"/>). A function that answers with its
/// owners is found by <see cref="FunctionAnswerFinder"/>. Text has what all of them know about words; Suggestions completes what is
/// typed and offers names near a question without an answer; only Storage knows the database.
/// </remarks>
public sealed class DepartmentSearch(SearchDatabase database, SearchState state)
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
        var snapshot = state.Current;
        if (string.IsNullOrWhiteSpace(request.Text))
            return database.Read(reader => List(reader, snapshot, request));

        var query = QueryText.Clean(request.Text);
        var question = snapshot.Interpreter.Interpret(query);
        return database.Read(reader =>
        {
            var answer = Answer(reader, snapshot, request, question);
            return answer with { Query = query, Suggestions = answer.IsAnswered ? [] : QuerySuggestions.For(reader, snapshot, query) };
        });
    }

    private static SearchAnswer List(SearchReader reader, SearchSnapshot snapshot, SearchRequest request)
    {
        var departments = snapshot.Departments;
        var kept = departments.Narrow(departments.All, request);
        var page = FacetIndex.Page(kept, snapshot.InOrder(reader, request.Sort, request.IsReversed), Skip(request), request.PageSize);
        var items = ResultReader.Read(reader, snapshot, page);
        return new SearchAnswer
        {
            Query = "",
            Total = kept.Count,
            Page = request.Page,
            PageSize = request.PageSize,
            Items = [.. page.Where(items.ContainsKey).Select(position => items[position])],
            Facets = departments.Counts(departments.All, request),
        };
    }

    private static SearchAnswer Answer(SearchReader reader, SearchSnapshot snapshot, SearchRequest request, Interpretation question)
    {
        var departments = snapshot.Departments;
        using var rated = new RankedDepartments(reader, snapshot, question);
        var kept = departments.Narrow(rated.Found, request);
        var page = request.Sort == DepartmentSort.Relevance
            ? rated.Page(kept, Skip(request), request.PageSize, Block)
            : rated.RateAll(FacetIndex.Page(
                kept, snapshot.InOrder(reader, request.Sort, request.IsReversed), Skip(request), request.PageSize));
        var items = ResultReader.Read(reader, snapshot, [.. page.Select(p => p.Position)]);
        var matches = new MatchHighlighter(reader, snapshot, rated.Matcher);
        matches.Prepare(page);
        var types = snapshot.Types.Where(type => type.IsNamedBy(question)).Select(type => type.Answer).ToList();
        var isAnswered = rated.Found.Count > 0;
        return new SearchAnswer
        {
            Query = "",
            CorrectedQuery = isAnswered ? question.Corrected : null,
            OutsourcingTypes = request.Page == 1 ? types : [],
            Function = request.Page == 1 ? FunctionAnswerFinder.Find(reader, rated, matches, departments, kept) : null,
            IsIncomplete = rated.IsIncomplete,
            IsAnswered = isAnswered || types.Count > 0,
            Total = kept.Count,
            Page = request.Page,
            PageSize = request.PageSize,
            Items = [.. page.Where(p => items.ContainsKey(p.Position)).Select(p => items[p.Position] with { Match = matches.Read(p, items[p.Position]) })],
            Facets = departments.Counts(rated.Found, request),
        };
    }

    private static long Skip(SearchRequest request) => ((long)request.Page - 1) * request.PageSize;
}
