using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Data;

public sealed class DirectoryDbContextTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Migrations_hold_every_change_of_the_model()
    {
        await using var db = await database.Contexts.CreateDbContextAsync();

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
