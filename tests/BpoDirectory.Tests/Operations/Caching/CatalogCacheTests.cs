using System.Net;
using System.Reflection;
using BpoDirectory.Api;
using BpoDirectory.Data;
using BpoDirectory.Operations.Caching;
using BpoDirectory.Search.Questions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Operations.Caching;

/// <summary>What is sent again, to whom, and until when. An answer from the cache tells its age.</summary>
public sealed class CatalogCacheTests(CatalogCacheTests.CachedApp cached) : IClassFixture<CatalogCacheTests.CachedApp>, IAsyncLifetime
{
    private readonly BrokenApp _app = cached.App;

    // An edit, after which every answer is made anew.
    public Task InitializeAsync() => ChangeSummaryAsync($"Summary {Guid.NewGuid()}.");

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/")]
    [InlineData("/departments")]
    [InlineData("/departments/legal")]
    [InlineData("/departments/legal/history")]
    [InlineData("/functions")]
    [InlineData("/guide")]
    [InlineData("/api/v1/departments")]
    [InlineData("/api/v1/departments?office=front")]
    [InlineData("/api/v1/departments/legal")]
    [InlineData("/openapi/v1.json")]
    public async Task Answer_for_everyone_is_made_once(string path)
    {
        using var first = await AskAsync(path);
        using var second = await AskAsync(path);

        Assert.Equal((HttpStatusCode.OK, null, true), (first.StatusCode, first.Headers.Age, second.Headers.Age.HasValue));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal((first.Content.Headers.ContentType, first.Headers.ETag), (second.Content.Headers.ContentType, second.Headers.ETag));
    }

    [Fact]
    public async Task Who_asks_while_another_gives_up_the_same_question_gets_an_answer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var policy = new CatalogCachePolicy(
            _app.Services.GetRequiredService<CatalogVersion>(), _app.Services.GetRequiredService<IResponseCompressionProvider>(), "theme");
        builder.Services.AddOutputCache(options => options.AddPolicy(CatalogCachePolicy.Name, policy));
        await using var app = builder.Build();
        app.UseOutputCache();
        var isAsked = new TaskCompletionSource();
        app.MapGet("/", async (HttpContext context) =>
        {
            if (isAsked.TrySetResult())
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return "The answer";
        }).CacheOutput(CatalogCachePolicy.Name);
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var givingUp = new CancellationTokenSource();

