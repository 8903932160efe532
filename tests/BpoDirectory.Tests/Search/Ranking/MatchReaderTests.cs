using BpoDirectory.Data.Sqlite;
using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Storage;

namespace BpoDirectory.Tests.Search.Ranking;

public sealed class MatchReaderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Fact]
    public void Every_passage_of_the_catalog_is_found_again_by_its_key() => database.Get<PreparedReads>().Read(session =>
    {
        var knowledge = database.Get<SearchState>().Current;
        var matches = new MatchReader(session, knowledge, new PassageMatcher(Interpretation.Nothing, []));
        var positions = knowledge.Departments.ByName(knowledge.Departments.All);
        var results = ResultReader.Read(session, knowledge, positions);
        var texts = new PassageReader((sql, row) => session.Each(sql, row, $"[{string.Join(',', positions.Select(knowledge.Departments.IdAt))}]")).Read();
        var fields = new HashSet<MatchField>();
        foreach (var position in positions)
        {
            var keys = Keys(knowledge.PassagesAt(position));
            var passages = texts[knowledge.Departments.IdAt(position)];
            Assert.Equal(passages.Count, keys.Count);
            foreach (var (passage, key) in passages.Zip(keys))
            {
                Assert.Equal(Snippet.Of(passage.Field, passage.Text, []).Text, matches.Read(new Rated(position, 1, key), results[position])!.Text);
                fields.Add(passage.Field);
            }
        }
        Assert.Equal(Enum.GetValues<MatchField>().Length, fields.Count);
        return 0;
    });

    [Fact]
    public void Passage_that_is_gone_by_now_is_no_reason() => database.Get<PreparedReads>().Read(session =>
    {
        var knowledge = database.Get<SearchState>().Current;
        var matches = new MatchReader(session, knowledge, new PassageMatcher(Interpretation.Nothing, []));
        var result = ResultReader.Read(session, knowledge, [0])[0];
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
