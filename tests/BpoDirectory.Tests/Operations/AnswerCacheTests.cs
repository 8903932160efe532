using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Operations;
using Microsoft.AspNetCore.Http;

namespace BpoDirectory.Tests.Operations;

public sealed class AnswerCacheTests : IAsyncLifetime
{
    private const string Cookie = "theme";

    private readonly TestDatabase _database = new();
    private AnswerCache _cache = null!;
    private RequestDelegate _answer = Page;
    private int _made;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _cache = new AnswerCache(
            context =>
            {
                _made++;
                return _answer(context);
            },
            _database.Get<CatalogVersion>(),
            Cookie);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_is_asked_for_twice_is_kept_and_not_made_again()
    {
        await AskAsync("/departments", "?q=tax");
        var first = await AskAsync("/departments", "?q=tax");
        var second = await AskAsync("/departments", "?q=tax");

        Assert.Equal(2, _made);
        Assert.Equal("made 2", second.Text);
        Assert.Equal((first.Text, first.Response.ContentType, first.Response.Headers.ETag), (second.Text, second.Response.ContentType, second.Response.Headers.ETag));
        Assert.Equal("kept", second.Response.Headers["X-Own"]);
        Assert.Equal(second.Text.Length, second.Response.ContentLength);
    }

    [Theory]
    [InlineData("/departments", "?q=taxes", "", "")]
    [InlineData("/department", "?q=tax", "", "")]
    [InlineData("/departments", "?q=tax", "Cookie", "theme=dark")]
    [InlineData("/departments", "?q=tax", "Host", "example.org")]
    [InlineData("/departments", "?q=tax", "Accept-Encoding", "gzip")]
    [InlineData("/departments", "?q=tax", "Accept", "text/html; blazor-enhanced-nav=on")]
    public async Task Whatever_an_answer_depends_on_makes_another_one(string path, string query, string header, string value)
    {
        await AskAsync("/departments", "?q=tax");
        await AskAsync("/departments", "?q=tax");

        Assert.Equal("made 3", (await AskAsync(path, query, (header, value))).Text);
    }

    [Theory]
    [InlineData("/", "Cookie", "session=1")]
    [InlineData("/", "Authorization", "Bearer x")]
    [InlineData("/", "Range", "bytes=0-1")]
    [InlineData("/health/ready", "", "")]
    [InlineData("/admin/departments", "", "")]
    [InlineData("/account/login", "", "")]
    public async Task What_may_be_someones_own_is_made_each_time(string path, string header, string value)
    {
        for (var i = 0; i < 3; i++)
            await AskAsync(path, "", (header, value));

        Assert.Equal(3, _made);
    }

    [Fact]
    public async Task Posts_are_answered_each_time()
    {
        for (var i = 0; i < 3; i++)
            await AskAsync("/", "", method: "POST");

        Assert.Equal(3, _made);
    }

    public static TheoryData<string, Action<HttpResponse>> Unkept => new()
    {
        { "an error", response => response.StatusCode = StatusCodes.Status404NotFound },
        { "a file", response => response.ContentType = "text/css" },
        { "an answer that sets a cookie", response => response.Headers.SetCookie = "a=b" },
        { "an answer that forbids it", response => response.Headers.CacheControl = "no-store" },
        { "an answer of unknown type", response => response.ContentType = null },
    };

    [Theory]
    [MemberData(nameof(Unkept))]
    public async Task Some_answers_are_never_kept(string what, Action<HttpResponse> change)
    {
        _answer = async context =>
        {
            context.Response.ContentType = "text/html";
            change(context.Response);
            await context.Response.WriteAsync(what);
        };

        for (var i = 0; i < 3; i++)
            Assert.Equal(what, (await AskAsync("/")).Text);

        Assert.Equal(3, _made);
    }

    [Fact]
    public async Task Very_large_answer_is_sent_but_not_kept()
    {
        _answer = async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(new string('x', 600_000));
        };

        for (var i = 0; i < 3; i++)
            Assert.Equal(600_000, (await AskAsync("/")).Text.Length);

