using BpoDirectory.Catalog;

namespace BpoDirectory.Tests.Catalog;

/// <summary>The data files of the catalog refer to each other: no orphan, no duplicate, every fact cited.</summary>
public sealed class CatalogReferenceTests
{
    private static CatalogFiles Files => BuiltInCatalog.Files;

    [Fact]
    public void Every_citation_names_a_source() =>
        AssertKnown(Files.Sources.Select(s => s.Code), BuiltInCatalog.Citations.SelectMany(c => c.Sources.Select(code => (c.Fact, code))));

    [Fact]
    public void Every_fact_cites_at_least_one_source_and_none_twice()
    {
        Assert.NotEmpty(BuiltInCatalog.Citations);
        Assert.Empty(BuiltInCatalog.Citations.Where(c => c.Sources.Count == 0).Select(c => c.Fact));
        Assert.Empty(BuiltInCatalog.Citations.Where(c => c.Sources.Distinct().Count() < c.Sources.Count).Select(c => c.Fact));
    }

    [Fact]
    public void Every_source_is_cited_by_a_fact() =>
        Assert.Empty(Files.Sources.Select(s => s.Code).Except(BuiltInCatalog.Citations.SelectMany(c => c.Sources)));

    [Fact]
    public void Sources_are_the_five_documents_and_the_editors() =>
        Assert.Equal(["S0", "S1", "S2", "S3", "S4", "ED"], Files.Sources.Select(s => s.Code));

    [Fact]
    public void Every_parent_is_a_department() =>
        AssertKnown(Files.Departments.Keys, Files.Departments.Where(d => d.Value.Parent is not null).Select(d => (d.Key, d.Value.Parent!)));

    [Fact]
    public void Every_owner_is_a_department() =>
        AssertKnown(Files.Departments.Keys, Files.Functions.SelectMany(f => f.Owners.Select(o => (f.Slug, o.Department))));

    [Fact]
    public void Every_department_of_a_service_line_exists() =>
        AssertKnown(Files.Departments.Keys, Files.ServiceLines.SelectMany(l => l.Departments.Select(d => (l.Slug, d))));

    [Fact]
    public void Every_department_near_an_outsourcing_type_exists() =>
        AssertKnown(Files.Departments.Keys, Files.OutsourcingTypes.SelectMany(t => t.Departments.Select(d => (t.Slug, d.Department))));

    [Fact]
    public void Every_synonym_set_points_at_something_that_exists()
    {
        AssertKnown(Files.Departments.Keys, Files.Synonyms.Where(s => s.Department is not null).Select(s => (s.Name, s.Department!)));
        AssertKnown(Files.Functions.Select(f => f.Slug),
            Files.Synonyms.Where(s => s.Function is not null).Select(s => (s.Name, s.Function!)));
    }

    [Fact]
    public void Synonym_set_that_points_at_a_function_points_at_one_of_its_owners() =>
        Assert.Empty(Files.Synonyms
            .Where(s => s is { Department: not null, Function: not null })
            .Where(s => Files.Functions.Single(f => f.Slug == s.Function).Owners.All(o => o.Department != s.Department))
            .Select(s => s.Name));

    [Fact]
    public void Every_department_owns_a_function() =>
        Assert.Empty(Files.Departments.Keys.Except(Files.Functions.SelectMany(f => f.Owners.Select(o => o.Department))));

    [Fact]
    public void Every_department_is_first_owner_of_a_function() =>
        Assert.Empty(Files.Departments.Keys.Except(Files.Functions.Select(f => f.Owners[0].Department)));

    [Fact]
    public void Every_department_has_responsibilities() =>
        Assert.Empty(Files.Departments.Where(d => d.Value.Responsibilities.Count < 3).Select(d => d.Key));

    [Fact]
    public void Every_department_has_aliases() =>
        Assert.Empty(Files.Departments.Where(d => d.Value.Aliases.Count == 0).Select(d => d.Key));

