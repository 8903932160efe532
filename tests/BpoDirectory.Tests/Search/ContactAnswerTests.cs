using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Functions;
using BpoDirectory.Search;
using BpoDirectory.Tests.Editing;

namespace BpoDirectory.Tests.Search;

/// <summary>How answers say how a department is reached.</summary>
public sealed class ContactAnswerTests : IAsyncLifetime
{
    private const string Payroll = "payroll-processing";

    private readonly EditingDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.EditAsync("finance-and-accounting", content => content.Channels =
        [
            new ChannelContent { Kind = ChannelKind.Web, Value = "https://example.com/finance" },
            new ChannelContent { Kind = ChannelKind.Phone, Value = "+63 2 8123 4567", Label = "Finance desk" },
            new ChannelContent
            {
                Kind = ChannelKind.Email, Value = "payroll@example.com", Function = Payroll, Note = "Counter on the mezzanine",
            },
            new ChannelContent { Kind = ChannelKind.Phone, Value = "+63 2 8123 9999", Function = "tax-preparation" },
        ]);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("payroll processing", "payroll@example.com")]
    [InlineData("phone number for payroll processing", "+63 2 8123 4567")]
    [InlineData("email address for payroll processing", "payroll@example.com")]
    [InlineData("payroll processing chat channel", "payroll@example.com")]
    [InlineData("payroll phone number", "+63 2 8123 4567")]
    [InlineData("who do I call about payroll processing", "+63 2 8123 4567")]
    public void Function_says_how_its_owner_is_reached_about_it_by_the_kind_that_was_asked_for(string question, string expected)
    {
        var answer = Ask(question);

        Assert.Equal((question, Payroll), (answer.Query, answer.Function?.Slug));
        Assert.Equal((expected, null), (answer.Function!.Owners[0].Channel?.Text, answer.Function.Owners[1].Channel));
    }

    [Fact]
    public async Task Answer_says_whom_to_turn_to_next()
    {
        await _database.EditAsync("finance-and-accounting", content => content.Escalation =
        [
            new EscalationStepContent { When = "after a day", Kind = ChannelKind.Email, Value = "duty@example.com" },
        ]);

        var owners = Ask("payroll processing").Function!.Owners;

        Assert.Equal(("after a day", "duty@example.com"), (owners[0].Escalation[0].When, owners[0].Escalation[0].Channel?.Text));
        Assert.Empty(owners[1].Escalation);
    }

    [Theory]
    [InlineData("finance and accounting", "https://example.com/finance")]
    [InlineData("finance and accounting phone number", "+63 2 8123 4567")]
    [InlineData("finance and accounting e-mail address", "https://example.com/finance")]
    public void Department_says_how_it_is_reached_about_all_that_it_does(string question, string expected)
    {
        var items = Ask(question).Items;

        Assert.Equal(("finance-and-accounting", expected), (items[0].Slug, items[0].Channel?.Text));
        Assert.All(items.Skip(1), item => Assert.Null(item.Channel));
    }

    [Fact]
    public void List_of_all_says_the_best_way_of_each() =>
        Assert.Equal("https://example.com/finance", Ask("").Items.Single(item => item.Slug == "finance-and-accounting").Channel?.Text);

    [Theory]
    [InlineData("phone support")]
    [InlineData("e-mail support")]
    [InlineData("hotline for consumers")]
    public void What_only_sounds_like_a_contact_is_still_a_subject(string question) => Assert.NotEqual(0, Ask(question).Total);

    [Theory]
    [InlineData("payroll@example.com", "payroll@example.com")]
    [InlineData("+63 2 8123 4567", "+63 2 8123 4567")]
    [InlineData("8123 9999", "+63 2 8123 9999")]
    [InlineData("counter on the mezzanine", "Counter on the mezzanine")]
    public void Channel_is_found_by_what_it_says(string question, string reason)
    {
        var best = Ask(question).Items[0];

        Assert.Equal(("finance-and-accounting", MatchField.Channel, reason), (best.Slug, best.Match!.Field, best.Match.Text));
    }

    [Theory]
    [InlineData("I lost my phone")]
    [InlineData("someone changed my phone number")]
    [InlineData("suspicious email")]
    [InlineData("emergency contact")]
    public void Question_that_only_ends_like_a_wish_is_answered_as_a_whole(string question)
    {
        var quoted = Ask($"{question} please");
        var plain = Ask(question);

        Assert.Equal(quoted.Items.Select(item => item.Slug), plain.Items.Select(item => item.Slug));
    }

    [Fact]
    public async Task Page_of_a_function_prefers_its_own_channel()
    {
        var owners = (await _database.Get<BusinessFunctionReader>().FindAsync(Payroll))!.Owners;

        Assert.Equal(("payroll@example.com", null), (owners[0].Channel?.Text, owners[1].Channel));
    }

    private SearchAnswer Ask(string question) => _database.Get<DepartmentSearch>().Search(new SearchRequest { Text = question });
}
