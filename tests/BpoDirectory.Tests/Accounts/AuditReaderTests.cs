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
    public async Task Filter_shows_what_was_asked_for_newest_first(
        string? kind, string? actor, string? subject, string? from, string? to, string expected)
    {
        var page = await Reader.ReadAsync(AuditFilter.Parse(kind, actor, subject, from, to));

        Assert.Equal(expected, string.Join(", ", page.Entries.Select(entry => entry.Subject)));
        Assert.Equal(page.Entries.Count, page.Total);
    }

    [Fact]
    public async Task Those_who_share_a_name_are_told_apart_by_their_accounts()
    {
        var (first, second) = (await LetInAsync("ada1"), await LetInAsync("ada2"));
        await AddAsync(AuditKind.Edited, "Of the first", "Grace", first);
        await AddAsync(AuditKind.Edited, "Of the second", "Grace", second);

        var all = await Reader.ReadAsync(new AuditFilter());
        Assert.Equal(["Ada", "Eve", "Grace (ada1)", "Grace (ada2)"], all.Actors.All);
        Assert.Equal(["Grace (ada2)", "Grace (ada1)", "Eve"], all.Entries.Take(3).Select(all.Actors.NameOf));
        Assert.Equal(
            ["Of the second"], (await Reader.ReadAsync(new AuditFilter(Actor: "Grace (ada2)"))).Entries.Select(entry => entry.Subject));
        Assert.Equal(2, (await Reader.ReadAsync(new AuditFilter(Actor: "Grace"))).Total);
        var written = new List<string>();
        await Reader.EachAsync(
            new AuditFilter(Actor: "Grace (ada1)"), async (entry, who) => written.Add(await AuditLine.OfAsync(entry, who)));
        Assert.EndsWith(",\"Edited\",\"Grace (ada1)\",\"Of the first\",\"\"\r\n", Assert.Single(written), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_has_the_words_of_the_page()
    {
        await AddAsync(AuditKind.TokenCreated, "Import", "Ada");

        var entry = (await Reader.ReadAsync(new AuditFilter())).Entries[0];

        Assert.Contains(",\"Access token created\",", await AuditLine.OfAsync(entry, "Ada"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_hold_fifty_entries_each()
    {
        for (var i = 0; i < 50; i++)
            await AddAsync(AuditKind.Edited, $"{i}", "Eve");

        Assert.Equal((53, 50), (await Reader.ReadAsync(new AuditFilter())) is var first ? (first.Total, first.Entries.Count) : default);
        Assert.Equal(3, (await Reader.ReadAsync(new AuditFilter(), skip: 50)).Entries.Count);
        Assert.Equal(
            (await Reader.ReadAsync(new AuditFilter(), skip: 52)).Entries[0].Id,
            (await Reader.ReadAsync(new AuditFilter(), take: 1, isOldestFirst: true)).Entries[0].Id);
    }

    private async Task<int> LetInAsync(string userName)
    {
        var account = new Account(userName, "Grace", AccountRole.Editor, DateTime.UtcNow)
        {
            NormalizedUserName = userName.ToUpperInvariant(),
        };
        await _database.Gate.WriteAsync(db => db.AddAsync(account).AsTask());
        return account.Id;
    }

    private AuditReader Reader => _database.Get<AuditReader>();

    private async Task AddAsync(AuditKind kind, string subject, string actor, int account = 1)
    {
        await _database.Gate.WriteAsync(db =>
        {
            new AuditTrail(_clock).Add(db, kind, subject, "", new Actor(account, actor));
            return Task.CompletedTask;
        });
        _clock.Advance(TimeSpan.FromDays(1));
    }
}
