using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentReviewsTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Review_is_seen_by_readers_and_in_the_audit_trail_but_is_no_change()
    {
        CatalogChange? seen = null;
        _database.Catalog.Gate.Committed += change => seen = change;

        Assert.NotNull(await Reviews.ConfirmAsync(_database.Ada, "legal"));

        var legal = _database.Get<DepartmentReader>().Find("legal")!;
        Assert.Equal(1, legal.Version);
        Assert.NotNull(legal.ReviewedAt);
        Assert.True(seen!.IsAny);
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal(AuditKind.Reviewed, await db.AuditEntries.OrderByDescending(e => e.Id).Select(e => e.Kind).FirstAsync());
        Assert.False(await db.Revisions.AnyAsync());
    }

    [Fact]
    public async Task Review_withdrawn_leaves_the_one_before_and_both_in_the_audit_trail()
    {
        var first = await Reviews.ConfirmAsync(_database.Ada, "legal");
        var second = await Reviews.ConfirmAsync(_database.Ben, "legal");

        Assert.True(await Reviews.WithdrawAsync(_database.Ben, second!));
        Assert.Equal(first!.At, _database.Get<DepartmentReader>().Find("legal")!.ReviewedAt);
        Assert.True(await Reviews.WithdrawAsync(_database.Ada, first));

        Assert.Null(_database.Get<DepartmentReader>().Find("legal")!.ReviewedAt);
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal(
            [AuditKind.Reviewed, AuditKind.Reviewed, AuditKind.ReviewWithdrawn, AuditKind.ReviewWithdrawn],
            await db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());
    }

    [Fact]
    public async Task Review_is_not_withdrawn_over_a_later_one()
    {
        var first = await Reviews.ConfirmAsync(_database.Ada, "legal");
        var second = await Reviews.ConfirmAsync(_database.Ben, "legal");

        Assert.False(await Reviews.WithdrawAsync(_database.Ada, first!));

        Assert.Equal(second!.At, _database.Get<DepartmentReader>().Find("legal")!.ReviewedAt);
    }

    [Fact]
    public async Task Nobody_without_the_right_confirms_a_review() =>
        await Assert.ThrowsAsync<NotAllowedException>(() => Reviews.ConfirmAsync(new Actor(999, "Nobody"), "legal"));

    [Fact]
    public async Task Nobody_without_the_right_withdraws_a_review()
    {
        var review = await Reviews.ConfirmAsync(_database.Ada, "legal");

        await Assert.ThrowsAsync<NotAllowedException>(() => Reviews.WithdrawAsync(new Actor(999, "Nobody"), review!));
    }

    private DepartmentReviews Reviews => _database.Get<DepartmentReviews>();
}
