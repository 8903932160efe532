using BpoDirectory.Data.Text;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Suggestions;

/// <summary>The names of departments and functions, and their aliases and synonyms, found by the words in them.</summary>
internal sealed class NameIndex
{
    // A beginning that more names share than this is too short to choose among all of them.
    private const int MostCompared = 2_000;

    private readonly Tokenizer _tokenizer;
    private readonly NameIndexTable _departments;
    private readonly NameIndexTable _functions;
    private readonly HashSet<int> _changed;
    private readonly NameIndexTable _departmentsSince;

    private NameIndex(
        Tokenizer tokenizer, NameIndexTable departments, NameIndexTable functions, HashSet<int> changed, NameIndexTable departmentsSince)
    {
        (_tokenizer, _departments, _functions) = (tokenizer, departments, functions);
        (_changed, _departmentsSince) = (changed, departmentsSince);
    }

    /// <summary>Reads all of them.</summary>
    public static NameIndex Read(SearchReader reader, Tokenizer tokenizer) => new(
        tokenizer,
        new NameIndexTable(NameKind.Department, NameReader.ReadDepartments(reader), tokenizer),
        ReadFunctions(reader, tokenizer), [], new NameIndexTable(NameKind.Department, [], tokenizer));

    /// <summary>
    /// This index after changes; only those of the departments changed, and with <paramref name="functions"/> those of functions, are read.
    /// </summary>
    public NameIndex With(SearchReader reader, IReadOnlyCollection<int> departments, bool functions)
    {
        HashSet<int> changed = [.. _changed, .. departments];
        var since = NameReader.ReadDepartments(reader, changed);
        return new NameIndex(
            _tokenizer, _departments, functions ? ReadFunctions(reader, _tokenizer) : _functions, changed,
            new NameIndexTable(NameKind.Department, since, _tokenizer));
    }

    /// <summary>Names that have this very word, the shortest first.</summary>
    public IEnumerable<NameEntry> NamesWith(string word) =>
        OfDepartments(table => table.With(word)).Concat(_functions.With(word).Select(entry => _functions[entry]))
            .Where(name => name.IsName)
            .OrderBy(name => name.Text.Length).ThenBy(name => name.Text, StringComparer.Ordinal);

    /// <summary>
    /// Names that have all these words, the last of which may be unfinished; those that begin with the first word come
    /// first, then names, then the shorter ones. Each department or function comes once, by the best of them.
    /// </summary>
    public IEnumerable<NameEntry> Completing(NameKind kind, IReadOnlyList<Token> words) =>
        (kind == NameKind.Function
            ? Having(_functions, words).Select(entry => _functions[entry])
            : OfDepartments(table => Having(table, words)))
        .OrderByDescending(name => NameComparison.PartOf(name.Text).StartsWith(words[0].Text, StringComparison.Ordinal))
        .ThenByDescending(name => name.IsName)
        .ThenBy(name => name.Text.Length)
        .ThenByName(name => name.Text)
        .DistinctBy(name => name.Id);

    private IEnumerable<NameEntry> OfDepartments(Func<NameIndexTable, IEnumerable<int>> entries) =>
        entries(_departments).Where(entry => !_changed.Contains(_departments.IdAt(entry))).Select(entry => _departments[entry])
            .Concat(entries(_departmentsSince).Select(entry => _departmentsSince[entry]));

    private static IEnumerable<int> Having(NameIndexTable table, IReadOnlyList<Token> words)
    {
        var whole = words.SkipLast(1).Select(word => table.With(word.Text)).ToList();
        return table.WithBeginning(words[^1].Text)
            .Take(MostCompared)
            .Where(entry => whole.TrueForAll(entries => Array.BinarySearch(entries, entry) >= 0));
    }

    private static NameIndexTable ReadFunctions(SearchReader reader, Tokenizer tokenizer) =>
        new(NameKind.Function, NameReader.ReadFunctions(reader), tokenizer);
}
