using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search;

namespace BpoDirectory.Tests.Search.Ranking;

public sealed class MatchHighlighterTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public void Every_passage_of_the_catalog_is_found_again_by_its_key() => database.Get<SearchDatabase>().Read(reader =>
    {
        var snapshot = database.Get<SearchState>().Current;
        var matches = new MatchHighlighter(reader, snapshot, new PassageMatcher(Interpretation.Nothing, []));
        var positions = snapshot.Departments.SortByName(snapshot.Departments.All);
        var results = ResultReader.Read(reader, snapshot, positions);
        var texts = new PassageReader(reader, positions.Select(snapshot.Departments.IdAt)).Read();
        var fields = new HashSet<MatchField>();
        foreach (var position in positions)
        {
            var keys = Keys(snapshot.PassagesAt(position));
            var passages = texts[snapshot.Departments.IdAt(position)];
            Assert.Equal(passages.Count, keys.Count);
            foreach (var (passage, key) in passages.Zip(keys))
            {
                Assert.Equal(
                    Snippet.Create(passage.Field, passage.Text, []).Text,
                    matches.Read(new Rated(position, 1, key), results[position])!.Text);
                fields.Add(passage.Field);
            }
        }
        // Nothing is invented: the catalog says of no department how it is reached and what it promises.
        MatchField[] untold = [MatchField.Channel, MatchField.Tag, MatchField.ServiceLevel, MatchField.Link];
        Assert.Equal(Enum.GetValues<MatchField>().Except(untold), fields.Order());
        return 0;
    });

    [Fact]
    public void Passage_that_is_gone_by_now_is_no_reason() => database.Get<SearchDatabase>().Read(reader =>
    {
        var snapshot = database.Get<SearchState>().Current;
        var matches = new MatchHighlighter(reader, snapshot, new PassageMatcher(Interpretation.Nothing, []));
        var result = ResultReader.Read(reader, snapshot, [0])[0];
        foreach (var field in Enum.GetValues<MatchField>().Except([MatchField.Name, MatchField.Summary]))
            Assert.Null(matches.Read(new Rated(0, 1, new PassageKey(field, 1, 999)), result));
        Assert.Null(matches.Read(new Rated(0, 0, null), result));
        return 0;
    });

    private static List<PassageKey> Keys(byte[]? packed)
    {
        var keys = new List<PassageKey>();
        int[] words = [];
        for (var cursor = new PassageCursor(packed); cursor.Next(ref words);)
            keys.Add(cursor.Key);
        return keys;
    }
}
