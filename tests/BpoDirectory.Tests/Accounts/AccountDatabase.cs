using System.Net;
using BpoDirectory.Accounts;
using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts;

/// <summary>Accounts on a real database file, with a clock to move.</summary>
internal sealed class AccountDatabase : IAsyncDisposable
{
    public const string Password = "correct horse staple";

    private readonly TestDatabase _database = new();
    private readonly ServiceProvider _services;

    private AccountDatabase(SessionLimits limits, ProviderSettings? provider)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock)
            .AddSingleton(_database.Contexts).AddSingleton(_database.Gate).AddSingleton(_database.Get<PreparedReads>());
        services.AddSingleton(limits).AddSingleton(provider ?? new ProviderSettings()).AddAccountClasses();
        services.AddSingleton(_ => new Passwords(Hasher));
        _services = services.BuildServiceProvider();
    }

    public TestClock Clock { get; } = new();

    public CountingHasher Hasher { get; } = new();

    public static async Task<AccountDatabase> NewAsync(SessionLimits? limits = null, ProviderSettings? provider = null)
    {
        var accounts = new AccountDatabase(limits ?? SessionLimits.Default, provider);
        await accounts._database.InitializeAsync();
        return accounts;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>An account as an invitation makes it.</summary>
    public async Task<Actor> AddAsync(string name, AccountRole role)
    {
        var account = new Account(name, name, role, Clock.GetUtcNow().UtcDateTime) { PasswordHash = Get<Passwords>().Hash(Password) };
        await _database.Gate.WriteAsync(db =>
        {
            db.Add(account);
            return Task.CompletedTask;
        });
        return new Actor(account.Id, name);
    }

    public Task<NewSession?> SignInAsync(string name, string password = Password, string from = "192.0.2.1") =>
        Get<PasswordSignIn>().TryAsync(name, password, stay: false, IPAddress.Parse(from));

    public bool IsOpen(NewSession? session) => session is not null && Get<Sessions>().Find(Secret.Hash(session.Secret)) is not null;

    public async Task<List<AuditEntry>> AuditAsync()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();
        return await db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync();
    }

    public Task<object?> SqlAsync(string sql) => _database.SqlAsync(sql);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
