using System.Globalization;
using BpoDirectory.Benchmarks.Generation;

namespace BpoDirectory.Benchmarks.Http;

/// <summary>The kinds of request that are measured.</summary>
internal static class HttpCases
{
    public const string Item = "item", List = "list", Rare = "rare", Common = "common", Three = "three", Misspelt = "misspelt",
    Prefix = "prefix",
        DepartmentPage = "page", ResultsPage = "results", RepeatedItem = "repeat-item", RepeatedList = "repeat-list",
        RepeatedPage = "repeat-page";

    /// <summary>The searches, each a kind of its own.</summary>
    public static IReadOnlyList<string> Searches { get; } = [Rare, Common, Three, Misspelt, Prefix];

    public static IReadOnlyList<string> Repeats { get; } = [RepeatedItem, RepeatedList, RepeatedPage];

    /// <summary>The cases for a database, with requests chosen by <paramref name="seed"/>.</summary>
    public static IReadOnlyList<HttpCase> Make(string database, string index, int seed)
    {
        var facts = new DirectoryFacts(database, index);
        var dice = new Dice(seed);
        var departments = facts.Departments.ToList();
        dice.Shuffle(departments);
        var lists = new ListMaker(facts, dice).Lists();
        var queries = new QueryMaker(facts, dice);
        return
        [
            new(Item, "item JSON", [.. departments.Select(ItemPath)], [.. departments.Select(ItemCeiling)]),
            new(List, "filtered list JSON", [.. lists.Select(list => $"/api/v1/departments?{list.ToQuery()}")],
                [.. lists.Select(list => $"/list?{list.ToQuery()}")], IsFresh: true),
            Search(Rare, "search JSON, rare term", queries.Rare()),
            Search(Common, "search JSON, common term", queries.Common()),
            Search(Three, "search JSON, three words", queries.Three()),
            Search(Misspelt, "search JSON, misspelt", queries.Misspelt()),
            Search(Prefix, "search JSON, prefix", queries.Prefix()),
            new(DepartmentPage, "department page HTML", [.. departments.Select(PagePath)], [.. departments.Select(ItemCeiling)]),
            Search(ResultsPage, "results page HTML", queries.Middling(), "/departments"),
            new(RepeatedItem, "item JSON again", [ItemPath(departments[0])], [], IsRepeat: true),
            new(RepeatedList, "list JSON again", ["/api/v1/departments?office=back"], [], IsRepeat: true),
            new(RepeatedPage, "department page again", [PagePath(departments[0])], [], IsRepeat: true),
        ];
    }

    private static string ItemPath(DepartmentFacts department) => $"/api/v1/departments/{department.Slug}";

    private static string ItemCeiling(DepartmentFacts department) => $"/item/{department.Slug}";

    private static string PagePath(DepartmentFacts department) => $"/departments/{department.Slug}";

    private static HttpCase Search(string key, string name, List<Query> queries, string path = "/api/v1/departments") => new(
        key, name,
        [.. queries.Select(query => $"{path}?q={Uri.EscapeDataString(query.Text)}{PageOf(query)}")],
        [.. queries.Select(query => $"/search?q={Uri.EscapeDataString(query.Expression)}{PageOf(query)}")],
        IsFresh: true);

    private static string PageOf(Query query) => query.Page == 1 ? "" : $"&page={query.Page.ToString(CultureInfo.InvariantCulture)}";
}
