using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Settings;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Settings;

/// <summary>A directory with two administrators and an editor.</summary>
public sealed class SettingsDatabase : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public Actor Ada { get; private set; } = null!;

    public Actor Ben { get; private set; } = null!;

    public Actor Editor { get; private set; } = null!;

    public SettingsStore Store { get; private set; } = null!;

    public CurrentSettings Current { get; private set; } = null!;

    public T Get<T>() where T : notnull => _database.Get<T>();

    public SettingsSession Open() => new(Store, Current.Saved);

    public Task<object?> SqlAsync(string sql) => _database.SqlAsync(sql);

    /// <summary>What the audit trail says of settings, oldest first.</summary>
    public async Task<List<AuditEntry>> AuditAsync()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.Kind == AuditKind.SettingsChanged).OrderBy(entry => entry.Id)
            .ToListAsync();
    }

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        (Store, Current) = (Get<SettingsStore>(), Get<CurrentSettings>());
        (Ada, Ben, Editor) = (
            await AddAsync("Ada", AccountRole.Administrator), await AddAsync("Ben", AccountRole.Administrator),
            await AddAsync("Eve", AccountRole.Editor));
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    private async Task<Actor> AddAsync(string name, AccountRole role)
    {
        var account = new Account(name, name, role, DateTime.UtcNow) { NormalizedUserName = name.ToUpperInvariant() };
        await _database.Gate.WriteAsync(db => db.AddAsync(account).AsTask());
        return new Actor(account.Id, name);
    }
}
