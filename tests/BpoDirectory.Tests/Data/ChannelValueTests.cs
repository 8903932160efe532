using BpoDirectory.Data;

namespace BpoDirectory.Tests.Data;

public sealed class ChannelValueTests
{
    [Theory]
    [InlineData(ChannelKind.Email, " payroll@example.com ", "payroll@example.com", "payroll@example.com", "mailto:payroll@example.com")]
    [InlineData(ChannelKind.Email, "a+b?cc=x@example.com", "a+b?cc=x@example.com", "a+b?cc=x@example.com",
        "mailto:a%2Bb%3Fcc%3Dx@example.com")]
    [InlineData(ChannelKind.Phone, "+63 2 8123 4567", "+63281234567", "+63 2 8123 4567", "tel:+63281234567")]
    [InlineData(ChannelKind.Phone, "+63(02)8123-4567", "+63281234567", "+63 2 8123 4567", "tel:+63281234567")]
    [InlineData(ChannelKind.Phone, "+44 20 7946 0018 ext. 12", "+442079460018;ext=12", "+44 20 7946 0018 x12", "tel:+442079460018;ext=12")]
    [InlineData(ChannelKind.Phone, "+91 80 4123 4567", "+918041234567", "+91 80 4123 4567", "tel:+918041234567")]
    [InlineData(ChannelKind.Web, "https://example.com/help?a=1&b=2", "https://example.com/help?a=1&b=2", "https://example.com/help?a=1&b=2",
        "https://example.com/help?a=1&b=2")]
    [InlineData(ChannelKind.Chat, "http://chat.example/payroll", "http://chat.example/payroll", "http://chat.example/payroll",
        "http://chat.example/payroll")]
    [InlineData(ChannelKind.Form, "https://bücher.example/", "https://bücher.example/", "https://bücher.example/",
        "https://bücher.example/")]
    [InlineData(ChannelKind.Visit, " 4th floor, room 412 ", "4th floor, room 412", "4th floor, room 412", null)]
    public void Right_value_is_kept_in_one_form_and_shown_as_people_write_it(
        ChannelKind kind, string typed, string kept, string text, string? address)
    {
        Assert.Null(ChannelValue.Check(kind, typed));
        Assert.Equal(kept, ChannelValue.Normalize(kind, typed));
        Assert.Equal(text, ChannelValue.ToText(kind, kept));
        Assert.Equal(address, ChannelValue.ToAddress(kind, kept));
        Assert.Equal(kept, ChannelValue.Normalize(kind, text));
    }

    [Theory]
    [InlineData(ChannelKind.Email, "payroll", "like payroll@example.com")]
    [InlineData(ChannelKind.Email, "Payroll <payroll@example.com>", "like payroll@example.com")]
    [InlineData(ChannelKind.Email, "pay roll@example.com", "like payroll@example.com")]
    [InlineData(ChannelKind.Email, "a@example.com,b@example.com", "like payroll@example.com")]
    [InlineData(ChannelKind.Email, "payroll@example.com\nBcc: x@example.com", "like payroll@example.com")]
    [InlineData(ChannelKind.Phone, "02 8123 4567", "Begin “02 8123 4567” with + and the country code")]
    [InlineData(ChannelKind.Phone, "+63 2", "no phone number of its country")]
    [InlineData(ChannelKind.Phone, "+999 1234567", "no phone number of its country")]
    [InlineData(ChannelKind.Phone, "+1 555", "no phone number of its country")]
    [InlineData(ChannelKind.Phone, "+", "no phone number of its country")]
    [InlineData(ChannelKind.Web, "example.com", "like https://example.com/help")]
    [InlineData(ChannelKind.Web, "javascript:alert(1)", "like https://example.com/help")]
    [InlineData(ChannelKind.Chat, "ftp://example.com", "like https://example.com/help")]
    [InlineData(ChannelKind.Form, "https://user:password@example.com", "like https://example.com/help")]
    [InlineData(ChannelKind.Form, "https://exa mple.com", "like https://example.com/help")]
    [InlineData(ChannelKind.Visit, " ", "Enter the place")]
    [InlineData(ChannelKind.Email, "", "Enter an e-mail address")]
    public void Wrong_value_is_refused_with_an_example(ChannelKind kind, string typed, string advice)
    {
        Assert.Contains(advice, ChannelValue.Check(kind, typed), StringComparison.Ordinal);
        Assert.Throws<DirectoryRuleException>(() => ChannelValue.Normalize(kind, typed));
    }

    [Fact]
    public void Value_has_500_characters_at_most()
    {
        Assert.Null(ChannelValue.Check(ChannelKind.Visit, new string('x', ChannelValue.Longest)));
        Assert.Contains(
            "Shorten", ChannelValue.Check(ChannelKind.Visit, new string('x', ChannelValue.Longest + 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Kept_number_that_its_country_no_longer_has_is_still_shown() =>
        Assert.Equal("+1 555", ChannelValue.ToText(ChannelKind.Phone, "+1555"));
}
