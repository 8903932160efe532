using BpoDirectory.Components.Shared;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class MarkdownLinksTests
{
    [Theory]
    [InlineData("/departments/sales")]
    [InlineData("sales")]
    [InlineData("../guide/a:b")]
    [InlineData("?q=a:b")]
    [InlineData("#part:one")]
    [InlineData("")]
    [InlineData("https://example.org/a?b=c:d")]
    [InlineData("HTTP://example.org")]
    [InlineData("mailto:someone@example.org")]
    public void Pages_of_this_site_web_pages_and_mail_addresses_are_safe(string address) =>
        Assert.True(MarkdownLinks.IsSafe(address));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("blob:https://example.org/1")]
    [InlineData("unknown:thing")]
    [InlineData(":no-scheme")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData(null)]
    public void Every_other_address_is_not(string? address) =>
        Assert.False(MarkdownLinks.IsSafe(address));

    [Theory]
    [InlineData("https://example.org", true)]
    [InlineData("mailto:a@b.example", true)]
    [InlineData("/guide", false)]
    [InlineData("guide?x=a:b", false)]
    [InlineData(null, false)]
    public void Only_an_address_with_a_scheme_leads_elsewhere(string? address, bool isElsewhere) =>
        Assert.Equal(isElsewhere, MarkdownLinks.IsElsewhere(address));
}
