using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class RespellingTests
{
    private static readonly Vocabulary Vocabulary = SmallLanguage.Words(
        10, ("leave", 2), ("maternity", 1), ("project", 3), ("planning", 2), ("procurement", 1), ("marketing", 2), ("mark", 1),
        ("payroll", 2), ("gateway", 1));

    private static readonly QueryInterpreter Interpreter = new(SmallLanguage.Lexicon, Vocabulary, (_, _) => []);

    [Theory]
    [InlineData("matternity leev", "maternity leave")]
    [InlineData("who plans the matternity  leev?", "who plans the maternity  leave?")]
    [InlineData("trade marck", "trade mark")]
    [InlineData("projectplaning", "project planning")]
    [InlineData("procurment of chairs", "procurement of chairs")]
    [InlineData("regestration of a trade name", "registration of a trade name")]
    [InlineData("payrol for buildingz", "payroll for buildings")]
    public void Words_of_no_language_become_what_was_meant(string typed, string meant) => Assert.Equal(meant, Interpreter.Respell(typed));

    [Theory]
    [InlineData("maternity leave for a guitar teacher", "every word is known")]
    [InlineData("payroll for Talvera", "a name is written with a capital letter")]
    [InlineData("from Cork to Galway", "the name of a place")]
    [InlineData("payr", "it may go on")]
    [InlineData("leave of mat", "it may go on")]
    [InlineData("saas", "an abbreviation as likely as a misspelling")]
    [InlineData("SCADAS for payroll", "an abbreviation")]
    [InlineData("qwrtplkj", "nothing is near")]
    [InlineData("model w2x9", "a code")]
    [InlineData("\uFDFA", "one letter that stands for four words")]
    [InlineData("a\uFDFA", "a letter that stands for four words at the end")]
    [InlineData("", "nothing is asked")]
    public void Other_questions_stay_as_they_are(string typed, string reason) =>
        Assert.True(Interpreter.Respell(typed) is null, $"{typed}: {reason}, but it became {Interpreter.Respell(typed)}.");

    [Fact]
    public void Capital_letters_make_no_name_where_there_are_no_others() =>
        Assert.Equal("THE maternity LEAVE", Interpreter.Respell("THE MATTERNITY LEAVE"));
}
