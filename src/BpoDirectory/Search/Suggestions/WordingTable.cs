using System.Text;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Suggestions;

/// <summary>What a wording leads to.</summary>
public enum WordingKind
{
    Department,
    Function,
}

/// <summary>A wording in memory.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Id">The key of that.</param>
/// <param name="IsName">Whether it is the name of that, not another wording.</param>
/// <param name="Text">The wording.</param>
internal readonly record struct WordingEntry(WordingKind Kind, int Id, bool IsName, string Text);

/// <summary>Wordings, found by the words in them; texts are kept as one run of UTF-8, because there can be hundreds of thousands.</summary>
internal sealed class WordingTable
{
    private readonly WordingKind _kind;
    private readonly int[] _ids;
    private readonly bool[] _areNames;
    private readonly int[] _ends;
    private readonly byte[] _texts;
    private readonly string[] _words;
    private readonly int[][] _places;

    /// <summary>A table of wordings that lead to things of one kind.</summary>
    public WordingTable(WordingKind kind, IReadOnlyCollection<WordingEntry> wordings, WordSplitter splitter)
    {
        _kind = kind;
        _ids = [.. wordings.Select(wording => wording.Id)];
        _areNames = [.. wordings.Select(wording => wording.IsName)];
        _ends = new int[wordings.Count];
        var texts = new MemoryStream();
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (place, wording) in wordings.Index())
        {
            texts.Write(Encoding.UTF8.GetBytes(wording.Text));
            _ends[place] = (int)texts.Length;
            foreach (var word in splitter.Split(wording.Text))
            {
                if (!byWord.TryGetValue(word.Text, out var places))
                    byWord[word.Text] = places = new List<int>(1);
                if (places.Count == 0 || places[^1] != place)
                    places.Add(place);
            }
        }
        _texts = texts.ToArray();
        _words = [.. byWord.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _places = Array.ConvertAll(_words, word => byWord[word].ToArray());
    }

    /// <summary>The wording at a place.</summary>
    public WordingEntry this[int place] => new(_kind, _ids[place], _areNames[place], TextAt(place));

    /// <summary>The key of what the wording at a place leads to.</summary>
    public int IdAt(int place) => _ids[place];

    /// <summary>The places of wordings that have this very word, ascending.</summary>
    public int[] With(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal) is >= 0 and var at ? _places[at] : [];

    /// <summary>The places of wordings that have a word with this beginning, each once.</summary>
    public IEnumerable<int> WithBeginning(string beginning)
    {
        var at = Array.BinarySearch(_words, beginning, StringComparer.Ordinal);
        var first = at >= 0 ? at : ~at;
        return Enumerable.Range(first, _words.Length - first)
            .TakeWhile(i => _words[i].StartsWith(beginning, StringComparison.Ordinal))
            .SelectMany(i => _places[i])
            .Distinct();
    }

    private string TextAt(int place)
    {
        var start = place == 0 ? 0 : _ends[place - 1];
        return Encoding.UTF8.GetString(_texts, start, _ends[place] - start);
    }
}