        var givenUp = client.GetStringAsync("/", givingUp.Token);
        await isAsked.Task;
        var other = client.GetStringAsync("/");
        await givingUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        Assert.Equal("The answer", await other);
    }

    [Theory]
    [InlineData("/departments/legal", "Cookie", "theme=dark")]
    [InlineData("/departments/legal", "Host", "example.org")]
    [InlineData("/departments/legal", "Accept-Encoding", "gzip")]
    [InlineData("/departments/legal", "Accept", "text/html; blazor-enhanced-nav=on")]
    [InlineData("/departments/legal?sources=all", "", "")]
    [InlineData("/departments/Legal", "", "")]
    public async Task Whatever_an_answer_depends_on_makes_another_one(string path, string header, string value)
    {
        using var first = await AskAsync("/departments/legal");
        using var other = await AskAsync(path, (header, value));
        using var again = await AskAsync("/departments/legal");

        Assert.Equal((false, true), (other.Headers.Age.HasValue, again.Headers.Age.HasValue));
    }

    [Theory]
    [InlineData("/departments/legal", "?x=1")]
    [InlineData("/departments", "?utm_source=mail&utm_medium=link")]
    [InlineData("/functions", "?cb=7f3a")]
    [InlineData("/api/v1/departments", "?_=1732900000")]
    [InlineData("/guide", "?q[]=a&%00=b")]
    public async Task Parameter_that_no_page_reads_makes_no_other_answer(string path, string query)
    {
        using var plain = await AskAsync(path);

        using var other = await AskAsync(path + query);

        Assert.True(other.Headers.Age.HasValue);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Parameter_that_no_page_reads_is_in_no_answer()
    {
        using var first = await AskAsync("/functions?letter=A&injected=here");

        Assert.DoesNotContain("injected", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_parameter_that_a_page_or_the_api_reads_is_known()
    {
        var readers = typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace is { } space && (space.StartsWith("BpoDirectory.Components.Reader", StringComparison.Ordinal)
                || space.StartsWith("BpoDirectory.Components.Shared", StringComparison.Ordinal)
                || space.StartsWith("BpoDirectory.Api", StringComparison.Ordinal)))
            // Files are never kept, and each is made of all its parameters.
            .Except([typeof(DepartmentTableQuery), typeof(FunctionTableQuery), typeof(WorkListQuery)])
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));
        var read = readers.Select(
            property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } page ? page.Name ?? property.Name
            : property.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>().Distinct().ToList();

        Assert.NotEmpty(read);
        Assert.Empty(read.Except(CatalogCachePolicy.Parameters, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("sales", "legal", "Sales or Legal?")]
    [InlineData("legal", "sales", "Legal or Sales?")]
    public async Task Departments_stand_in_the_order_in_which_they_were_asked_for(string first, string second, string heading)
    {
        using var other = await AskAsync($"/compare?department={second}&department={first}");
        using var asked = await AskAsync($"/compare?department={first}&department={second}");

        Assert.Contains($"<title>{heading}", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Theme_of_one_reader_is_not_shown_to_another(string theme)
    {
        using var plain = await AskAsync("/guide");

        for (var i = 0; i < 2; i++)
        {
            using var own = await AskAsync("/guide", ("Cookie", $"theme={theme}"));
            Assert.Contains($"data-theme=\"{theme}\"", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("data-theme=", (await plain.Content.ReadAsStringAsync())[..200], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/guide", "Cookie", "session=1")]
    [InlineData("/guide", "Cookie", "theme=dark; other=1")]
    [InlineData("/api/v1/departments/legal", "Authorization", "Bearer x")]
    [InlineData("/guide", "Range", "bytes=0-1")]
    [InlineData("/guide", "Accept", "text/html; blazor-enhanced-nav=on")]
    public async Task Whoever_sends_something_of_their_own_is_answered_anew(string path, string header, string value)
    {
        using var everyones = await AskAsync(path);
        for (var i = 0; i < 2; i++)
        {
            using var own = await AskAsync(path, (header, value));
            Assert.Null(own.Headers.Age);
        }
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/departments/no-such-department")]
    [InlineData("/api/v1/departments?page=0")]
    [InlineData("/error")]
    [InlineData("/health/ready")]
    [InlineData("/account/sign-in")]
    [InlineData("/robots.txt")]
    public async Task Some_answers_are_made_each_time(string path)
    {
        for (var i = 0; i < 3; i++)
        {
            using var answer = await AskAsync(path);
            Assert.Null(answer.Headers.Age);
        }
    }

    [Fact]
    public async Task Edit_is_visible_to_the_very_next_request()
    {
        for (var i = 0; i < 5; i++)
        {
            var summary = $"Summary number {i}.";
            using var before = await AskAsync("/departments/legal");
            await ChangeSummaryAsync(summary);

            using var after = await AskAsync("/departments/legal");

            Assert.Contains(summary, await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("*", true)]
    [InlineData("\"other\", {0}", true)]
    [InlineData("\"other\"", false)]
    public async Task What_the_browser_has_is_not_sent_again(string ifNoneMatch, bool isKnown)
    {
        foreach (var path in new[] { "/guide", "/api/v1/departments/legal", "/api/v1/departments?q=tax" })
        {
            using var first = await AskAsync(path);
            var header = ("If-None-Match", ifNoneMatch.Replace("{0}", first.Headers.ETag!.ToString(), StringComparison.Ordinal));

            using var again = await AskAsync(path, header);

            Assert.Equal(isKnown ? HttpStatusCode.NotModified : HttpStatusCode.OK, again.StatusCode);
            Assert.Equal(first.Headers.ETag, again.Headers.ETag);
            Assert.Equal(first.Headers.Vary, again.Headers.Vary);
            Assert.Equal(isKnown, (await again.Content.ReadAsByteArrayAsync()).Length == 0);
        }
    }

    [Fact]
    public async Task What_the_browser_has_is_not_sent_again_though_it_is_made_anew()
    {
        using var first = await AskAsync("/guide");
        await ChangeSummaryAsync("Another one.");

        using var again = await AskAsync("/guide", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal((HttpStatusCode.NotModified, null), (again.StatusCode, again.Headers.Age));
    }

    [Fact]
    public async Task Each_search_is_counted_however_often_it_is_repeated()
    {
        for (var i = 0; i < 3; i++)
        {
            (await AskAsync("/?q=payroll")).Dispose();
            (await AskAsync("/api/v1/departments?q=payroll")).Dispose();
            (await AskAsync("/?q=payroll", (SearchCounter.TypingHeader, "1"))).Dispose();
        }
        await _app.Services.GetRequiredService<SearchCounter>().WriteAsync(CancellationToken.None);

        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<DirectoryDbContext>>().CreateDbContextAsync();
        var counted = await db.SearchCounts.SingleAsync(count => count.WordingKey == "payroll");
        Assert.Equal((6, 3), (counted.Count, counted.Shown));
    }

    private Task ChangeSummaryAsync(string summary) => _app.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
        db.Entry(await db.Departments.SingleAsync(d => d.Slug == "legal")).Property(d => d.Summary).CurrentValue = summary);

    private async Task<HttpResponseMessage> AskAsync(string path, (string Name, string Value) header = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (!string.IsNullOrEmpty(header.Name))
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await _app.Client.SendAsync(request);
    }

    /// <summary>A program for all of these tests.</summary>
    public sealed class CachedApp : IDisposable
    {
        internal BrokenApp App { get; } = new();

        public void Dispose() => App.Dispose();
    }
}
