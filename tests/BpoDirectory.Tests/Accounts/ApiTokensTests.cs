using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Accounts;

public sealed class ApiTokensTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    private ApiTokens Tokens => _database.Get<ApiTokens>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Token_speaks_for_whom_made_it()
    {
        var secret = await Tokens.CreateAsync(_database.Ada, "Nightly import", 30);

        var owner = await Tokens.FindAsync(secret);

        Assert.Equal(
            (_database.Ada.AccountId, "Ada", AccountRole.Editor), (owner!.Value.Actor.AccountId, owner.Value.Actor.Name, owner.Value.Role));
    }

    [Fact]
    [Trait(TestServer.Database, TestServer.File)]
    public async Task Secret_is_kept_nowhere()
    {
        var secret = await Tokens.CreateAsync(_database.Ada, "Nightly import", 30);
        _ = await _database.Catalog.SqlAsync("PRAGMA wal_checkpoint(TRUNCATE)");

        Assert.DoesNotContain(
            secret, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_database.Catalog.File)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bpo_")]
    [InlineData("")]
    [InlineData("bpo_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Anything_else_opens_nothing(string secret) => Assert.Null(await Tokens.FindAsync(secret));

    [Fact]
    public async Task Token_taken_back_opens_nothing_even_under_way()
    {
        var secret = await Tokens.CreateAsync(_database.Ada, "Nightly import", 30);
        var actor = (await Tokens.FindAsync(secret))!.Value.Actor;

        await Tokens.RevokeAsync(_database.Ada, (await Tokens.ListAsync(_database.Ada)).Single().Id);

        Assert.Null(await Tokens.FindAsync(secret));
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        await Assert.ThrowsAsync<NotAllowedException>(() => _database.Get<AccountRights>().DemandAsync(db, actor, AccountRole.Editor));
    }

    [Fact]
    public async Task Token_of_somebody_else_cannot_be_taken_back()
    {
        var secret = await Tokens.CreateAsync(_database.Ada, "Nightly import", 30);

        await Tokens.RevokeAsync(_database.Ben, (await Tokens.ListAsync(_database.Ada)).Single().Id);

        Assert.NotNull(await Tokens.FindAsync(secret));
    }

    [Fact]
    public async Task Token_of_a_disabled_account_opens_nothing()
    {
        var secret = await Tokens.CreateAsync(_database.Ada, "Nightly import", 30);

        await _database.Catalog.Gate.WriteAsync(
            async db => (await db.Accounts.SingleAsync(a => a.Id == _database.Ada.AccountId)).Disable());

        Assert.Null(await Tokens.FindAsync(secret));
    }

    [Fact]
    public async Task Token_ends_with_its_last_day()
    {
        var secret = await Tokens.CreateAsync(_database.Ada, "Nightly import", 1);

        await _database.Catalog.SqlAsync("UPDATE AccountTokens SET ExpiresAt = '2020-01-01 00:00:00'");

        Assert.Null(await Tokens.FindAsync(secret));
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData("Nightly import", 0)]
    [InlineData("Nightly import", ApiTokens.LongestLife + 1)]
    public Task Token_needs_a_name_and_an_end(string name, int days) =>
        Assert.ThrowsAsync<DirectoryRuleException>(() => Tokens.CreateAsync(_database.Ada, name, days));

    [Fact]
    public async Task Making_and_taking_back_are_written_into_the_audit_trail()
    {
        await Tokens.CreateAsync(_database.Ada, "Nightly import", 30);
        await Tokens.RevokeAsync(_database.Ada, (await Tokens.ListAsync(_database.Ada)).Single().Id);

        Assert.Equal(
            "TokenCreated,TokenRevoked",
            await _database.Catalog.SqlAsync("SELECT string_agg(Kind, ',') FROM AuditEntries WHERE Subject = 'Nightly import'"));
    }
}
