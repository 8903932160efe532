using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;

namespace BpoDirectory.Tests.Search.Facets;

public sealed class FacetIndexTests
{
    private static readonly FacetValues Values = new(
        new Dictionary<Facet, FacetChoices>
        {
            [Facet.Office] = Choices("front", "back", "both", "none"),
            [Facet.Line] = Choices("a", "b"),
            [Facet.Type] = Choices("x"),
            [Facet.Site] = Choices("berlin", "manila"),
            [Facet.Language] = Choices("de", "en"),
            [Facet.Client] = Choices("kestrel"),
            [Facet.Delivery] = Choices("inhouse", "outsourced", "shared"),
            [Facet.Partner] = Choices("northwind"),
            [Facet.Tag] = Choices("shared", "night"),
            [Facet.Side] = Choices("provider", "client"),
        },
        [new("x", "X")]);

    private static readonly SearchRequest[] Requests =
    [
        new(), new() { Offices = [Office.Back] }, new() { Sites = ["manila"] }, new() { Languages = ["de", "en"], Sites = ["berlin"] },
        new() { Tags = ["night"], Deliveries = [Delivery.Shared] }, new() { Clients = ["kestrel"], Audience = Audience.Editors },
        new() { Clients = ["kestrel"] }, new() { ServiceLines = ["a", "b"], Sides = [Side.Client] }, new()
        {
            OutsourcingTypes = ["x"], ServiceLines = ["b"],
        },
    ];

    [Fact]
    public void Changes_leave_what_reading_everything_anew_would_find()
    {
        var random = new Random(3);
        var departments = Enumerable.Range(1, 150).Select(id => Any(id, random)).ToDictionary(department => department.Id);
        var index = FacetIndex.Create(departments.Values, Values);
        for (var round = 0; round < 40; round++)
        {
            var changed = Enumerable.Range(0, 4).Select(_ => random.Next(1, 160 + round)).ToHashSet();
            foreach (var id in changed)
                if (random.Next(3) == 0)
                    departments.Remove(id);
                else
                    departments[id] = Any(id, random);

            index = index.With(changed, changed.Where(departments.ContainsKey).ToDictionary(id => id, id => departments[id]));

            AssertSame(FacetIndex.Create(departments.Values, Values), index);
        }
        AssertSame(index, index.Rebuild(departments.Values, Values));
    }

    [Fact]
    public void Keys_of_names_are_found_by_their_beginning()
    {
        var random = new Random(5);
        string[] names = ["legal", "legal aid", "ledger", "sales", "leasing"];
        var index = FacetIndex.Create([.. names.Index().Select(name => Any(name.Index + 1, random) with { NameKey = name.Item })], Values);

        Assert.Equal(["legal", "legal aid"], index.NameKeysBeginning("leg", 10));
        Assert.Equal(["leasing", "ledger"], index.NameKeysBeginning("le", 2));
        Assert.Empty(index.NameKeysBeginning("t", 10));
    }

    [Fact]
    public void Department_keeps_its_position_through_every_change()
    {
        var random = new Random(5);
        var index = FacetIndex.Create([.. Enumerable.Range(1, 9).Select(id => Any(id, random))], Values);
        var position = index.PositionOf(4);

        index = index.With(new HashSet<int> { 4 }, new Dictionary<int, DepartmentFacts>());
        Assert.Equal((-1, 8), (index.PositionOf(4), index.Count));

        index = index.With(
            new HashSet<int> { 4, 12 }, new Dictionary<int, DepartmentFacts> { [4] = Any(4, random), [12] = Any(12, random) });
        Assert.Equal((position, 9, 10), (index.PositionOf(4), index.PositionOf(12), index.Count));
        Assert.Equal(position, index.Rebuild([Any(4, random)], Values).PositionOf(4));
    }

    [Fact]
    public void Values_of_a_department_are_named()
    {
        var index = FacetIndex.Create([new DepartmentFacts(1, "One", default, [[1], [0, 1], [0], [], [], [], [], [], [], [1]])], Values);

        Assert.Equal(Values.Choices[Facet.Line].Links, index.ServiceLinesAt(0));
        Assert.Equal(Values.Acronyms, index.OutsourcingTypesAt(0));
    }

    // Positions may differ: what a reader sees must not.
    private static void AssertSame(FacetIndex expected, FacetIndex actual)
    {
        Assert.Equal((expected.Count, expected.All.Count), (actual.Count, actual.All.Count));
        foreach (var request in Requests)
        {
            foreach (var byUpdate in new[] { false, true })
                Assert.Equal(Page(expected, request, byUpdate), Page(actual, request, byUpdate));
            Assert.Equivalent(expected.Counts(expected.All, request), actual.Counts(actual.All, request), strict: true);
        }
    }

    private static List<int> Page(FacetIndex index, SearchRequest request, bool byUpdate) =>
        FacetIndex.Page(index.Narrow(index.All, request), byUpdate ? index.ByUpdate : index.ByName, 3, 200).ConvertAll(index.IdAt);

    private static DepartmentFacts Any(int id, Random random) => new(
        id, $"{(char)('a' + random.Next(26))}{id}", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(500)),
        [[random.Next(4)], Some(2, random), Some(1, random), Some(2, random), Some(2, random), Some(1, random), [random.Next(3)],
            Some(1, random), Some(2, random), [random.Next(2)]]);

    private static int[] Some(int most, Random random) => [.. Enumerable.Range(0, most).Where(_ => random.Next(2) == 0)];

    private static FacetChoices Choices(params string[] slugs) =>
        new([.. slugs.Select(slug => new NamedLink(slug, slug.ToUpperInvariant()))],
            slugs.Index().ToDictionary(slug => 10 * slug.Index, slug => slug.Index));
}
