using BpoDirectory.Benchmarks.Generation;

namespace BpoDirectory.Tests.Benchmarks;

public sealed class SyntheticCatalogTests
{
    private const int Count = 1_000;

    private static readonly Surroundings Around =
        new(["Sales", "Legal"], ["payroll", "claims", "invoice", "customer", "support", "vendor"], 10, 5);

    private readonly SyntheticCatalog _catalog = new(Count, seed: 7, Around);
    private readonly List<SyntheticDepartment> _departments;
    private readonly Lazy<Dictionary<string, int>> _departmentsWith;

    public SyntheticCatalogTests()
    {
        _departments = [.. _catalog.Departments()];
        _departmentsWith = new(() => _departments.SelectMany(d => WordsOf(d.Description).Distinct()).CountBy(word => word).ToDictionary());
    }

    [Fact]
    public void The_same_seed_invents_the_same_catalog()
    {
        var again = new SyntheticCatalog(Count, seed: 7, Around);

        Assert.Equal(_catalog.Functions.Select(Text), again.Functions.Select(Text));
        Assert.Equal(_departments.Select(Text), again.Departments().Select(Text));
    }

    [Fact]
    public void Another_seed_invents_another_catalog() =>
        Assert.NotEqual(_departments.Select(Text), new SyntheticCatalog(Count, seed: 8, Around).Departments().Select(Text));

    [Fact]
    public void As_many_departments_are_invented_as_asked_for() => Assert.Equal(Count, _departments.Count);

    [Fact]
    public void Names_and_aliases_occur_once_whatever_their_case()
    {
        var names = _departments.Select(d => d.Name).Concat(_departments.SelectMany(d => d.Aliases))
            .Concat(_catalog.Functions.Select(f => f.Name)).Concat(Around.Names).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Slugs_occur_once() =>
        Assert.Equal(Count, _departments.Select(d => d.Slug).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Departments_have_as_many_parts_as_real_ones() => Assert.All(_departments, department =>
    {
        Assert.InRange(department.Aliases.Count, 0, 4);
        Assert.InRange(department.Responsibilities.Count, 1, 9);
        Assert.InRange(department.Functions.Count, 3, 10);
        Assert.Equal(department.Functions.Count, department.Functions.Distinct().Count());
    });

    [Fact]
    public void Descriptions_have_about_150_words() =>
        Assert.InRange(_departments.Average(d => WordsOf(d.Description).Length), 140, 170);

    [Fact]
    public void Each_common_word_stands_in_one_department_in_five() => Assert.All(_catalog.Lexis.Common, word =>
        Assert.InRange(_departmentsWith.Value[word] / (double)Count, 0.15, 0.25));

    [Fact]
    public void Each_rare_word_stands_in_five_departments() => Assert.All(_catalog.Lexis.Rare, word =>
        Assert.Equal(5, _departmentsWith.Value[word]));

    private static string Text(SyntheticFunction function) =>
        $"{function.Name}|{function.Description}|{string.Join(',', function.Synonyms)}";

    private static string Text(SyntheticDepartment department) =>
        $"{department.Name}|{department.Summary}|{department.Description}|{department.Office}|{department.Parent}|{string.Join(',', department.Aliases)}|"
        + $"{string.Join(',', department.Responsibilities)}|{string.Join(',', department.Functions)}|{string.Join(',', department.ServiceLines)}";

    private static string[] WordsOf(string text) =>
        text.ToLowerInvariant().Split([' ', '.', '\n', '#', '-'], StringSplitOptions.RemoveEmptyEntries);
}
