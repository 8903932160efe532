using BpoDirectory.Data;

namespace BpoDirectory.Tests.Data;

public sealed class RulesTests
{
    [Theory]
    [InlineData("legal")]
    [InlineData("it-support")]
    [InlineData("3pl")]
    [InlineData("a-1-b-2")]
    public void Slug_accepts_lower_case_groups_joined_by_single_hyphens(string slug) =>
        Assert.Equal(slug, Rules.Slug(slug));

    [Theory]
    [InlineData(" legal")]
    [InlineData("Legal")]
    [InlineData("legal ")]
    [InlineData("legal\n")]
    [InlineData("legal--advice")]
    [InlineData("-legal")]
    [InlineData("legal-")]
    [InlineData("legal_advice")]
    [InlineData("legal/advice")]
    [InlineData("légal")]
    [InlineData("../legal")]
    public void Slug_refuses_every_other_form_and_says_which_is_right(string slug)
    {
        var error = Assert.Throws<DirectoryRuleException>(() => Rules.Slug(slug));

        Assert.Contains($"“{slug}”", error.Message, StringComparison.Ordinal);
        Assert.Contains("lower-case letters, digits and single hyphens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slug_has_to_be_there() =>
        Assert.Equal(
            "Enter an address: lower-case letters, digits and single hyphens.",
            Assert.Throws<DirectoryRuleException>(() => Rules.Slug("")).Message);

    [Theory]
    [InlineData("One.\r\nTwo.", "One.\nTwo.")]
    [InlineData("One.\rTwo.", "One.\nTwo.")]
    [InlineData("\r\nOne.\r\n\r\n- two\n\r", "One.\n\n- two")]
    public void Lines_end_with_a_line_feed_wherever_they_were_typed(string text, string kept)
    {
        Assert.Equal(kept, Rules.Required(text, "a summary", Rules.SentenceLength));
        Assert.Equal(kept, Rules.Optional(text, "the note", Rules.SentenceLength));
    }

    [Theory]
    [InlineData("🇩🇪")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("e\u0301\u0323")]
    public void What_is_shown_before_something_hidden_begins_with_a_whole_character(string character)
    {
        for (var before = 0; before < character.Length; before++)
        {
            var name = new string('x', before) + string.Concat(Enumerable.Repeat(character, 60 / character.Length)) + '\0' + 'x';

            var error = Assert.Throws<DirectoryRuleException>(() => Rules.Required(name, "a summary", Rules.SentenceLength));

            Assert.Contains($"after “{character}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Slug_has_a_longest_length()
    {
        Assert.Equal(Rules.SlugLength, Rules.Slug(new string('a', Rules.SlugLength)).Length);
        Assert.Throws<DirectoryRuleException>(() => Rules.Slug(new string('a', Rules.SlugLength + 1)));
    }

    [Theory]
    [InlineData(" ", "Enter an alias, or remove the row.")]
    [InlineData("Pay desk", null)]
    [InlineData("Pay desk of the North", "Shorten an alias to 10 characters; it has 21.")]
    [InlineData("Pay\0desk", null)]
    public void What_is_wrong_with_an_item_of_a_list_is_said_in_a_sentence(string text, string? problem) =>
        Assert.Equal(problem, Rules.CheckItem(text, "an alias", 10));

    [Fact]
    public void Required_text_loses_the_blanks_around_it() =>
        Assert.Equal("Legal affairs", Rules.Required(" \t Legal affairs \n", "a name", 100));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\r\n")]
    public void Required_text_must_be_there(string text)
    {
        var error = Assert.Throws<DirectoryRuleException>(() => Rules.Required(text, "a summary", 100));

        Assert.Equal("Enter a summary.", error.Message);
    }

    [Fact]
    public void Required_text_may_be_as_long_as_the_limit_after_trimming() =>
        Assert.Equal(10, Rules.Required("  " + new string('x', 10) + "  ", "a name", 10).Length);

    [Fact]
    public void Required_text_over_the_limit_is_told_how_long_it_is()
    {
        var error = Assert.Throws<DirectoryRuleException>(() => Rules.Required(new string('x', 11), "a name", 10));

        Assert.Equal("Shorten a name to 10 characters; it has 11.", error.Message);
    }

    [Theory]
    [InlineData("\u00A0\u2003")]
    [InlineData("\u200B")]
    [InlineData("\u200D\u2060")]
    [InlineData("\u3164")]
    [InlineData("\u2800")]
    [InlineData("\u115F\uFFA0")]
    [InlineData("\u034F\uFE0F")]
    [InlineData("\u0301\u20DD")]
    [InlineData("\u00AD\u2028")]
    public void Required_text_has_something_to_be_seen(string text) =>
        Assert.Equal("Enter a name.", Assert.Throws<DirectoryRuleException>(() => Rules.Required(text, "a name", 10)).Message);

    [Theory]
    [InlineData("Eco\u200Ble", "Ecole")]
    [InlineData("Pay\u202Elor", "Paylor")]
    [InlineData("Pay\0roll", "Payroll")]
    [InlineData("Pay\nroll", "Pay roll")]
    [InlineData("Pay\tro\u00ADll\uFEFF", "Pay roll")]
    [InlineData("\u2028Pay\u2028roll\u2060", "Pay roll")]
    public void Name_is_kept_without_what_came_along_unseen(string text, string kept)
    {
        Assert.Equal(kept, Rules.Required(text, "a name", Rules.NameLength));
        Assert.Equal(kept, Rules.Optional(text, "a name", Rules.NameLength));
    }

    [Fact]
    public void Text_with_the_character_that_ends_texts_is_told_where_it_is() =>
        Assert.Equal(
            "A character that cannot be seen (U+0000) is in a summary, after “Pay”: remove it.",
            Assert.Throws<DirectoryRuleException>(() => Rules.Required("Pay\0roll", "a summary", Rules.SentenceLength)).Message);

    [Theory]
    [InlineData("👩‍💻 العربية हिन्दी")]
    [InlineData("Crème brûlée – “5 %”")]
    public void Every_writing_may_be_used(string text) => Assert.Equal(text, Rules.Required(text, "a name", Rules.NameLength));

    [Fact]
    public void Sentences_and_Markdown_may_have_line_breaks_and_tabs() =>
        Assert.Equal("One\n\ttwo", Rules.Required("One\n\ttwo", "a text", Rules.SentenceLength));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n")]
    public void Optional_text_may_be_absent(string? text) =>
        Assert.Null(Rules.Optional(text, "the description", 10));

    [Fact]
    public void Optional_text_keeps_to_the_limit_too()
    {
        Assert.Equal("text", Rules.Optional(" text ", "the description", 4));
        var error = Assert.Throws<DirectoryRuleException>(() => Rules.Optional("texts", "the description", 4));
        Assert.Equal("Shorten the description to 4 characters; it has 5.", error.Message);
    }
}
