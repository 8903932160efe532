using System.Data.Common;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Accounts;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Entry_says_who_did_what_and_when()
    {
        await AddAsync("Legal", "2 fields", new Actor(7, "Ada"));

        var entry = await SingleAsync();
        Assert.Equal(
            (AuditKind.Edited, 7, "Ada", "Legal", "2 fields"), (entry.Kind, entry.ActorId, entry.ActorName, entry.Subject, entry.Detail));
        Assert.Equal(DateTimeKind.Utc, entry.At.Kind);
    }

    [Fact]
    public async Task Entry_of_nobody_signed_in_says_so()
    {
        await AddAsync("Legal", "", null);

        var entry = await SingleAsync();
        Assert.Null(entry.ActorId);
        Assert.Equal(AuditTrail.Nobody, entry.ActorName);
    }

    [Fact]
    public async Task Entry_too_long_is_cut()
    {
        await AddAsync(new string('a', 501), new string('b', 500), null);

        var entry = await SingleAsync();
        Assert.Equal(new string('a', 499) + "…", entry.Subject);
        Assert.Equal(new string('b', 500), entry.Detail);
    }

    [Fact]
    public async Task Entry_is_gone_when_the_change_it_is_about_fails()
    {
        await Assert.ThrowsAsync<DirectoryRuleException>(() => _database.Gate.WriteAsync(db =>
        {
            _database.Get<AuditTrail>().Add(db, AuditKind.Edited, "Legal", "", null);
            throw new DirectoryRuleException("no");
        }));

        Assert.Equal(0L, await _database.SqlAsync("SELECT COUNT(*) FROM AuditEntries"));
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Detail = 'nothing'")]
    [InlineData("DELETE FROM AuditEntries")]
    [InlineData("REPLACE INTO AuditEntries SELECT Id, At, Kind, ActorId, 'Eve', Subject, Detail FROM AuditEntries")]
    public async Task Entry_cannot_be_changed_or_deleted_even_by_sql(string sql)
    {
        await AddAsync("Legal", "2 fields", null);

        await Assert.ThrowsAnyAsync<DbException>(() => _database.SqlAsync(sql));

        var entry = await SingleAsync();
        Assert.Equal(("2 fields", AuditTrail.Nobody), (entry.Detail, entry.ActorName));
    }

    [Fact]
    public async Task Entry_alone_leaves_the_catalog_as_it_was()
    {
        using var version = _database.Get<CatalogVersion>();
        var before = version.Current;

        await AddAsync("Ada", "", null);

        Assert.Equal(before, version.Current);
    }

    private Task AddAsync(string subject, string detail, Actor? actor) => _database.Gate.WriteAsync(db =>
    {
        _database.Get<AuditTrail>().Add(db, AuditKind.Edited, subject, detail, actor);
        return Task.CompletedTask;
    });

    private async Task<AuditEntry> SingleAsync()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();
        return await db.AuditEntries.SingleAsync();
    }
}
