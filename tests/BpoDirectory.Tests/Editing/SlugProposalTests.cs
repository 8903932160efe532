using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Tests.Editing;

public sealed class SlugProposalTests
{
    [Theory]
    [InlineData("Customer Service", "customer-service")]
    [InlineData("  Café & Bar! ", "cafe-bar")]
    [InlineData("Client’s R&D", "clients-r-d")]
    [InlineData("--", "")]
    [InlineData("Straße & Œuvre", "strasse-oeuvre")]
    [InlineData("Re\u0301gie\u00AD", "regie")]
    [InlineData("\u200B", "")]
    public void Names_become_slugs(string name, string slug) => Assert.Equal(slug, SlugProposal.FromName(name));

    [Theory]
    [InlineData("人事部", "^[0-9a-f]{10}$")]
    [InlineData("人事部 Japan", "^japan-[0-9a-f]{10}$")]
    [InlineData("Бухгалтерия 1С", "^1-[0-9a-f]{10}$")]
    [InlineData("🏦", "^[0-9a-f]{10}$")]
    public void Letters_that_no_address_has_are_told_by_a_digest(string name, string slug)
    {
        Assert.Matches(slug, Rules.Slug(SlugProposal.FromName(name)));
        Assert.Equal(SlugProposal.FromName(name), SlugProposal.FromName($" {name}\u200B"));
    }

    [Fact]
    public void Names_of_other_scripts_have_slugs_of_their_own()
    {
        string[] names =
            ["人事部", "経理部", "人事", "人事部 Japan", "経理部 Japan", "Бухгалтерия", string.Concat(Enumerable.Repeat("人", 100)),
                string.Concat(Enumerable.Repeat("人", 99))];

        Assert.Equal(names.Length, names.Select(SlugProposal.FromName).Select(Rules.Slug).Distinct().Count());
    }

    [Fact]
    public void Long_names_are_cut_to_a_slug_that_the_rules_allow()
    {
        var slug = SlugProposal.FromName(string.Concat(Enumerable.Repeat("long ", 60)));

        Assert.Equal(slug, Rules.Slug(slug));
    }
}
