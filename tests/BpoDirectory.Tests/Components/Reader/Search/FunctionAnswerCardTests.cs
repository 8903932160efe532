using AngleSharp.Dom;
using BpoDirectory.Components.Reader.Search;
using BpoDirectory.Data;
using BpoDirectory.Search;
using Bunit;

namespace BpoDirectory.Tests.Components.Reader.Search;

public sealed class FunctionAnswerCardTests : BunitContext
{
    private static readonly SearchMatch ByName = new(MatchField.Function, "Payroll processing", [new(0, 7)]);

    [Theory]
    [InlineData("", "A")]
    [InlineData("B", "A", "B")]
    [InlineData("B|C|D", "A", "B", "C", "D")]
    [InlineData("B|C|D|and others", "A", "B", "C", "D", "E", "F")]
    public void The_heading_is_a_sentence_of_the_function_and_its_main_owner_and_the_co_owners_follow(
        string coOwners, params string[] owners)
    {
        var card = Card(ByName, [.. owners.Select(name => Owner(name))]);

        Assert.Equal("Payroll processing is handled by A", Text(card.QuerySelector("h3")!));
        Assert.Equal(coOwners, string.Join('|', card.QuerySelectorAll("ul[aria-label=Co-owners] a").Select(Text)));
    }

    [Fact]
    public void Function_and_departments_are_links() =>
        Assert.Equal(
            ["/functions/payroll-processing", "/departments/a", "/departments/b", "/compare?department=a&department=b"],
            Card(ByName, Owner("A"), Owner("B")).QuerySelectorAll("a").Select(link => link.GetAttribute("href")));

    [Fact]
    public void Each_owner_has_its_part_its_icon_and_its_office()
    {
        var card = Card(ByName, Owner("A"), Owner("B", Office.Front), Owner("C"));

        Assert.Equal(["Main owner", "Co-owner", "Co-owner"], card.QuerySelectorAll(".part").Select(Text));
        Assert.Equal(["Back office", "Front office", "Back office"], Badges(card));
        Assert.Equal(
            ["back large", "front small", "back small"],
            card.QuerySelectorAll(".department-icon").Select(icon => string.Join(' ', icon.ClassList.Skip(1))));
    }

    [Fact]
    public void Owner_says_how_it_is_reached()
    {
        var card = Card(
            ByName, Owner("A") with { Channel = new(ChannelKind.Phone, "+63281234567", "Desk", null, null) },
            Owner("B") with { Channel = new(ChannelKind.Visit, "Room 1", null, null, null) });

        Assert.Equal(["Phone +63 2 8123 4567 Desk", "Visit Room 1"], card.QuerySelectorAll(".channel-line").Select(Text));
        Assert.Equal("tel:+63281234567", Assert.Single(card.QuerySelectorAll("a.channel")).GetAttribute("href"));
    }

    [Fact]
    public void A_match_in_the_name_is_marked_there_and_told_no_second_time()
    {
        var card = Card(ByName, Owner("A"));

        Assert.Equal("Payroll", Assert.Single(card.QuerySelectorAll("mark")).TextContent);
        Assert.Empty(card.QuerySelectorAll(".why"));
    }

    [Fact]
    public void Another_wording_is_given_as_the_reason()
    {
        var card = Card(new(MatchField.Function, "Payroll processing: pay slips", [new(20, 3), new(24, 5)]), Owner("A"));

        Assert.Equal("Also called: pay slips", Text(card.QuerySelector(".why")!));
        Assert.Equal(["pay", "slips"], card.QuerySelectorAll(".why mark").Select(Text));
        Assert.Empty(card.QuerySelectorAll("h3 mark"));
    }

    [Fact]
    public void Text_never_becomes_markup()
    {
        var card = Card(new(MatchField.Function, "Payroll processing: <b>pay</b>", [new(20, 3)]), Owner("<i>A</i>"));

        Assert.Empty(card.QuerySelectorAll("b, i"));
        Assert.Equal("<b>", card.QuerySelector("mark")!.TextContent);
    }

    private IElement Card(SearchMatch match, params FunctionAnswerOwner[] owners) =>
        Render<FunctionAnswerCard>(parameters => parameters
            .Add(c => c.Answer, new FunctionAnswer("payroll-processing", "Payroll processing", owners, match))).Find("section");

    private static FunctionAnswerOwner Owner(string name, Office office = Office.Back) =>
        new(name.ToLowerInvariant(), name, "payments", office);

    private static IEnumerable<string> Badges(IElement card) => card.QuerySelectorAll(".badge").Select(Text);

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
