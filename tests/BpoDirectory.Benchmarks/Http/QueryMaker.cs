using BpoDirectory.Benchmarks.Generation;

namespace BpoDirectory.Benchmarks.Http;

/// <summary>Makes questions of each kind out of the words of a directory: as many different ones as there are.</summary>
internal sealed class QueryMaker(DirectoryFacts facts, Dice dice)
{
    private const int Most = 10_000;
    private const int PageSize = 25;
    private const int MostPages = 10;

    // Below this size a catalog has no words of every frequency.
    private const int LargeCatalog = 1_000;

    private readonly HashSet<string> _known = [.. facts.Words.Select(word => word.Word)];

    private readonly Dictionary<string, int> _departments = facts.Words.ToDictionary(word => word.Word, word => word.Departments);

    private int Count => facts.Departments.Count;

    private bool IsLarge => Count >= LargeCatalog;

    /// <summary>Words of a handful of departments.</summary>
    public List<Query> Rare() => Shuffled(With(IsLarge ? 3 : 1, IsLarge ? 8 : 2).Select(ToQuery));

    /// <summary>Words of one department in five, on every page that they fill.</summary>
    public List<Query> Common() => Shuffled(
        from word in With((int)((IsLarge ? 0.17 : 0.14) * Count), (int)((IsLarge ? 0.23 : 0.3) * Count))
        from page in Enumerable.Range(1, Math.Clamp(word.Departments / PageSize, 1, MostPages))
        select ToQuery(word) with { Page = page });

    /// <summary>Words of some dozens of departments or, in a small catalog, of more than one.</summary>
    public List<Query> Middling() => Shuffled(With(IsLarge ? 9 : 2, IsLarge ? Math.Max(20, Count / 200) : 6).Select(ToQuery));

    /// <summary>Three words that stand together in some department.</summary>
    public List<Query> Three()
    {
        var most = IsLarge ? Count / 20 : Count;
        return [.. Enumerable.Range(0, Most).Select(_ => NewThree(most))];
    }

    /// <summary>Words with one mistake behind the first letter.</summary>
    public List<Query> Misspelt()
    {
        var words = With(IsLarge ? 3 : 1, IsLarge ? Count / 100 : Count);
        return [.. Enumerable.Range(0, Most).Select(_ => dice.Pick(words))
            .Select(word => ToQuery(word) with { Text = Misspell(word.Word) })];
    }

    /// <summary>The first letters of long words.</summary>
    public List<Query> Prefix()
    {
        var beginnings = facts.Words.Where(word => word.Word.Length >= 8)
            .Select(word => word.Word[..dice.Between(5, 6)])
            .Where(beginning => !_known.Contains(beginning));
        return Shuffled(beginnings.Distinct().Select(beginning => new Query(beginning, $"\"{beginning}\"*")));
    }

    private Query NewThree(int most)
    {
        while (true)
        {
            var words = dice.Pick(facts.Descriptions).Split([' ', '.', ',', '\n', '-', '#'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => _departments.GetValueOrDefault(word, int.MaxValue) <= most).Distinct().ToList();
            if (words.Count < 3)
                continue;
            dice.Shuffle(words);
            return new Query(string.Join(' ', words[..3]), string.Join(' ', words[..3].Select(word => $"\"{word}\"")));
        }
    }

    private string Misspell(string word)
    {
        while (true)
        {
            var at = dice.Between(1, word.Length - 2);
            var letter = (char)('a' + dice.Below(26));
            var slip = dice.Below(4) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, letter.ToString()),
                2 => word[..at] + letter + word[(at + 1)..],
                _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            };
            if (slip != word && !_known.Contains(slip))
                return slip;
        }
    }

    private List<WordFacts> With(int least, int most) =>
        [.. facts.Words.Where(word => word.Departments >= least && word.Departments <= most)];

    private List<Query> Shuffled(IEnumerable<Query> queries)
    {
        var all = queries.ToList();
        dice.Shuffle(all);
        return all.GetRange(0, Math.Min(all.Count, Most));
    }

    private static Query ToQuery(WordFacts word) => new(word.Word, $"\"{word.Word}\"");
}
