using BpoDirectory.Settings;

namespace BpoDirectory.Tests.Settings;

public sealed class SettingsValidatorTests
{
    [Fact]
    public void Settings_that_nobody_has_changed_are_right() => Assert.Empty(SettingsValidator.Check(new SettingsContent()));

    [Fact]
    public void Every_problem_is_told_beside_its_field()
    {
        var content = new SettingsContent
        {
            Name = new string('x', 61),
            Accent = "#ffff00",
            Headline = "\u200b",
            Examples = ["payroll", "Payroll", new string('x', 101)],
            TimeZone = "Mars/Olympus",
            ReportAddress = "nobody",
            FooterLinks = [new() { Label = "", Address = "https://example.com" }, new() { Label = "Bad", Address = "javascript:alert(1)" }],
        };

        Assert.Equal(
            [
                "name", "accent", "headline", "examples[2]", "examples[1]", "timeZone", "reportAddress", "footerLinks[0].label",
                "footerLinks[1].address",
            ],
            SettingsValidator.Check(content).Select(problem => problem.Field));
    }

    [Fact]
    public void Eight_examples_and_links_are_the_most()
    {
        var content = new SettingsContent();
        for (var i = 0; i < 8; i++)
        {
            content.Examples.Add($"example {i}");
            content.FooterLinks.Add(new FooterLink { Label = $"Link {i}", Address = "https://example.com" });
        }
        Assert.Empty(SettingsValidator.Check(content));

        content.Examples.Add("one more");
        content.FooterLinks.Add(new FooterLink { Label = "One more", Address = "https://example.com" });

        Assert.Equal(["examples", "footerLinks"], SettingsValidator.Check(content).Select(problem => problem.Field));
    }

    [Theory]
    [InlineData("desk@example.com\r\nBcc: all@example.com")]
    [InlineData("desk@example.com, other@example.com")]
    [InlineData("Desk <desk@example.com>")]
    [InlineData("\"a b\"@example.com")]
    public void Address_that_is_more_than_one_is_refused(string address) =>
        Assert.Equal("reportAddress", Assert.Single(SettingsValidator.Check(new SettingsContent { ReportAddress = address })).Field);

    [Fact]
    public void Blanks_and_empty_rows_are_not_kept()
    {
        var kept = SettingsValidator.Normalize(new SettingsContent
        {
            Name = "  Acme\u200b ",
            Accent = " #0B5C68 ",
            Examples = [" payroll ", "  "],
            ReportAddress = " desk@example.com ",
            FooterLinks = [new() { Label = " ", Address = " " }, new() { Label = " Intranet ", Address = " https://example.com " }],
        });

        Assert.Equal(
            ("Acme", "#0b5c68", "payroll", "desk@example.com"), (kept.Name, kept.Accent, Assert.Single(kept.Examples), kept.ReportAddress));
        Assert.Equal(("Intranet", "https://example.com"), (Assert.Single(kept.FooterLinks).Label, kept.FooterLinks[0].Address));
    }
}
