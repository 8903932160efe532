using System.Diagnostics;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Meaning;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Suggestions;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search;

/// <summary>Finds departments: everything that a list of departments shows comes from here.</summary>
/// <remarks>
/// A question is interpreted (<see cref="QueryInterpreter"/>, in Questions, where misspellings are corrected too), looked up in
/// the postings of the present <see cref="SearchSnapshot"/> (Index), scored (<see cref="RankedDepartments"/>, in Ranking, with all
/// weights in <see cref="RankingWeights"/>), narrowed and counted (<see cref="FacetIndex"/>). A function that answers with its
/// owners is found by <see cref="FunctionAnswerFinder"/>. A question whose words give nothing is asked again without what it says
/// beside its subject (<see cref="QuestionContext"/>), and then by its meaning (<see cref="MeaningSearch"/>, in Meaning). Text has
/// what all of them know about words; Suggestions completes what is
/// typed and offers names near a question without an answer; only Storage knows the database.
/// </remarks>
public sealed class DepartmentSearch(
    SearchDatabase database, SearchState state, FormerChoices former, MeaningSearch meaning, DirectoryMetrics metrics)
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
        request = former.Follow(request);
        var snapshot = state.Current;
        if (string.IsNullOrWhiteSpace(request.Text))
            return database.Read(reader => List(reader, snapshot, request));

        var asked = Stopwatch.GetTimestamp();
        var query = QueryText.Clean(request.Text);
        var answer = AnswerNarrowed(snapshot, request, query) ?? Answer(snapshot, request, query);
        metrics.NoteSearch(Stopwatch.GetElapsedTime(asked), answer.IsByMeaning ? "meaning" : answer.IsAnswered ? "words" : "nothing");
        return answer;
    }

    /// <summary>Keys of all departments that a request without a question lists, in its order; pages do not count.</summary>
    public IReadOnlyList<int> ListIds(SearchRequest request)
    {
        request = former.Follow(request);
        var snapshot = state.Current;
        var departments = snapshot.Departments;
        var kept = departments.Narrow(departments.All, request);
        var all = request with { Page = 1, PageSize = departments.Positions };
        return database.Read(reader => PageInOrder(reader, snapshot, all, kept)).ConvertAll(departments.IdAt);
    }

    // Where nothing is found there, the rest of the question is answered from everywhere.
    private SearchAnswer? AnswerNarrowed(SearchSnapshot snapshot, SearchRequest request, string query)
    {
        if (request.IsAsWords)
            return null;
        var named = snapshot.Choices.FindIn(query, snapshot, request.Audience);
        if (named.Count > 0 && AnswerByWords(snapshot, request with { Page = 1 }, query) is { IsComplete: true } whole
            && NameThatAnswers(whole.Answer) is { } name)
            named.RemoveAll(one => NameComparison.Contains(name, one.Choice.Name));
        if (named.Count == 0)
            return null;
        var narrowed = named.GroupBy(one => one.Choice.Facet).Aggregate(
            request, (narrower, facet) => narrower.NarrowTo(facet.Key, [.. facet.SelectMany(one => one.Choice.Values).Distinct()]));
        var subject = QuestionContext.Without(query, named);
        var narrowings = named.ConvertAll(one => new Narrowing(one.Choice, QuestionContext.Without(query, [one])));
        if (snapshot.Interpreter.Interpret(subject).Terms.Count == 0)
            return database.Read(reader => List(reader, snapshot, narrowed)) with { Query = query, Narrowings = narrowings,
                IsAnswered = true };
        var answer = Answer(snapshot, narrowed, subject);
        if (answer is { Total: 0, LessLikely: 0 } && Answer(snapshot, request, subject) is { Total: > 0 } everywhere)
            answer = everywhere with { IsNarrowedInVain = true };
        // What names somebody whom not everyone may see is no wording to suggest to others.
        var isPublic = named.TrueForAll(one => one.Choice.Facet != Facet.Client);
        return answer.IsAnswered ? answer with { Query = query, Narrowings = narrowings, IsWhole = answer.IsWhole && isPublic } : null;
    }

    private static string? NameThatAnswers(SearchAnswer answer) =>
        (answer.Function?.Match ?? (answer.Items is [var best, ..] ? best.Match : null))
            is { Field: MatchField.Name or MatchField.Alias or MatchField.Function } match
            ? match.Text : null;

    private SearchAnswer Answer(SearchSnapshot snapshot, SearchRequest request, string query)
    {
        var wish = ContactWish.In(query);
        request = request with { Contact = wish?.Kind };
        var whole = AnswerByWords(snapshot, request, query);
        // A department may be for what sounds like a way to reach one: "e-mail support".
        var answer = wish is null || whole.IsComplete || wish.Subject == query ? null : AnswerWish(snapshot, request, wish);
        return (answer ?? AnswerAsMeant(snapshot, request, query, whole)) with { Query = query };
    }

    private SearchAnswer? AnswerWish(SearchSnapshot snapshot, SearchRequest request, ContactWish wish)
    {
        var byWords = AnswerByWords(snapshot, request, wish.Subject);
        return (wish.IsCertain || IsName(wish.Subject, byWords.Answer))
            && AnswerAsMeant(snapshot, request, wish.Subject, byWords) is { IsAnswered: true } answer ? answer : null;
    }

    // Whether the text is a name by which it is answered, or the first words of one, or another wording for one.
    private static bool IsName(string text, SearchAnswer answer) =>
        NameThatAnswers(answer) is { } name && NameComparison.KeyOf(text) is var key
        && ((NameComparison.KeyOf(name) + " ").StartsWith(key + " ", StringComparison.Ordinal)
            || name.EndsWith(": " + text, StringComparison.OrdinalIgnoreCase));

    // Words of no language are tried as they were probably meant, once: what is made of them may be unknown too.
    private SearchAnswer AnswerAsMeant(SearchSnapshot snapshot, SearchRequest request, string query, WordAnswer whole) =>
        !whole.IsComplete && snapshot.Interpreter.Respell(query) is { } respelt
        && AnswerQuestion(snapshot, request, respelt, AnswerByWords(snapshot, request, respelt)) is { IsAnswered: true } meant
            ? meant with { CorrectedQuery = meant.CorrectedQuery ?? respelt }
            : AnswerQuestion(snapshot, request, query, whole);

    // Evident answers first: to the whole question, then to its subject. Where words cover only a part, meaning joins in.
    private SearchAnswer AnswerQuestion(SearchSnapshot snapshot, SearchRequest request, string query, WordAnswer whole)
    {
        if (whole.IsComplete)
            return whole.Answer with { IsWhole = IsSpeltOut(whole.Answer.CorrectedQuery ?? query, snapshot) };
        var context = QuestionContext.From(query, snapshot);
        if (whole.IsEvident)
            return whole.Answer with { Ignored = context.Ignored };

        var hasContext = context.Subject != query;
        var wholeNearness = Compare(whole.Question.Corrected ?? query);
        var subject = hasContext ? AnswerByWords(snapshot, request, context.Subject) : null;
        var subjectNearness = subject is null ? wholeNearness : Compare(subject.Question.Corrected ?? context.Subject);
        var leastMargin = MeaningWeights.LeastMargin(whole.Question.Terms.Count);
        if (subject is { Answer.IsAnswered: true } && wholeNearness.Value?.Margin < leastMargin)
            subject = null;
        if (subject is { IsEvident: true })
            return subject.Answer with { Ignored = context.Ignored };
        var answer = JoinMeaning(subject, subjectNearness) ?? JoinMeaning(whole, wholeNearness)
            ?? (context.HasKnownWord && subjectNearness.Value is { } near && near.Margin >= leastMargin
                ? AnswerNear(snapshot, request, Interpretation.Nothing, near)
                : null);
        return answer is null ? Nothing(snapshot, request, query, whole.Answer.IsIncomplete) : answer with { Ignored = context.Ignored };

        Lazy<Nearness?> Compare(string text) => new(() => meaning.Compare(text));

        SearchAnswer? JoinMeaning(WordAnswer? byWords, Lazy<Nearness?> nearness) =>
            byWords is not { Answer.IsAnswered: true } ? null
            : nearness.Value is not { } near ? byWords.Answer
            : near.Margin >= leastMargin ? AnswerNear(snapshot, request, byWords.Question, near) : null;
    }

    // No word is unfinished or a misspelling that the index takes for another form.
    private static bool IsSpeltOut(string text, SearchSnapshot snapshot) => snapshot.Lexicon.Tokenizer.Tokenize(text).TrueForAll(word =>
        snapshot.Vocabulary.DepartmentsWith(word.Text) > 0 || EnglishWords.Instance.Knows(word.Text)
        || snapshot.Lexicon.FillerAt([word], 0) > 0);

    private WordAnswer AnswerByWords(SearchSnapshot snapshot, SearchRequest request, string text)
    {
        var question = snapshot.Interpreter.Interpret(text);
        return database.Read(reader => Answer(reader, snapshot, request, question));
    }

    private SearchAnswer Nothing(SearchSnapshot snapshot, SearchRequest request, string query, bool isIncomplete) =>
        database.Read(reader => new SearchAnswer
    {
        Query = query,
        Suggestions = QuerySuggestions.For(reader, snapshot, query),
        IsIncomplete = isIncomplete,
        Total = 0,
        Page = request.Page,
        PageSize = request.PageSize,
        Items = [],
        Facets = snapshot.Departments.Counts(new PositionSet(snapshot.Departments.Positions), request),
    });

    private static SearchAnswer List(SearchReader reader, SearchSnapshot snapshot, SearchRequest request)
    {
        var departments = snapshot.Departments;
        var kept = departments.Narrow(departments.All, request);
        var page = PageInOrder(reader, snapshot, request, kept);
        var items = ResultReader.Read(reader, snapshot, page, request.Contact);
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

    private static WordAnswer Answer(SearchReader reader, SearchSnapshot snapshot, SearchRequest request, Interpretation question)
    {
        var departments = snapshot.Departments;
        using var rated = new RankedDepartments(reader, snapshot, question);
        var answering = new Answering(rated.Found, rated.Likely);
        var asked = answering.At(request.Breadth);
        var kept = departments.Narrow(asked, request);
        var page = request.Sort == DepartmentSort.Relevance
            ? rated.Page(kept, Skip(request), request.PageSize, Block)
            : rated.RateAll(PageInOrder(reader, snapshot, request, kept));
        var items = ResultReader.Read(reader, snapshot, [.. page.Select(p => p.Position)], request.Contact);
        var matches = new MatchHighlighter(reader, snapshot, rated.Matcher);
        matches.Prepare(page);
        var types = snapshot.Types.Where(type => type.IsNamedBy(question)).Select(type => type.Answer).ToList();
        var isAnswered = rated.Found.Count > 0;
        var coverage = types.Count > 0 || !isAnswered || !rated.IsRatedInFull ? 1 : rated.Best(1) is [var best, ..] ? best.Coverage : 0;
        var answer = new SearchAnswer
        {
            Query = "",
            CorrectedQuery = isAnswered ? question.Corrected : null,
            OutsourcingTypes = request.Page == 1 ? types : [],
            Function = request.Page == 1 ? FunctionAnswerFinder.Find(reader, rated, matches, departments, kept, request) : null,
            IsIncomplete = rated.IsIncomplete,
            IsAnswered = isAnswered || types.Count > 0,
            Total = kept.Count,
            LessLikely = answering.CountLessLikely(departments, request),
            Page = request.Page,
            PageSize = request.PageSize,
            Items = [.. page.Where(p => items.ContainsKey(p.Position)).Select(p => items[p.Position] with
            {
                Match = matches.Read(p, items[p.Position]),
                IsLessLikely = !rated.Likely.Contains(p.Position),
            })],
            Facets = departments.Counts(asked, request),
        };
        return new WordAnswer(question, answer, coverage);
    }

    // Departments by what they say in the question's words and in others, in one ranking.
    private SearchAnswer AnswerNear(SearchSnapshot snapshot, SearchRequest request, Interpretation question, Nearness nearness)
    {
        return database.Read(reader =>
        {
            var departments = snapshot.Departments;
            using var rated = new RankedDepartments(reader, snapshot, question);
            var matches = new MatchHighlighter(reader, snapshot, rated.Matcher);
            var ranked = FusedRanking.Rank(departments, rated, nearness);
            var (found, likely) = (new PositionSet(departments.Positions), new PositionSet(departments.Positions));
            foreach (var hit in ranked)
            {
                found.Add(hit.Position);
                if (hit.IsLikely)
                    likely.Add(hit.Position);
            }
            var answering = new Answering(found, likely);
            var asked = answering.At(request.Breadth);
            var kept = departments.Narrow(asked, request);
            var page = request.Sort == DepartmentSort.Relevance
                ? ranked.Select(hit => hit.Position).Where(kept.Contains).Skip((int)Math.Min(Skip(request), int.MaxValue))
                    .Take(request.PageSize).ToList()
                : PageInOrder(reader, snapshot, request, kept);
            var hits = ranked.ToDictionary(hit => hit.Position);
            matches.Prepare(page.Select(position => hits[position].ByWords).OfType<Rated>());
            var items = ResultReader.Read(reader, snapshot, page, request.Contact);
            return new SearchAnswer
            {
                Query = "",
                CorrectedQuery = question.Corrected,
                IsIncomplete = rated.IsIncomplete,
                IsAnswered = ranked.Count > 0,
                IsByMeaning = ranked.TrueForAll(hit => hit.ByWords is null),
                Total = kept.Count,
                LessLikely = answering.CountLessLikely(departments, request),
                Page = request.Page,
                PageSize = request.PageSize,
                Items = [.. page.Where(items.ContainsKey).Select(position => items[position] with
                {
                    Match = hits[position].ByWords is { } byWords
                        ? matches.Read(byWords, items[position])
                        : hits[position].Near.Reason.ToMatch(),
                    IsLessLikely = !likely.Contains(position),
                })],
                Facets = departments.Counts(asked, request),
            };
        });
    }

    private static List<int> PageInOrder(SearchReader reader, SearchSnapshot snapshot, SearchRequest request, PositionSet kept) =>
        FacetIndex.Page(kept, snapshot.InOrder(reader, request.Sort, request.IsReversed), Skip(request), request.PageSize);

    private static long Skip(SearchRequest request) => ((long)request.Page - 1) * request.PageSize;

    // The departments that have to do with a question, and those of them that answer it nearly as well as the best.
    private sealed record Answering(PositionSet Found, PositionSet Likely)
    {
        public PositionSet At(SearchBreadth breadth) => breadth == SearchBreadth.All ? Found : Likely;

        // In a large answer all are likely, and narrowing it is dear.
        public int CountLessLikely(FacetIndex departments, SearchRequest request) =>
            ReferenceEquals(Found, Likely) ? 0 : departments.Narrow(Found, request).Count - departments.Narrow(Likely, request).Count;
    }

    // What words alone say, and how much of the question the best reason covers, up to 1.
    private sealed record WordAnswer(Interpretation Question, SearchAnswer Answer, double Coverage)
    {
        public bool IsEvident => Answer.IsAnswered && Coverage >= RankingWeights.EvidentCoverage;

        public bool IsComplete => IsEvident && Coverage >= 1;
    }
}
