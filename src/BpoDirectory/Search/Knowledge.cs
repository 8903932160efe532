using System.Collections.Concurrent;
using System.Text.Json;
using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>What search knows of one state of the catalog.</summary>
public sealed class Knowledge
{
    private const int MostPassages = 2_000;

    private readonly ConcurrentDictionary<int, DepartmentPassages> _passages = [];
    private readonly Lock _readingWordings = new();
    private Wordings? _wordings;

    private Knowledge(Lexicon lexicon, Vocabulary vocabulary, FacetIndex departments, IReadOnlyList<NamedType> types)
    {
        (Lexicon, Vocabulary, Departments, Types) = (lexicon, vocabulary, departments, types);
        Interpreter = new QueryInterpreter(lexicon, vocabulary);
        Postings = new Postings(vocabulary, departments);
    }

    public Lexicon Lexicon { get; }

    public Vocabulary Vocabulary { get; }

    public QueryInterpreter Interpreter { get; }

    public Postings Postings { get; }

    public FacetIndex Departments { get; }

    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>Reads everything anew.</summary>
    public static Knowledge Read(ReadSession session)
    {
        var lexicon = Lexicon.Read(session);
        return new Knowledge(lexicon, SearchIndex.ReadVocabulary(session), FacetReader.Read(session), NamedType.Read(session, lexicon.Splitter));
    }

    /// <summary>This knowledge with these departments read anew.</summary>
    public Knowledge With(ReadSession session, IReadOnlySet<int> changed)
    {
        var departments = FacetReader.Reread(session, Departments, changed);
        var passages = new PassageReader(Lexicon.Splitter).Read(Source(session, changed));
        var words = passages.Values.SelectMany(texts => texts.All.SelectMany(passage => passage.Words.Select(word => (word.Text, Tier.Of(passage)))));
        var updated = new Knowledge(Lexicon, Vocabulary.With(words), departments, Types);
        foreach (var (id, texts) in _passages)
            if (!changed.Contains(id))
                updated._passages[id] = texts;
        return updated;
    }

    /// <summary>The names of departments and functions and their other wordings; read when they are first needed.</summary>
    public Wordings Wordings(PreparedReads reads)
    {
        lock (_readingWordings)
            return _wordings ??= reads.Read(session => Search.Wordings.Read(session, Lexicon.Splitter));
    }

    /// <summary>The passages of these departments, by key; read from the database when they are not at hand.</summary>
    public IReadOnlyDictionary<int, DepartmentPassages> Passages(ReadSession session, IReadOnlyCollection<int> departmentIds)
    {
        var found = new Dictionary<int, DepartmentPassages>(departmentIds.Count);
        var missing = new List<int>();
        foreach (var id in departmentIds)
            if (_passages.TryGetValue(id, out var known))
                found[id] = known;
            else
                missing.Add(id);
        if (missing.Count == 0)
            return found;

        var read = new PassageReader(Lexicon.Splitter).Read(Source(session, missing));
        if (_passages.Count > MostPassages)
            _passages.Clear();
        foreach (var id in missing)
            found[id] = _passages[id] = read.GetValueOrDefault(id) ?? DepartmentPassages.None;
        return found;
    }

    private static PassageReader.RowSource Source(ReadSession session, IEnumerable<int> departmentIds)
    {
        var keys = JsonSerializer.Serialize(departmentIds);
        return (sql, row) => session.Each(sql, row, keys);
    }
}
