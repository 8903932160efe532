using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Text;

public sealed class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = new(new Dictionary<string, string>
    {
        ["organisation"] = "organization",
        ["centre"] = "center",
        ["labour"] = "labor",
    });

    [Theory]
    [InlineData("", "")]
    [InlineData("  -- !? ", "")]
    [InlineData("Payroll", "payroll")]
    [InlineData("who handles payroll?", "who handles payroll")]
    [InlineData("e-mail/chat,phone", "e mail chat phone")]
    [InlineData("Front-Office", "front office")]
    [InlineData("3PL and 24/7", "3pl and 24 7")]
    [InlineData("Crème brûlée", "creme brulee")]
    [InlineData("ＰＡＹ", "pay")]
    [InlineData("snake_case", "snake case")]
    public void Words_are_runs_of_letters_and_digits_folded(string text, string words) => Assert.Equal(words, Join(text));

    [Theory]
    [InlineData("Gesamt\u00ADkon\u00ADzept", "gesamtkonzept")]
    [InlineData("re\u0301gie", "regie")]
    [InlineData("ﬁsh, œuvre, Æ", "fish oeuvre ae")]
    [InlineData("Maßwerk", "masswerk")]
    [InlineData("bệnhviện țesături", "benhvien tesaturi")]
    [InlineData("می\u200Cخواهم", "میخواهم")]
    [InlineData("हिन्दी विभाग", "हिन्दी विभाग")]
    [InlineData("col·lecció", "colleccio")]
    public void Words_are_whole_however_they_are_encoded(string text, string words) => Assert.Equal(words, Join(text));

    [Theory]
    [InlineData("人", "人")]
    [InlineData("人事", "人事")]
    [InlineData("東京人事部", "東京 京人 人事 事部")]
    [InlineData("IT部門 2人", "it 部門 2 人")]
    [InlineData("カスタマー", "カス スタ タマ マー")]
    [InlineData("บัญชี", "บัญ ญชี")]
    [InlineData("𠀋𠀌𠀍", "𠀋𠀌 𠀌𠀍")]
    public void Scripts_without_blanks_are_split_into_pairs_of_letters(string text, string words) => Assert.Equal(words, Join(text));

    [Theory]
    [InlineData("client's", "client")]
    [InlineData("client’s data", "client data")]
    [InlineData("CLIENT'S", "client")]
    [InlineData("customers' calls", "customers calls")]
    [InlineData("don't", "dont")]
    [InlineData("who's", "who")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("o'clock's", "oclock")]
    public void Apostrophes_part_no_words_and_possessives_are_dropped(string text, string words) => Assert.Equal(words, Join(text));

    [Theory]
    [InlineData("organisation", "organization")]
    [InlineData("Organisation's", "organization")]
    [InlineData("call centre", "call center")]
    [InlineData("organization", "organization")]
    public void Variants_take_the_standard_spelling(string text, string words) => Assert.Equal(words, Join(text));

    [Theory]
    [InlineData("finance & accounting", "finance and accounting")]
    [InlineData("finance&accounting", "finance and accounting")]
    [InlineData("&", "and")]
    [InlineData("sales &", "sales and")]
    public void Ampersand_is_the_word_and(string text, string words) => Assert.Equal(words, Join(text));

    [Theory]
    [InlineData("R&D", "rd")]
    [InlineData("R & D", "rd")]
    [InlineData("r and d", "rd")]
    [InlineData("the R&D team", "the rd team")]
    [InlineData("F&A and R&D", "fa and rd")]
    [InlineData("plan A and plan B", "plan a and plan b")]
    [InlineData("r and development", "r and development")]
    [InlineData("1 and 2", "1 and 2")]
    [InlineData("2 & d", "2 and d")]
    public void Initials_joined_by_and_are_one_word(string text, string words) => Assert.Equal(words, Join(text));

    [Fact]
    public void Initials_take_their_whole_place_in_the_text()
    {
        var word = Tokenizer.Tokenize("the R & D team")[1];

        Assert.Equal(("rd", "rd", 4, 5), (word.Text, word.Stem, word.Start, word.Length));
    }

    [Theory]
    [InlineData("Client’s données, R & D: 24/7")]
    [InlineData("pay\uD83D\uDE9Aroll te\u0301te")]
    public void Every_word_knows_its_place(string text)
    {
        var words = Tokenizer.Tokenize(text);

        Assert.NotEmpty(words);
        Assert.All(words,
            word => Assert.True(char.IsLetterOrDigit(text[word.Start]) && char.IsLetterOrDigit(text[word.Start + word.Length - 1])));
        Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
    }

    [Fact]
    public void Every_word_has_its_stem() =>
        Assert.Equal(["invoic", "recruit", "organ"], Tokenizer.Tokenize("invoices recruiting organisation").Select(word => word.Stem));

    [Fact]
    public void Endless_word_is_cut_but_keeps_its_place()
    {
        var word = Assert.Single(Tokenizer.Tokenize(new string('x', 5_000)));

        Assert.Equal((64, 0, 5_000), (word.Text.Length, word.Start, word.Length));
    }

    [Fact]
    public void Any_text_can_be_split_into_words_that_lie_inside_it_in_order()
    {
        var random = new Random(11);
        foreach (var text in HostileText.All.Concat(Enumerable.Range(0, 500).Select(_ => HostileText.Random(random, 200))))
        {
            var end = 0;
            foreach (var word in Tokenizer.Tokenize(text))
            {
                Assert.NotEqual("", word.Text);
                Assert.InRange(word.Start, end, text.Length - 1);
                Assert.InRange(word.Length, 1, text.Length - word.Start);
                // Pairs of letters overlap, and the Thai ำ is the mark of one letter and a letter of its own.
                end = IsUnspaced(word.Text) || text[word.Start + word.Length - 1] == 'ำ' ? word.Start : word.Start + word.Length;
            }
        }
    }

    private static bool IsUnspaced(string word) => word.Any(letter => letter > '\u0E00');

    private static string Join(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(word => word.Text));
}
