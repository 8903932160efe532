using System.Collections.Concurrent;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Search;

/// <summary>What search knows of one state of the catalog.</summary>
public sealed class Knowledge
{
    private const int MostPassages = 2_000;

    private readonly ConcurrentDictionary<int, List<Passage>> _passages = [];

    private Knowledge(Lexicon lexicon, Vocabulary vocabulary, FacetIndex departments, ILookup<int, int> ownersByFunction, IReadOnlyList<NamedType> types, IReadOnlyList<string> wordings)
    {
        (Lexicon, Vocabulary, Departments, OwnersByFunction, Types, Wordings) = (lexicon, vocabulary, departments, ownersByFunction, types, wordings);
        Interpreter = new QueryInterpreter(lexicon, vocabulary);
    }

    public Lexicon Lexicon { get; }

    public Vocabulary Vocabulary { get; }

    public QueryInterpreter Interpreter { get; }

    public FacetIndex Departments { get; }

    /// <summary>Keys of the departments that own a function, by the function's key.</summary>
    public ILookup<int, int> OwnersByFunction { get; }

    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>Wordings that are certain to have an answer: names of departments and functions.</summary>
    public IReadOnlyList<string> Wordings { get; }

    public static async Task<Knowledge> ReadAsync(DirectoryDbContext db, CancellationToken cancellation)
    {
        var lexicon = await Lexicon.ReadAsync(db, cancellation);
        var owners = await db.FunctionOwners.Where(o => !o.Department.IsArchived)
            .Select(o => new { o.BusinessFunctionId, o.DepartmentId }).ToListAsync(cancellation);
        var functions = await db.BusinessFunctions.Where(f => f.Owners.Any(o => !o.Department.IsArchived)).Select(f => f.Name).ToListAsync(cancellation);
        var departments = await db.Departments.Where(d => !d.IsArchived).Select(d => d.Name).ToListAsync(cancellation);
        return new Knowledge(
            lexicon,
            await SearchIndex.ReadVocabularyAsync(db, cancellation),
            await FacetIndex.ReadAsync(db, cancellation),
            owners.ToLookup(o => o.BusinessFunctionId, o => o.DepartmentId),
            await NamedType.ReadAsync(db, lexicon.Splitter, cancellation),
            [.. departments, .. functions]);
    }

    /// <summary>The passages of these departments, by key; read from the database when they are not at hand.</summary>
    public async Task<IReadOnlyDictionary<int, List<Passage>>> PassagesAsync(DirectoryDbContext db, IReadOnlyCollection<int> departmentIds, CancellationToken cancellation)
    {
        var missing = departmentIds.Where(id => !_passages.ContainsKey(id)).ToList();
        if (missing.Count == 0)
            return _passages;
        if (_passages.Count + missing.Count > MostPassages)
            _passages.Clear();
        var read = await PassageReader.ReadAsync(db, Lexicon.Splitter, missing, cancellation);
        foreach (var (id, passages) in read)
            _passages[id] = passages;
        return _passages;
    }
}
