using BpoDirectory.Search;

namespace BpoDirectory.Tests.Search;

/// <summary>A text is found by every way of writing it, and not as a correction.</summary>
public sealed class WrittenFormsTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("Gesamt\u00ADkon\u00ADzept", "Gesamtkonzept")]
    [InlineData("Gesamtkonzept", "Gesamt\u00ADkonzept")]
    [InlineData("Zollab\u200Bwicklung", "zollabwicklung")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("می\u200Cخواهم", "میخواهم")]
    [InlineData("re\u0301gie", "régie")]
    [InlineData("re\u0301gie", "regie")]
    [InlineData("régie", "re\u0301gie")]
    [InlineData("Łódź", "lodz")]
    [InlineData("ﬁsh", "fish")]
    [InlineData("reﬂow", "reflow")]
    [InlineData("œuvre", "oeuvre")]
    [InlineData("oeuvre", "Œuvre")]
    [InlineData("Æ", "ae")]
    [InlineData("Ærø", "aero")]
    [InlineData("Đorđe", "dorde")]
    [InlineData("W-2", "W2")]
    [InlineData("W-2", "W-2")]
    [InlineData("W2", "W-2")]
    [InlineData("H-1B", "h1b")]
    [InlineData("ISO 27001", "ISO27001")]
    [InlineData("T4A", "T-4A")]
    [InlineData("Masswerk", "Maßwerk")]
    [InlineData("Maßwerk", "Masswerk")]
    [InlineData("țesături", "tesaturi")]
    [InlineData("bệnhviện", "benhvien")]
    [InlineData("bệnhviện", "be\u0302\u0323nhvie\u0323\u0302n")]
    [InlineData("東京人事部", "人事部")]
    [InlineData("東京人事部", "東京")]
    [InlineData("カスタマーサポート", "サポート")]
    [InlineData("ｶｽﾀﾏｰ", "カスタマー")]
    [InlineData("ฝ่ายบัญชี", "บัญชี")]
    [InlineData("회계팀", "회계팀")]
    [InlineData("회계팀", "\u1112\u116C\u1100\u1168\u1110\u1175\u11B7")]
    [InlineData("Σίσυφος", "ΣΊΣΥΦΟΣ")]
    [InlineData("ＲＰＡＸ", "rpax")]
    public async Task Text_is_found_by_every_way_of_writing_it(string text, string question)
    {
        await _database.EditAsync("logistics", d => d.Describe($"Moves goods and minds {text} too.", ""));

        var answer = _database.Ask(question);

        Assert.Null(answer.CorrectedQuery);
        var match = Assert.Single(answer.Items, item => item.Slug == "logistics").Match!;
        Assert.Equal(MatchField.Summary, match.Field);
        Assert.All(match.Highlights,
            mark => Assert.Contains(match.Text.Substring(mark.Start, mark.Length), text, StringComparison.Ordinal));
        Assert.NotEmpty(match.Highlights);
    }

    [Theory]
    [InlineData("東京人事部", "経理部")]
    [InlineData("W-2", "W3")]
    [InlineData("й", "и")]
    public async Task Other_text_is_not_found(string text, string question)
    {
        await _database.EditAsync("logistics", d => d.Describe($"Moves goods and minds {text} too.", ""));

        Assert.DoesNotContain(_database.Ask(question).Items, item => item.Match?.Field == MatchField.Summary && item.Slug == "logistics");
    }
}
