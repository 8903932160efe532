using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Suggestions;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Index;

/// <summary>What search knows of one state of the catalog.</summary>
public sealed class Knowledge
{
    private readonly byte[]?[] _passages;
    private readonly WordList _words;
    private readonly Postings _postings;
    private readonly long _revision;

    private Knowledge(
        Lexicon lexicon, WordList words, FacetIndex departments, IReadOnlyList<NamedType> types, byte[]?[] passages, Postings postings,
        long revision, WordingSource wordings)
    {
        (Lexicon, _words, Departments, Types, _passages) = (lexicon, words, departments, types, passages);
        (_postings, _revision, Wordings) = (postings, revision, wordings);
        Vocabulary = new Vocabulary(departments.Count, words, postings.Counts, postings.NamingCounts);
        Interpreter = new QueryInterpreter(lexicon, Vocabulary, departments.NamesBeginning);
    }

    public Lexicon Lexicon { get; }

    public Vocabulary Vocabulary { get; }

    public QueryInterpreter Interpreter { get; }

    public FacetIndex Departments { get; }

    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>The names of departments and functions and their other wordings; read when they are first needed.</summary>
    internal WordingSource Wordings { get; }

    internal Postings Postings => _postings;

    /// <summary>Reads everything anew.</summary>
    public static Knowledge Read(ReadSession session)
    {
        var lexicon = Lexicon.Read(session);
        var departments = FacetReader.Read(session);
        var words = new WordList(IndexReader.Words(session));
        var passages = IndexReader.Passages(session, departments);
        return new Knowledge(
            lexicon, words, departments, NamedType.Read(session, lexicon.Splitter), passages, Postings.Of(passages, words.Highest),
            IndexReader.Revision(session), new WordingSource(lexicon.Splitter));
    }

    /// <summary>This knowledge after changes; what they do not touch is shared.</summary>
    /// <param name="session">Where what changed is read.</param>
    /// <param name="changedDepartments">Departments known to have changed; those indexed since are found without being named.</param>
    /// <param name="isShared">Whether something changed that departments share: spellings, synonyms, functions, service lines, types.</param>
    public Knowledge With(ReadSession session, IReadOnlySet<int> changedDepartments, bool isShared)
    {
        var changed = changedDepartments.Union(IndexReader.ChangedSince(session, _revision)).ToHashSet();
        var lexicon = isShared ? Lexicon.Read(session) : Lexicon;
        var types = isShared ? NamedType.Read(session, lexicon.Splitter) : Types;
        var departments = isShared && FacetReader.ReadValues(session) is var values && !values.AreLike(Departments.Values)
            ? FacetReader.ReadAnew(session, Departments, values)
            : FacetReader.Reread(session, Departments, changed);

        var words = _words.With(IndexReader.Words(session, _words.Highest));
        var read = IndexReader.Passages(session, changed.Where(id => departments.PositionOf(id) >= 0));
        byte[]?[] passages = [.. _passages, .. new byte[]?[departments.Positions - _passages.Length]];
        var changes = new List<(int Position, byte[]? Before, byte[]? After)>();
        foreach (var id in changed)
            if (departments.KnownPositionOf(id) is >= 0 and var position)
            {
                changes.Add((position, passages[position], read.GetValueOrDefault(id)));
                passages[position] = read.GetValueOrDefault(id);
            }
        return new Knowledge(
            lexicon, words, departments, types, passages, _postings.With(changes, words.Highest),
            IndexReader.Revision(session), Wordings.With(changed, isShared, lexicon.Splitter));
    }

    /// <summary>The packed passages of the department at a position; null when it has none.</summary>
    internal byte[]? PassagesAt(int position) => _passages[position];
}
