using System.Reflection;
using BpoDirectory.Data;
using BpoDirectory.Functions;
using NetArchTest.Rules;

namespace BpoDirectory.Tests;

/// <summary>The arrows between the parts of the program.</summary>
public sealed class LayeringTests
{
    private const string Root = "BpoDirectory.";

    private static readonly Assembly Product = typeof(Program).Assembly;

    private static readonly string[] Areas =
        ["Departments", "Functions", "ServiceLines", "OutsourcingTypes", "Guide", "Sites", "Clients", "Partners", "People", "Reports",
            "Watching", "Webhooks", "Exchange"];

    // Each part, and the parts it may use. Program, which has no namespace, may use everything.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Data"] = [],
        ["Operations"] = ["Data", "Search"],
        ["Accounts"] = ["Data", "Operations"],
        ["Search"] = ["Data"],
        ["Catalog"] = ["Data"],
        ["Editing"] = ["Data", "Search", "Accounts"],
        ["Departments"] = ["Data", "Search", "Accounts", "Editing"],
        ["Functions"] = ["Data", "Search", "Accounts", "Editing"],
        ["ServiceLines"] = ["Data", "Accounts", "Editing"],
        ["OutsourcingTypes"] = ["Data", "Accounts", "Editing"],
        ["Guide"] = ["Data", "Accounts", "Editing"],
        ["Sites"] = ["Data", "Editing"],
        ["Clients"] = ["Data", "Editing"],
        ["Partners"] = ["Data", "Editing"],
        ["People"] = ["Data", "Editing"],
        ["Watching"] = ["Data", "Operations", "Accounts", "Editing", "Settings"],
        ["Webhooks"] = ["Data", "Operations", "Accounts", "Editing"],
        ["Reports"] = ["Data", "Operations", "Accounts", "Editing"],
        ["Settings"] = ["Data", "Operations", "Accounts", "Editing"],
        ["Exchange"] = ["Data", "Search", "Operations", "Accounts", "Editing", "Settings", .. Areas.Where(area => area != "Exchange")],
        ["Api"] = ["Data", "Search", "Operations", "Accounts", "Editing", "Settings", .. Areas],
        ["Components"] = ["Data", "Search", "Operations", "Accounts", "Editing", "Settings", .. Areas],
    };

    public static TheoryData<string> Parts =>
        [.. Product.GetTypes()
            .Select(type => type.Namespace?.Split('.') is ["BpoDirectory", var part, ..] ? part : "")
            .Where(part => part.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Part_uses_only_what_lies_below_it(string part)
    {
        Assert.True(Allowed.ContainsKey(part), $"{part} is a new part: say what it may use.");

        Assert.Empty(
            UsersOf([.. Allowed.Keys.Except(Allowed[part]).Where(other => other != part).Select(other => Root + other)], Root + part));
    }

    [Fact]
    public void Only_the_storage_of_data_knows_which_database_it_is()
    {
        var others = Types.InAssembly(Product).That()
            .DoNotResideInNamespace(typeof(BpoDirectory.Data.Sqlite.SqliteDatabase).Namespace)
            .And().DoNotResideInNamespace(typeof(BpoDirectory.Data.PostgreSql.PostgreSqlDatabase).Namespace)
            .ShouldNot().HaveDependencyOnAny("Microsoft.Data.Sqlite", "SQLitePCL", "Npgsql").GetResult();

        Assert.Empty(others.FailingTypeNames ?? []);
    }

    [Fact]
    public void Arrows_inside_method_bodies_are_seen() =>
        Assert.Contains(typeof(Rules).FullName, UsersOf([typeof(DirectoryRuleException).FullName!], Root + "Data"));

    [Fact]
    public void Arrows_of_asynchronous_methods_are_seen() =>
        Assert.Contains(
            UsersOf([typeof(FunctionOwner).FullName!], Root + "Functions"),
            user => user.StartsWith(typeof(BusinessFunctionReader).FullName!, StringComparison.Ordinal));

    private static IEnumerable<string> UsersOf(string[] used, string part) =>
        Types.InAssembly(Product).That().ResideInNamespace(part).ShouldNot().HaveDependencyOnAny(used).GetResult().FailingTypeNames ?? [];
}
