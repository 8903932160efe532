using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class QuestionContextTests(CatalogDatabase catalog) : IClassFixture<CatalogDatabase>
{
    [Theory]
    [InlineData("who runs payroll for our Tampere office", "who runs payroll", "Tampere office")]
    [InlineData("invoices for Harrier Bank", "invoices", "Harrier Bank")]
    [InlineData("payroll for acmelux", "payroll", "acmelux")]
    [InlineData("password reset for Mr Okonkwo in the Gdansk branch, urgent", "password reset", "Okonkwo in the Gdansk branch urgent")]
    [InlineData("tax filing by 31 January", "tax filing", "31 January")]
    [InlineData("VAT return next quarter", "VAT return", "next quarter")]
    [InlineData("hire 25 agents before Christmas", "hire agents", "25|Christmas")]
    public void What_is_said_beside_the_subject_is_taken_out(string question, string subject, string ignored)
    {
        var context = ContextOf(question);

        Assert.Equal((subject, ignored), (context.Subject, string.Join('|', context.Ignored)));
    }

    [Theory]
    [InlineData("who handles payroll")]
    [InlineData("HR")]
    [InlineData("IT Support")]
    [InlineData("Finance and Accounting")]
    [InlineData("WHO HANDLES PAYROLL")]
    [InlineData("march of progress")]
    [InlineData("Reykjavik")]
    [InlineData("2027")]
    [InlineData("")]
    public void Question_that_says_nothing_beside_its_subject_stays_whole(string question)
    {
        var context = ContextOf(question);

        Assert.Equal((question, 0), (context.Subject, context.Ignored.Count));
    }

    [Theory]
    [InlineData("payrol in qwrtplkj", true)]
    [InlineData("volcano", true)]
    [InlineData("qwrtplkj", false)]
    [InlineData("%_", false)]
    public void Letters_that_are_no_words_are_told_from_words(string question, bool hasKnownWord) =>
        Assert.Equal(hasKnownWord, ContextOf(question).HasKnownWord);

    private QuestionContext ContextOf(string question) => QuestionContext.From(question, catalog.Get<SearchState>().Current);
}
