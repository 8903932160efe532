using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Tests.Editing;

public sealed class AuditedEntriesTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Entries_are_found_by_their_kind_and_name_archived_ones_too()
    {
        await _database.Get<EntryLifecycle>().ArchiveAsync(_database.Departments, _database.Ada, "sales");

        var found = await _database.Get<AuditedEntries>()
            .FindAsync(["department Legal", "department Sales", "function Legal", "department Zeppelins", "ada", ""]);

        Assert.Equal(2, found.Count);
        Assert.Equal((EntryType.Department, "legal"), found["department Legal"]);
        Assert.Equal((EntryType.Department, "sales"), found["department Sales"]);
    }
}
