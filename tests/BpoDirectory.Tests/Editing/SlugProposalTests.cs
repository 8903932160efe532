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
    [InlineData("日本", "")]
    public void Names_become_slugs(string name, string slug) => Assert.Equal(slug, SlugProposal.FromName(name));

    [Fact]
    public void Long_names_are_cut_to_a_slug_that_the_rules_allow()
    {
        var slug = SlugProposal.FromName(string.Concat(Enumerable.Repeat("long ", 60)));

        Assert.Equal(slug, Rules.Slug(slug));
    }
}
