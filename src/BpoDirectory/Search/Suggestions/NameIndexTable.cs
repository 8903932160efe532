using System.Text;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Suggestions;

/// <summary>Names, found by the words in them; texts are kept as one run of UTF-8, because there can be hundreds of thousands.</summary>
internal sealed class NameIndexTable
{
    private readonly NameKind _kind;
    private readonly int[] _ids;
    private readonly bool[] _areNames;
    private readonly int[] _ends;
    private readonly byte[] _texts;
    private readonly string[] _words;
    private readonly int[][] _entriesByWord;

    /// <summary>A table of names that lead to things of one kind.</summary>
    public NameIndexTable(NameKind kind, IReadOnlyCollection<NameEntry> names, Tokenizer tokenizer)
    {
        _kind = kind;
        _ids = [.. names.Select(name => name.Id)];
        _areNames = [.. names.Select(name => name.IsName)];
        _ends = new int[names.Count];
        var texts = new MemoryStream();
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (entry, name) in names.Index())
        {
            texts.Write(Encoding.UTF8.GetBytes(name.Text));
            _ends[entry] = (int)texts.Length;
            foreach (var word in tokenizer.Tokenize(name.Text))
            {
                if (!byWord.TryGetValue(word.Text, out var entries))
                    byWord[word.Text] = entries = new List<int>(1);
                if (entries.Count == 0 || entries[^1] != entry)
                    entries.Add(entry);
            }
        }
        _texts = texts.ToArray();
        _words = [.. byWord.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _entriesByWord = Array.ConvertAll(_words, word => byWord[word].ToArray());
    }

    /// <summary>The name with this number.</summary>
    public NameEntry this[int entry] => new(_kind, _ids[entry], _areNames[entry], TextAt(entry));

    /// <summary>The key of what the name with this number leads to.</summary>
    public int IdAt(int entry) => _ids[entry];

    /// <summary>The numbers of names that have this very word, ascending.</summary>
    public int[] With(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal) is >= 0 and var at ? _entriesByWord[at] : [];

    /// <summary>The numbers of names that have a word with this beginning, each once.</summary>
    public IEnumerable<int> WithBeginning(string beginning)
    {
        var at = Array.BinarySearch(_words, beginning, StringComparer.Ordinal);
        var first = at >= 0 ? at : ~at;
        return Enumerable.Range(first, _words.Length - first)
            .TakeWhile(i => _words[i].StartsWith(beginning, StringComparison.Ordinal))
            .SelectMany(i => _entriesByWord[i])
            .Distinct();
    }

    private string TextAt(int entry)
    {
        var start = entry == 0 ? 0 : _ends[entry - 1];
        return Encoding.UTF8.GetString(_texts, start, _ends[entry] - start);
    }
}
