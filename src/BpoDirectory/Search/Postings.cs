using System.Collections.Concurrent;
using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>Departments, by their places in the order of names, that have a word in one tier.</summary>
public readonly record struct Posting(int Tier, int[] Positions);

/// <summary>
/// Which departments have which words, read from the index word by word as questions need them and kept, so that a word
/// in a fifth of all departments is read once and not with each question.
/// </summary>
public sealed class Postings(Vocabulary vocabulary, FacetIndex departments)
{
    // About 32 MB of places; then everything is forgotten and read again.
    private const int MostPlaces = 8_000_000;

    // What an entry takes beside its places, counted in places.
    private const int OverheadOfOne = 50;

    private readonly ConcurrentDictionary<string, Posting[]> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Posting[]> _owners = [];
    private int _places;

    /// <summary>Where any of the words stands, tier by tier.</summary>
    public Posting[] Of(ReadSession session, string[] words)
    {
        var key = words.Length == 1 ? words[0] : string.Join(' ', words);
        return _words.TryGetValue(key, out var known) ? known : Keep(_words, key, Read(session, words));
    }

    /// <summary>The owners of a function: the first owners, then the co-owners.</summary>
    public Posting[] OwnersOf(ReadSession session, int functionId)
    {
        if (_owners.TryGetValue(functionId, out var known))
            return known;
        var owners = session.Query(
            "SELECT DepartmentId, Rank FROM FunctionOwners WHERE BusinessFunctionId = $1", row => (Id: row.GetInt32(0), Rank: row.GetInt32(1)), functionId);
        return Keep(_owners, functionId,
        [
            new Posting(Tier.OfOwners, Places(owners.Where(owner => owner.Rank == 1).Select(owner => owner.Id))),
            new Posting(Tier.OfCoOwners, Places(owners.Where(owner => owner.Rank > 1).Select(owner => owner.Id))),
        ]);
    }

    private Posting[] Read(ReadSession session, string[] words)
    {
        var postings = new List<Posting>();
        for (var tier = 1; tier <= Tier.Count; tier++)
        {
            var there = words.Where(word => vocabulary.Count(word).Has(tier)).ToList();
            if (there.Count > 0)
                postings.Add(new Posting(tier, Places(SearchIndex.Find(session, tier, there))));
        }
        return [.. postings];
    }

    private int[] Places(IEnumerable<int> departmentIds) => [.. departmentIds.Select(departments.PositionOf).Where(position => position >= 0)];

    private Posting[] Keep<TKey>(ConcurrentDictionary<TKey, Posting[]> kept, TKey key, Posting[] postings) where TKey : notnull
    {
        if (Interlocked.Add(ref _places, postings.Sum(posting => posting.Positions.Length) + OverheadOfOne) > MostPlaces)
        {
            _words.Clear();
            _owners.Clear();
            _places = 0;
        }
        return kept[key] = postings;
    }
}
