using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Data.Text;

public sealed class NameComparisonTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly string[] Names = ["100% Payroll", "Pay_roll", "PAYROLL", @"C:\Payroll", "Élan", "Économie O’Grady", "東京人事部"];

    [Theory]
    [InlineData("payroll", "100% Payroll", "PAYROLL", @"C:\Payroll")]
    [InlineData("0% p", "100% Payroll")]
    [InlineData("y_R", "Pay_roll")]
    [InlineData(@"\p", @"C:\Payroll")]
    [InlineData("ÉL", "Élan")]
    [InlineData("él", "Élan")]
    [InlineData("e\u0301l", "Élan")]
    [InlineData("economie", "Économie O’Grady")]
    [InlineData("O'Grady", "Économie O’Grady")]
    [InlineData("ogrady", "Économie O’Grady")]
    [InlineData("E\u0301CONOMIE  o\u2019g", "Économie O’Grady")]
    [InlineData("人事部", "東京人事部")]
    [InlineData("", "100% Payroll", "Pay_roll", "PAYROLL", @"C:\Payroll", "Élan", "Économie O’Grady", "東京人事部")]
    public async Task Part_of_a_name_is_found_in_the_database_and_in_memory_alike(string text, params string[] found)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        var part = NameComparison.PartOf(text);

        Assert.Equal(found, await db.Departments.Where(d => d.NameKey.Contains(part)).OrderBy(d => d.Id).Select(d => d.Name).ToListAsync());
        Assert.Equal(found, Names.Where(name => NameComparison.Contains(name, text)));
    }

    [Theory]
    [InlineData("X Desk é", "X  Desk é")]
    [InlineData("X Desk é", "X\u00A0Desk é")]
    [InlineData("X Desk é", "X\tDesk é")]
    [InlineData("X Desk é", "X De\u00ADsk é")]
    [InlineData("X Desk é", "\u200EX Desk é")]
    [InlineData("X Desk é", "X\u2028Desk é")]
    [InlineData("X Desk é", "X D\u034Fesk é")]
    [InlineData("X Desk é", "X Desk\u061C é")]
    [InlineData("X Desk é", "X Desk\u2062 é")]
    [InlineData("X Desk é", "X Desk e\u0301")]
    [InlineData("Économie", "économie")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("ＨＲ", "hr")]
    [InlineData("Σίσυφος", "ΣΊΣΥΦΟΣ")]
    [InlineData("O'Grady", "O’Grady")]
    [InlineData("вода", "\u1C80\u1C82\u1C81а")]
    public void Names_that_read_the_same_are_one(string name, string other) => Assert.True(NameComparison.AreSame(name, other));

    [Theory]
    [InlineData("Resume", "Résumé")]
    [InlineData("C++", "C#")]
    [InlineData("Oeuvre", "Œuvre")]
    [InlineData("OGrady", "O'Grady")]
    public void Names_that_read_differently_are_two(string name, string other) => Assert.False(NameComparison.AreSame(name, other));

    [Theory]
    [InlineData("\u3164")]
    [InlineData("\u2800")]
    [InlineData("\uFFA0")]
    [InlineData("\u115F")]
    [InlineData("\u034F")]
    [InlineData("\uFE0F")]
    [InlineData(" \u200B\u00AD\u3000")]
    public void Nothing_to_be_seen_is_no_name(string name)
    {
        Assert.Equal("", NameComparison.KeyOf(name));
        Assert.Equal(
            "Enter a name.", Assert.Throws<DirectoryRuleException>(() => Rules.Required(name, "a name", Rules.NameLength)).Message);
    }

    [Fact]
    public async Task Names_stand_as_people_order_them_in_the_database_and_in_memory_alike()
    {
        string[] ordered =
        [
            "(Re)insurance", "24-hour desk", "Account", "Accounts payable", "Älteste", "Elan", "Élan", "Elbow", "œuvre", "Øre", "OTC",
            "O’Zone", "Zeta", "Żyto", "Ω", "Елена", "人事部",
        ];
        var other = new TestDatabase();
        await other.InitializeAsync();
        await AddAsync(other, ordered.Reverse());
        await using (var db = await other.Contexts.CreateDbContextAsync())
            Assert.Equal(ordered, await db.Departments.OrderBy(d => d.NameKey).Select(d => d.Name).ToListAsync());
        await other.DisposeAsync();

        Assert.Equal(ordered, ordered.Reverse().OrderByName(name => name));
    }

    public async Task InitializeAsync()
    {
        await using (var db = await database.Contexts.CreateDbContextAsync())
            if (await db.Departments.AnyAsync())
                return;
        await AddAsync(database, Names);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static Task AddAsync(TestDatabase database, IEnumerable<string> names) => database.Gate.WriteAsync(db =>
    {
        db.AddRange(names.Select((name, index) => new Department($"d-{index}", name, "A summary.")));
        return Task.CompletedTask;
    });
}
