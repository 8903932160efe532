using System.Text.RegularExpressions;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Catalog;

/// <summary>How the catalog's texts read: short where they must be, of substance where they should be, undamaged and linked.</summary>
public sealed partial class CatalogTextTests
{
    private const int LongestSummary = 300;
    private const int ShortestDescriptionInWords = 100;

    public static TheoryData<string> DepartmentSlugs => [.. BuiltInCatalog.Departments.Keys];

    [Theory]
    [MemberData(nameof(DepartmentSlugs))]
    public void Summary_of_a_department_has_one_or_two_sentences(string slug) => AssertSummary(BuiltInCatalog.Departments[slug].Summary);

    [Theory]
    [MemberData(nameof(DepartmentSlugs))]
    public void Description_of_a_department_has_substance_and_names_its_neighbours(string slug)
    {
        var description = BuiltInCatalog.Departments[slug].Description;

        Assert.True(Words(description) >= ShortestDescriptionInWords, $"It has {Words(description)} words.");
        Assert.Contains("/departments/", description, StringComparison.Ordinal);
        Assert.DoesNotContain($"(/departments/{slug})", description, StringComparison.Ordinal);
    }

    [Fact]
    public void Summaries_of_service_lines_types_and_guide_have_one_or_two_sentences()
    {
        Assert.All(BuiltInCatalog.Files.ServiceLines, line => AssertSummary(line.Summary));
        Assert.All(BuiltInCatalog.Files.OutsourcingTypes, type => AssertSummary(type.Summary));
        Assert.All(BuiltInCatalog.Files.Guide, article => AssertSummary(article.Summary));
        Assert.All(BuiltInCatalog.Files.Functions, function => AssertSummary(function.Description));
    }

    [Fact]
    public void Descriptions_of_types_and_articles_of_the_guide_have_substance()
    {
        Assert.All(BuiltInCatalog.Files.OutsourcingTypes,
            type => Assert.True(Words(type.Description) >= ShortestDescriptionInWords, type.Slug));
        Assert.All(BuiltInCatalog.Files.Guide, article => Assert.True(Words(article.Body) >= ShortestDescriptionInWords, article.Slug));
    }

    [Fact]
    public void Every_link_leads_to_an_entry_of_the_catalog()
    {
        var entries = BuiltInCatalog.Departments.Keys.Select(slug => $"/departments/{slug}")
            .Concat(BuiltInCatalog.Files.Functions.Select(f => $"/functions/{f.Slug}"))
            .Concat(BuiltInCatalog.Files.ServiceLines.Select(l => $"/service-lines/{l.Slug}"))
            .Concat(BuiltInCatalog.Files.OutsourcingTypes.Select(t => $"/outsourcing-types/{t.Slug}"))
            .Concat(BuiltInCatalog.Files.Guide.Select(g => $"/guide/{g.Slug}"))
            .ToHashSet();
        var links = BuiltInCatalog.Texts.SelectMany(text => Link().Matches(text.Text)
            .Select(link => (text.Place, Address: link.Groups[1].Value))).ToList();

        Assert.True(links.Count > 150, $"There are {links.Count} links.");
        Assert.Empty(links.Where(link => !entries.Contains(link.Address)).Select(link => $"{link.Place} → {link.Address}"));
    }

    [Fact]
    public void Every_article_of_the_guide_links_to_the_catalog_or_to_another_article() =>
        Assert.All(BuiltInCatalog.Files.Guide, article => Assert.Matches(Link(), article.Body));

    [Theory]
    [InlineData("\u00A0", "a non-breaking blank")]
    [InlineData("\u200B", "an invisible blank")]
    [InlineData("\uFEFF", "a byte order mark")]
    [InlineData("\uFFFD", "a lost character")]
    [InlineData("\t", "a tab")]
    [InlineData("[21]", "a stray footnote")]
    [InlineData("OutsourcingITO", "two words run together")]
    [InlineData("Weerasuriya", "the signature of an author")]
    [InlineData("Ã", "text in the wrong encoding")]
    [InlineData("<", "markup")]
    [InlineData("TODO", "unfinished text")]
    public void No_text_is_damaged(string trace, string damage) =>
        Assert.True(
            BuiltInCatalog.Texts.All(text => !text.Text.Contains(trace, StringComparison.Ordinal)),
            $"{damage}: {BuiltInCatalog.Texts.FirstOrDefault(text => text.Text.Contains(trace, StringComparison.Ordinal))}");

    [Fact]
    public void No_text_has_double_blanks_or_misses_one_after_a_full_stop()
    {
        Assert.DoesNotContain(BuiltInCatalog.Texts, text => DoubleBlank().IsMatch(text.Text));
        Assert.DoesNotContain(BuiltInCatalog.Texts, text => MissingBlank().IsMatch(text.Text));
    }

    [Fact]
    public void No_text_has_blanks_around_it_but_a_final_line_break() =>
        Assert.DoesNotContain(BuiltInCatalog.Texts, text => text.Text.StartsWith(' ') || text.Text.EndsWith(' '));

    [Fact]
    public void No_text_is_longer_than_the_directory_allows()
    {
        Assert.All(BuiltInCatalog.Departments.Values.SelectMany(d => d.Aliases),
            alias => Assert.InRange(alias.Name.Length, 1, Rules.NameLength));
        Assert.All(BuiltInCatalog.Departments.Values.SelectMany(d => d.Responsibilities),
            r => Assert.InRange(r.Text.Length + (r.Detail ?? "").Length, 1, Rules.SentenceLength));
        Assert.All(BuiltInCatalog.Files.Functions, f => Assert.InRange(f.Name.Length, 1, Rules.NameLength));
        Assert.All(BuiltInCatalog.Files.Functions.SelectMany(f => f.Synonyms),
            synonym => Assert.InRange(synonym.Length, 1, Rules.NameLength));
        Assert.All(BuiltInCatalog.Files.Guide, article => Assert.InRange(article.Body.Length, 1, Rules.MarkdownLength));
    }

    [Fact]
    public void Responsibilities_begin_with_a_capital_and_end_without_a_full_stop() =>
        Assert.All(BuiltInCatalog.Departments.Values.SelectMany(d => d.Responsibilities),
            r => Assert.Matches("^[A-Z].*[^.]$", r.Text.Trim()));

    private static void AssertSummary(string summary)
    {
        var text = summary.Trim();
        Assert.InRange(text.Length, 20, LongestSummary);
        Assert.InRange(SentenceEnd().Count(text), 1, 2);
        Assert.EndsWith(".", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    private static int Words(string markdown) => Word().Count(Link().Replace(markdown, ""));

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[.!?](?=\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[A-Za-z][A-Za-z'’-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\S {2,}\S")]
    private static partial Regex DoubleBlank();

    [GeneratedRegex(@"[a-z][.,;:!?][A-Z]")]
    private static partial Regex MissingBlank();
}
