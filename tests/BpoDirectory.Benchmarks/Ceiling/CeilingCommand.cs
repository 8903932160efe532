using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BpoDirectory.Benchmarks.Ceiling;

/// <summary>
/// What the machine could do at best: a web server that logs nothing and checks nothing, and answers with the rows that the
/// directory needs, read by prepared commands, or with a fixed text.
/// </summary>
internal static class CeilingCommand
{
    public const string Name = "ceiling";

    private static readonly ConcurrentBag<CeilingReader> Idle = [];

    /// <summary>Serves until it is ended.</summary>
    public static async Task RunAsync(CommandLine line)
    {
        var (database, index, related) = (line.Text("database")!, line.Text("index")!, line.Number("related", 0));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(line.Text("urls")!);
        await using var app = builder.Build();

        app.MapGet("/item/{slug}",
            http => AnswerAsync(http, (reader, json) => reader.WriteItem((string)http.Request.RouteValues["slug"]!, json)));
        app.MapGet("/list", http => AnswerAsync(http, (reader, json) => reader.WriteList(ListFilter.Parse(http.Request.Query), json)));
        app.MapGet("/search",
            http => AnswerAsync(
                http, (reader, json) => reader.WriteSearch(http.Request.Query["q"].ToString(), Page(http.Request.Query), json)));
        app.MapGet("/fixed", http => http.Response.WriteAsync("A fixed text."));
        var texts = new ConcurrentDictionary<int, byte[]>();
        app.MapGet("/fixed/{bytes:int}", http => FixedAsync(http, texts.GetOrAdd(
            int.Parse((string)http.Request.RouteValues["bytes"]!, CultureInfo.InvariantCulture),
            bytes => [.. Enumerable.Repeat((byte)'x', bytes)])));
        await app.RunAsync();

        async Task AnswerAsync(HttpContext http, Action<CeilingReader, Utf8JsonWriter> write)
        {
            if (!Idle.TryTake(out var reader))
                reader = new CeilingReader(PlainIndex.Open(database, index), related);
            http.Response.ContentType = "application/json; charset=utf-8";
            await using (var json = new Utf8JsonWriter(http.Response.BodyWriter))
                write(reader, json);
            Idle.Add(reader);
            await http.Response.BodyWriter.FlushAsync();
        }
    }

    internal static int Page(IQueryCollection query) =>
        query.TryGetValue("page", out var page) ? int.Parse(page.ToString(), CultureInfo.InvariantCulture) : 1;

    private static async Task FixedAsync(HttpContext http, byte[] text)
    {
        http.Response.ContentType = "text/plain";
        http.Response.ContentLength = text.Length;
        await http.Response.BodyWriter.WriteAsync(text);
    }
}