    [Fact]
    public void Every_function_has_an_owner_and_wordings_people_use()
    {
        Assert.Empty(Files.Functions.Where(f => f.Owners.Count == 0).Select(f => f.Slug));
        Assert.Empty(Files.Functions.Where(f => f.Synonyms.Count < 2).Select(f => f.Slug));
    }

    [Fact]
    public void Co_owner_that_a_document_names_says_why() =>
        Assert.Empty(Files.Functions
            .SelectMany(f => f.Owners.Skip(1).Where(o => o.Reason is null && o.Sources.Any(code => code != "ED"))
                .Select(o => $"{f.Slug}: {o.Department}")));

    [Fact]
    public void Every_service_line_and_outsourcing_type_has_a_department()
    {
        Assert.Empty(Files.ServiceLines.Where(l => l.Departments.Count == 0).Select(l => l.Slug));
        Assert.Empty(Files.OutsourcingTypes.Where(t => t.Departments.Count == 0).Select(t => t.Slug));
    }

    [Fact]
    public void Names_and_aliases_of_departments_are_unique_over_all_of_them() =>
        AssertUnique(
            Files.Departments.Values.Select(d => d.Name).Concat(Files.Departments.Values.SelectMany(d => d.Aliases.Select(a => a.Name))));

    [Fact]
    public void Slugs_are_unique()
    {
        AssertUnique(Files.Departments.Keys);
        AssertUnique(Files.Functions.Select(f => f.Slug));
        AssertUnique(Files.ServiceLines.Select(l => l.Slug));
        AssertUnique(Files.OutsourcingTypes.Select(t => t.Slug));
        AssertUnique(Files.Guide.Select(g => g.Slug));
        AssertUnique(Files.Sources.Select(s => s.Slug));
    }

    [Fact]
    public void Names_are_unique()
    {
        AssertUnique(Files.Functions.Select(f => f.Name));
        AssertUnique(Files.ServiceLines.Select(l => l.Name));
        AssertUnique(Files.OutsourcingTypes.SelectMany(t => new[] { t.Name, t.Acronym }));
        AssertUnique(Files.Guide.Select(g => g.Title));
        AssertUnique(Files.Sources.Select(s => s.Title));
        AssertUnique(Files.Synonyms.Select(s => s.Name));
    }

    [Fact]
    public void Lists_within_an_entry_hold_nothing_twice()
    {
        Assert.All(Files.Functions, f => AssertUnique(f.Synonyms.Prepend(f.Name)));
        Assert.All(Files.Functions, f => AssertUnique(f.Owners.Select(o => o.Department)));
        Assert.All(Files.Departments.Values, d => AssertUnique(d.Responsibilities.Select(r => r.Text)));
        Assert.All(Files.ServiceLines, l => AssertUnique(l.Departments));
        Assert.All(Files.OutsourcingTypes, t => AssertUnique(t.Synonyms.Prepend(t.Name)));
        Assert.All(Files.OutsourcingTypes, t => AssertUnique(t.Departments.Select(d => d.Department)));
        Assert.All(Files.Synonyms, s => AssertUnique(s.Members));
    }

    [Fact]
    public void Spellings_are_single_lower_case_words_that_lead_to_a_standard_in_one_step()
    {
        Assert.All(Files.Spellings, s => Assert.Matches("^[a-z]+$", s.Key));
        Assert.All(Files.Spellings, s => Assert.Matches("^[a-z]+$", s.Value));
        Assert.DoesNotContain(Files.Spellings.Values, Files.Spellings.ContainsKey);
    }

    private static void AssertKnown(IEnumerable<string> known, IEnumerable<(string From, string To)> references)
    {
        var all = references.ToList();
        Assert.NotEmpty(all);
        Assert.Empty(all.Where(reference => !known.Contains(reference.To)).Select(reference => $"{reference.From} → {reference.To}"));
    }

    private static void AssertUnique(IEnumerable<string> names) =>
        Assert.Empty(
            names.GroupBy(name => name.Trim(), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
                .Select(group => group.Key));
}
