using System.Collections.Concurrent;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Suggestions;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Index;

/// <summary>What search knows of one state of the catalog.</summary>
public sealed class SearchSnapshot
{
    private readonly ConcurrentDictionary<(DepartmentSort Sort, bool IsReversed), int[]> _orders = [];
    private readonly byte[]?[] _passages;
    private readonly TermList _words;
    private readonly Postings _postings;
    private readonly long _revision;

    private SearchSnapshot(
        Lexicon lexicon, TermList words, FacetIndex departments, IReadOnlyList<NamedType> types, NamedChoices choices, byte[]?[] passages,
        Postings postings, long revision, NameIndexLoader names)
    {
        (Lexicon, _words, Departments, Types, _passages) = (lexicon, words, departments, types, passages);
        Choices = choices;
        (_postings, _revision, Names) = (postings, revision, names);
        Vocabulary = new Vocabulary(departments.Count, words, postings.Counts, postings.NamingCounts);
        Interpreter = new QueryInterpreter(lexicon, Vocabulary, departments.NameKeysBeginning);
    }

    public Lexicon Lexicon { get; }

    public Vocabulary Vocabulary { get; }

    public QueryInterpreter Interpreter { get; }

    public FacetIndex Departments { get; }

    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>What a question may name to be narrowed to it.</summary>
    internal NamedChoices Choices { get; }

    /// <summary>The names of departments and functions and their synonyms; read when they are first needed.</summary>
    internal NameIndexLoader Names { get; }

    internal Postings Postings => _postings;

    /// <summary>The positions of the departments listed in an order, which is kept for as long as this snapshot is.</summary>
    internal ReadOnlySpan<int> InOrder(SearchReader reader, DepartmentSort sort, bool isReversed) => (sort, isReversed) switch
    {
        (DepartmentSort.Relevance, _) or (DepartmentSort.Name, false) => Departments.ByName,
        (DepartmentSort.Updated, false) => Departments.ByUpdate,
        _ => _orders.GetOrAdd((sort, isReversed), _ => sort switch
        {
            DepartmentSort.Name => [.. Departments.ByName.ToArray().AsEnumerable().Reverse()],
            DepartmentSort.Updated => [.. Departments.ByUpdate.ToArray().AsEnumerable().Reverse()],
            _ => OrderReader.Read(reader, Departments, sort, isReversed),
        }),
    };

    /// <summary>Reads everything again.</summary>
    public static SearchSnapshot Read(SearchReader reader)
    {
        var lexicon = LexiconReader.Read(reader);
        var departments = FacetReader.Read(reader);
        var words = new TermList(IndexReader.Words(reader));
        var passages = IndexReader.Passages(reader, departments);
        return new SearchSnapshot(
            lexicon, words, departments, LexiconReader.ReadTypes(reader, lexicon.Tokenizer),
            LexiconReader.ReadNamedChoices(reader, lexicon.Tokenizer),
            passages, Postings.Build(passages, words.Highest), IndexReader.Revision(reader), new NameIndexLoader(lexicon.Tokenizer));
    }

    /// <summary>This snapshot after changes; what they do not touch is shared.</summary>
    /// <param name="reader">Where what changed is read.</param>
    /// <param name="changedDepartments">Departments known to have changed; those indexed since are found without being named.</param>
    /// <param name="isShared">
    /// Whether something changed that departments share: spellings, synonyms, functions, service lines, types.
    /// </param>
    public SearchSnapshot With(SearchReader reader, IReadOnlySet<int> changedDepartments, bool isShared)
    {
        var changed = changedDepartments.Union(IndexReader.ChangedSince(reader, _revision)).ToHashSet();
        var lexicon = isShared ? LexiconReader.Read(reader) : Lexicon;
        var types = isShared ? LexiconReader.ReadTypes(reader, lexicon.Tokenizer) : Types;
        var choices = isShared ? LexiconReader.ReadNamedChoices(reader, lexicon.Tokenizer) : Choices;
        var departments = isShared && FacetReader.ReadValues(reader) is var values && !values.AreLike(Departments.Values)
            ? FacetReader.ReadAgain(reader, Departments, values)
            : FacetReader.Reread(reader, Departments, changed);

        var words = _words.With(IndexReader.Words(reader, _words.Highest));
        var read = IndexReader.Passages(reader, changed.Where(id => departments.PositionOf(id) >= 0));
        byte[]?[] passages = [.. _passages, .. new byte[]?[departments.Positions - _passages.Length]];
        var changes = new List<(int Position, byte[]? Before, byte[]? After)>();
        foreach (var id in changed)
            if (departments.KnownPositionOf(id) is >= 0 and var position)
            {
                changes.Add((position, passages[position], read.GetValueOrDefault(id)));
                passages[position] = read.GetValueOrDefault(id);
            }
        return new SearchSnapshot(
            lexicon, words, departments, types, choices, passages, _postings.With(changes, words.Highest),
            IndexReader.Revision(reader), Names.With(changed, isShared, lexicon.Tokenizer));
    }

    /// <summary>The packed passages of the department at a position; null when it has none.</summary>
    internal byte[]? PassagesAt(int position) => _passages[position];
}
