namespace BpoDirectory.BrowserTests;

public sealed class LongWordsTests(Chromium chromium, LongWordsServer server)
    : BrowserTest(chromium, server), IClassFixture<LongWordsServer>
{
    [Theory]
    [InlineData("/departments")]
    [InlineData("/departments?view=table")]
    [InlineData("/departments/long")]
    [InlineData("/functions?q=" + LongWordsServer.Word)]
    [InlineData("/functions/long")]
    [InlineData("/coverage?owner=nobody")]
    [InlineData("/coverage?owner=nobody&view=table")]
    [InlineData("/coverage/organisation")]
    [InlineData("/compare?department=long&department=it-support")]
    [InlineData("/?q=" + LongWordsServer.Word)]
    public async Task Long_words_make_no_page_wider_than_a_phone(string address)
    {
        await OpenAsync(address, Reader.OnASmallPhone);

        await Expect(Page.Locator("main")).ToContainTextAsync(LongWordsServer.Word);
        Nothing.In(await Page.EvaluateAsync<string[]>(Scripts.Overflowing));
    }

    [Theory]
    [InlineData("/departments?view=table")]
    [InlineData("/coverage")]
    public async Task Long_words_leave_room_for_the_other_columns_of_a_table(string address)
    {
        await OpenAsync(address);

        var name = Page.Locator("main tbody th").Filter(new() { HasText = LongWordsServer.Word });
        Assert.InRange((await name.BoundingBoxAsync())!.Width, 1, Reader.AtADesk.Width / 3);
    }

    [Fact]
    public async Task How_many_functions_have_no_owner_is_said_in_one_sentence()
    {
        await OpenAsync("/coverage");

        var sentence = Page.GetByText("with several owners and 1 without an owner");
        Assert.InRange((await sentence.BoundingBoxAsync())!.Height, 1, 40);
    }
}
