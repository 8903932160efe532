using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Data.Sqlite;

public sealed class TextMatchTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly string[] Names = ["100% Payroll", "Pay_roll", "PAYROLL", @"C:\Payroll", "Élan"];

    [Theory]
    [InlineData("payroll", "100% Payroll", "PAYROLL", @"C:\Payroll")]
    [InlineData("0% p", "100% Payroll")]
    [InlineData("y_R", "Pay_roll")]
    [InlineData(@"\p", @"C:\Payroll")]
    [InlineData("ÉL", "Élan")]
    [InlineData("él")]
    [InlineData("", "100% Payroll", "Pay_roll", "PAYROLL", @"C:\Payroll", "Élan")]
    public async Task Part_of_a_text_is_found_as_it_is_without_regard_to_ascii_case(string part, params string[] found)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();

        Assert.Equal(found, await db.Departments.Where(d => TextMatch.Contains(d.Name, part)).OrderBy(d => d.Id).Select(d => d.Name).ToListAsync());
    }

    [Fact]
    public async Task Beginning_of_a_text_is_told_from_its_other_parts()
    {
        await using var db = await database.Contexts.CreateDbContextAsync();

        Assert.Equal(
            ["Pay_roll", "PAYROLL"],
            await db.Departments.Where(d => TextMatch.StartsWith(d.Name, "pay")).OrderBy(d => d.Id).Select(d => d.Name).ToListAsync());
    }

    [Fact]
    public void Outside_of_queries_nothing_is_matched() =>
        Assert.Throws<InvalidOperationException>(() => TextMatch.Contains("Payroll", "pay") || TextMatch.StartsWith("Payroll", "pay"));

    public async Task InitializeAsync()
    {
        await using (var db = await database.Contexts.CreateDbContextAsync())
            if (await db.Departments.AnyAsync())
                return;
        await database.Gate.WriteAsync(db =>
        {
            db.AddRange(Names.Select((name, index) => new Department($"d-{index}", name, "A summary.")));
            return Task.CompletedTask;
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