        Assert.Equal(3, _made);
    }

    [Fact]
    public async Task Change_of_the_catalog_ends_what_was_kept()
    {
        await AskAsync("/");
        await AskAsync("/");
        await _database.Gate.WriteAsync(db =>
        {
            db.Departments.Add(new Department("new-one", "New one", "A new one."));
            return Task.CompletedTask;
        });

        Assert.Equal("made 3", (await AskAsync("/")).Text);
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("*", true)]
    [InlineData("\"other\", {0}", true)]
    [InlineData("\"other\"", false)]
    public async Task Page_that_the_browser_has_is_not_sent_again(string ifNoneMatch, bool isKnown)
    {
        await AskAsync("/");
        var tag = (await AskAsync("/")).Response.Headers.ETag.ToString();
        var header = ("If-None-Match", ifNoneMatch.Replace("{0}", tag, StringComparison.Ordinal));

        var again = await AskAsync("/", "", header);

        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        Assert.Equal(tag, again.Response.Headers.ETag);
        Assert.Equal((isKnown ? 304 : 200, isKnown ? "" : "made 2"), (again.Response.StatusCode, again.Text));
    }

    [Fact]
    public async Task Page_that_the_browser_has_is_not_sent_again_though_it_was_made_again()
    {
        _answer = async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("always the same");
        };
        var tag = (await AskAsync("/")).Response.Headers.ETag.ToString();

        var again = await AskAsync("/", "", ("If-None-Match", tag));

        Assert.Equal((2, 304, ""), (_made, again.Response.StatusCode, again.Text));
    }

    [Fact]
    public async Task Answers_made_one_after_the_other_have_nothing_of_each_other()
    {
        foreach (var text in new[] { "a long answer, which leaves much behind", "short", "", "in between" })
        {
            _answer = async context =>
            {
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(text);
            };

            Assert.Equal(text, (await AskAsync($"/{text.Length}")).Text);
        }
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=0.9, br;q=0.1", "br")]
    [InlineData("br; q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("xbr", "identity")]
    [InlineData("", "identity")]
    public async Task Answer_is_made_in_the_best_encoding_that_the_client_takes(string accepted, string made)
    {
        var asked = "";
        _answer = context =>
        {
            asked = context.Request.Headers.AcceptEncoding.ToString();
            return Page(context);
        };

        await AskAsync("/", header: ("Accept-Encoding", accepted));

        Assert.Equal(made, asked);
    }

    [Fact]
    public async Task Failure_passes_and_is_not_kept()
    {
        _answer = _ => throw new InvalidOperationException("It broke.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync("/"));
        _answer = Page;

        Assert.Equal("made 2", (await AskAsync("/")).Text);
    }

    [Fact]
    public void Memory_stays_within_its_bounds_and_keeps_what_is_asked_for()
    {
        const int Size = 512 * 1024;
        var kept = new KeptAnswers();
        for (var i = 0; i < 400; i++)
        {
            kept.Keep(Key($"/{i}"), new KeptAnswer(1, [], "", new byte[Size], null));
            kept.Find(Key("/0"), 1);
        }

        var left = Enumerable.Range(0, 400).Count(i => kept.Find(Key($"/{i}"), 1) is not null);
        Assert.InRange(left, 50, 200);
        Assert.NotNull(kept.Find(Key("/0"), 1));
        Assert.NotNull(kept.Find(Key("/399"), 1));
        Assert.Null(kept.Find(Key("/1"), 1));
    }

    private static AnswerKey Key(string path) => new("http", "localhost", path, "", null, "br", false);

    private static async Task Page(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers["X-Own"] = "kept";
        await context.Response.WriteAsync($"made {context.Items["made"]}");
    }

    private async Task<(HttpResponse Response, string Text)> AskAsync(string path, string query = "", (string Name, string Value) header = default, string method = "GET")
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        context.Request.Method = method;
        context.Request.Host = new HostString("localhost");
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        if (!string.IsNullOrEmpty(header.Name))
            context.Request.Headers[header.Name] = header.Value;
        context.Items["made"] = _made + 1;
        await _cache.InvokeAsync(context);
        return (context.Response, Encoding.UTF8.GetString(body.ToArray()));
    }
}
