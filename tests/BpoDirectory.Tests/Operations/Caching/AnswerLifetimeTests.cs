using BpoDirectory.Data;
using BpoDirectory.Operations.Caching;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Operations.Caching;

/// <summary>What is so only until a time is not kept for longer.</summary>
public sealed class AnswerLifetimeTests(AnswerLifetimeTests.RecordedApp app) : IClassFixture<AnswerLifetimeTests.RecordedApp>
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("/departments/legal")]
    [InlineData("/departments?view=table")]
    [InlineData("/functions/legal-research")]
    [InlineData("/compare?department=legal&department=sales")]
    public async Task Page_that_says_what_is_open_is_kept_until_that_ends(string path)
    {
        using var client = app.Program.CreateClient();
        await OpenUntilAsync(app.Program.Services, null);
        Assert.DoesNotContain("Open now", await client.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(Usual, app.Store.Kept);

        await OpenUntilAsync(app.Program.Services, TimeOnly.FromDateTime(DateTime.UtcNow.AddMinutes(20)));

        Assert.Contains("Open now", await client.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        Assert.InRange(app.Store.Kept!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void First_end_of_several_counts()
    {
        var (lifetime, now) = (new AnswerLifetime(), DateTimeOffset.UnixEpoch);

        lifetime.EndAt(now.AddHours(2));
        lifetime.EndAt(now.AddHours(1));
        lifetime.EndAt(now.AddHours(3));

        Assert.Equal(now.AddHours(1), lifetime.End);
    }

    // Every day, since an hour and a half ago.
    private static Task OpenUntilAsync(IServiceProvider services, TimeOnly? end) =>
        services.GetRequiredService<WriteGate>().WriteAsync(async db =>
    {
        var legal = await db.Departments.Include(d => d.Hours).SingleAsync(d => d.Slug == "legal");
        legal.SetHours(end is null ? null : "UTC", false, null);
        legal.Hours.Clear();
        if (end is { } closes)
            legal.Hours.Add(new OpeningInterval(DayOfWeek.Monday, DayOfWeek.Sunday, closes.AddHours(-2), closes, 1));
    });

    /// <summary>The program with a cache that keeps nothing and tells how long it was asked to.</summary>
    public sealed class RecordedApp : IDisposable
    {
        private readonly DirectoryApp _app = new();

        public RecordedApp() =>
            Program = _app.WithWebHostBuilder(
                host => host.ConfigureTestServices(services => services.AddSingleton<IOutputCacheStore>(Store)));

        public WebApplicationFactory<Program> Program { get; }

        internal RecordingStore Store { get; } = new();

        public void Dispose()
        {
            Program.Dispose();
            _app.Dispose();
        }
    }

    internal sealed class RecordingStore : IOutputCacheStore
    {
        public TimeSpan? Kept { get; private set; }

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
        {
            Kept = validFor;
            return ValueTask.CompletedTask;
        }
    }
}
