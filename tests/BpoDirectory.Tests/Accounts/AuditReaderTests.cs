using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

public sealed class AuditReaderTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly TestClock _clock = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await AddAsync(AuditKind.SignIn, "ada", "Ada");
        await AddAsync(AuditKind.Edited, "100 % Legal", "Ada");
        await AddAsync(AuditKind.Edited, "Payroll", "Eve");
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(null, null, null, null, null, "Payroll, 100 % Legal, ada")]
    [InlineData("Edited", null, null, null, null, "Payroll, 100 % Legal")]
    [InlineData("nonsense", null, null, "yesterday", "", "Payroll, 100 % Legal, ada")]
    [InlineData(null, "Ada", null, null, null, "100 % Legal, ada")]
    [InlineData(null, null, "LEGAL", null, null, "100 % Legal")]
    [InlineData(null, null, "%", null, null, "100 % Legal")]
    [InlineData(null, null, "_", null, null, "")]
    [InlineData(null, null, null, "2026-03-02", null, "Payroll, 100 % Legal")]
    [InlineData(null, null, null, null, "2026-03-02", "100 % Legal, ada")]
    [InlineData("Edited", "Eve", "pay", "2026-03-03", "2026-03-03", "Payroll")]
    [InlineData(null, null, null, null, "9999-12-31", "Payroll, 100 % Legal, ada")]
    public async Task Filter_shows_what_was_asked_for_newest_first(string? kind, string? actor, string? subject, string? from, string? to, string expected)
    {
        var page = await Reader.ReadAsync(AuditFilter.Parse(kind, actor, subject, from, to), 1);

        Assert.Equal(expected, string.Join(", ", page.Entries.Select(entry => entry.Subject)));
        Assert.Equal(page.Entries.Count, page.Total);
    }

    [Fact]
    public async Task Pages_hold_fifty_entries_each()
    {
        for (var i = 0; i < 50; i++)
            await AddAsync(AuditKind.Edited, $"{i}", "Eve");

        Assert.Equal((53, 50), (await Reader.ReadAsync(new AuditFilter(), 1)) is var first ? (first.Total, first.Entries.Count) : default);
        Assert.Equal(3, (await Reader.ReadAsync(new AuditFilter(), 2)).Entries.Count);
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@sum", "\"'@sum\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("", "\"\"")]
    public void Cell_is_text_to_a_spreadsheet(string text, string expected) => Assert.Equal(expected, AuditCsv.Cell(text));

    private AuditReader Reader => _database.Get<AuditReader>();

    private async Task AddAsync(AuditKind kind, string subject, string actor)
    {
        await _database.Gate.WriteAsync(db =>
        {
            new AuditTrail(_clock).Add(db, kind, subject, "", new Actor(1, actor));
            return Task.CompletedTask;
        });
        _clock.Advance(TimeSpan.FromDays(1));
    }
}
