using BpoDirectory.Operations.Caching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Operations.Caching;

/// <summary>What is so only until a time is not kept for longer.</summary>
public sealed class AnswerLifetimeTests : IDisposable
{
    private static readonly DateTimeOffset Now = new TestClock().GetUtcNow();

    private readonly ServiceProvider _services =
        new ServiceCollection().AddScoped<AnswerLifetime>().AddSingleton<TimeProvider>(new TestClock()).BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData(null, true, 60)]
    [InlineData(10, true, 10)]
    [InlineData(90, true, 60)]
    [InlineData(0, false, 0)]
    [InlineData(-1, false, -1)]
    public async Task Answer_is_kept_until_it_is_no_longer_so(int? minutes, bool isKept, int expected)
    {
        if (minutes is { } until)
            _services.GetRequiredService<AnswerLifetime>().EndAt(Now.AddMinutes(until));
        var context = new OutputCacheContext
        {
            HttpContext = new DefaultHttpContext { RequestServices = _services }, AllowCacheStorage = true, ResponseExpirationTimeSpan = TimeSpan.FromHours(1),
        };

        await new CatalogCachePolicy(null!, null!, "theme").ServeResponseAsync(context, default);

        Assert.Equal((isKept, TimeSpan.FromMinutes(expected)), (context.AllowCacheStorage, context.ResponseExpirationTimeSpan));
    }

    [Fact]
    public void First_end_of_several_counts()
    {
        var lifetime = new AnswerLifetime();

        lifetime.EndAt(Now.AddHours(2));
        lifetime.EndAt(Now.AddHours(1));
        lifetime.EndAt(Now.AddHours(3));

        Assert.Equal(Now.AddHours(1), lifetime.End);
    }
}
