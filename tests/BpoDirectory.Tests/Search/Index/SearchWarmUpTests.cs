using BpoDirectory.Search.Index;
using BpoDirectory.Search.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BpoDirectory.Tests.Search.Index;

public sealed class SearchWarmUpTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();
    private readonly LoggedErrors _errors = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _errors.Dispose();
    }

    [Fact]
    public async Task Everything_is_read_after_the_start()
    {
        using var host = Host();
        await host.StartAsync();
        await WarmUp(host).ExecuteTask!;

        Assert.Empty(_errors.Messages);
        Assert.Same(_database.Get<SearchState>().Current, _database.Get<SearchState>().Current);
        await host.StopAsync();
    }

    [Fact]
    public async Task Failure_is_logged_and_the_program_goes_on()
    {
        await _database.SqlAsync("DROP TABLE SynonymMember");
        using var host = Host();
        await host.StartAsync();
        await WarmUp(host).ExecuteTask!;

        Assert.Single(_errors.Messages);
        Assert.False(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        await host.StopAsync();
    }

    [Fact]
    public async Task Program_that_never_starts_ends_the_wait()
    {
        using var lifetime = new NeverStarted();
        using var warmUp =
            new SearchWarmUp(_database.Get<SearchState>(), _database.Get<SearchDatabase>(), lifetime, NullLogger<SearchWarmUp>.Instance);
        await warmUp.StartAsync(CancellationToken.None);

        await warmUp.StopAsync(CancellationToken.None);

        Assert.True(warmUp.ExecuteTask is { IsCompleted: true, IsFaulted: false });
    }

    private IHost Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(_errors);
        builder.Services.AddSingleton(_database.Get<SearchState>()).AddSingleton(_database.Get<SearchDatabase>())
            .AddHostedService<SearchWarmUp>();
        return builder.Build();
    }

    private static SearchWarmUp WarmUp(IHost host) => host.Services.GetServices<IHostedService>().OfType<SearchWarmUp>().Single();

    private sealed class NeverStarted : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _never = new();

        public CancellationToken ApplicationStarted => _never.Token;

        public CancellationToken ApplicationStopping => _never.Token;

        public CancellationToken ApplicationStopped => _never.Token;

        public void StopApplication()
        {
        }

        public void Dispose() => _never.Dispose();
    }
}
