using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Index;

public sealed class PackedPassagesTests
{
    private readonly List<string> _words = [""];

    [Fact]
    public void Passages_come_back_with_their_names_tiers_and_words()
    {
        Passage[] passages =
        [
            new(MatchField.Name, "Finance and Accounting"), new(MatchField.Alias, "Accounts"), new(MatchField.Alias, "The Ledger"),
            .. PassageReader.Function(7, "Payroll processing", 1, ["wages", "pay slips"]),
            .. PassageReader.Function(3, "Invoicing", 2, ["bills"]),
            new(MatchField.Responsibility, ""), new(MatchField.Summary, "Keeps the accounts."), new(MatchField.Description, "It counts."),
        ];

        Assert.Equal(
            [
                "Name/0/0 t1: finance and accounting", "Alias/0/0 t2: accounts", "Alias/0/1 t2: the ledger",
                "Function/7/0 t3: payroll processing", "Function/7/1 t4: wages", "Function/7/2 t4: pay slips",
                "Function/3/0 t5: invoicing", "Function/3/1 t5: bills",
                "Responsibility/0/0 t6: ", "Summary/0/0 t8: keeps the accounts", "Description/0/0 t9: counts",
            ],
            Unpack(Pack(passages)));
    }

    [Fact]
    public void Long_passages_fit()
    {
        var text = string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"word{i}"));

        Assert.Equal([$"Summary/0/0 t8: {text}"], Unpack(Pack(new Passage(MatchField.Summary, text))));
    }

    [Fact]
    public void Nothing_is_packed_into_nothing()
    {
        Assert.Empty(Pack());
        Assert.Empty(Unpack(null));
    }

    private byte[] Pack(params Passage[] passages) => PackedPassages.Pack(passages, new Tokenizer(new Dictionary<string, string>()), word =>
    {
        if (!_words.Contains(word))
            _words.Add(word);
        return _words.IndexOf(word);
    });

    private List<string> Unpack(byte[]? packed)
    {
        var found = new List<string>();
        int[] words = [];
        var cursor = new PassageCursor(packed);
        while (cursor.Next(ref words))
            found.Add($"{cursor.Key.Field}/{cursor.Key.FunctionId}/{cursor.Key.Ordinal} t{cursor.FieldClass}: {string.Join(' ', words[..cursor.Count].Select(word => _words[word]))}");
        return found;
    }
}
