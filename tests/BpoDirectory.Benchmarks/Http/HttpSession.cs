using System.Globalization;
using System.Net;
using System.Text.Json;
using BpoDirectory.Benchmarks.Ceiling;
using BpoDirectory.Benchmarks.Hosting;
using BpoDirectory.Benchmarks.Load;
using BpoDirectory.Benchmarks.Reporting;

namespace BpoDirectory.Benchmarks.Http;

/// <summary>The directory and its ceiling over one database, both on one core, asked in turns.</summary>
internal sealed class HttpSession : IDisposable
{
    private const int Connections = 16;
    private const int ItemsLookedAt = 20;

    private readonly TemporaryFolder _data;
    private readonly ServerProcess _product;
    private readonly ServerProcess _ceiling;
    private readonly LoadProcess _load;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(5) };
    private readonly Dictionary<(string Case, Target Target), string> _files = [];

    private HttpSession(TemporaryFolder data, ServerProcess product, ServerProcess ceiling, LoadProcess load) =>
        (_data, _product, _ceiling, _load) = (data, product, ceiling, load);

    /// <summary>Starts both servers over a copy of the database.</summary>
    public static async Task<HttpSession> StartAsync(
        PublishedProgram program, LoadProcess load, string database, string index, IReadOnlyList<HttpCase> cases)
    {
        var data = TemporaryFolder.With(database);
        var product = program.Start(data, Cores.Server);
        await product.AnswersAsync("/health/ready");
        await product.AnswersAsync("/api/v1/departments?q=payroll");
        var related = await MostRelatedAsync(product.Port, cases);
        var ceiling = ServerProcess.Start(
            [typeof(HttpSession).Assembly.Location, CeilingCommand.Name, "--database", data.Database, "--index", index, "--related",
                related.ToString(CultureInfo.InvariantCulture)],
            Cores.Server, data.Path, data.File("ceiling-errors.txt"));
        await ceiling.AnswersAsync("/fixed");
        return new HttpSession(data, product, ceiling, load);
    }

    /// <summary>Whether everything that the case asks is answered; what is not is told.</summary>
    public async Task<bool> PrepareAsync(HttpCase asked, Report report)
    {
        if (asked.Product.Count == 0)
        {
            report.Note($"{asked.Name}: the catalog has no words for it");
            return false;
        }
        using var answer = await _client.GetAsync(new Uri($"http://127.0.0.1:{_product.Port}{asked.Product[0]}"));
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK || body.Length == 0)
        {
            report.Note($"{asked.Name}: {asked.Product[0]} answers {(int)answer.StatusCode}");
            return false;
        }
        Write(asked, Target.Product, asked.IsFresh ? [.. asked.Product.Select(Fresh)] : asked.Product);
        if (asked.Ceiling.Count > 0)
            Write(asked, Target.Ceiling, asked.Ceiling);
        if (asked.IsRepeat)
        {
            Write(asked, Target.Fixed, [$"/fixed/{body.Length.ToString(CultureInfo.InvariantCulture)}"]);
            Write(asked, Target.Short, ["/fixed"]);
        }
        return true;
    }

    /// <summary>The targets that a prepared case is asked of.</summary>
    public IEnumerable<Target> Targets(HttpCase asked) => Enum.GetValues<Target>().Where(target => _files.ContainsKey((asked.Key, target)));

    /// <summary>Asks one target for so many seconds.</summary>
    public async Task<Sample> MeasureAsync(HttpCase asked, Target target, double seconds)
    {
        var server = target == Target.Product ? _product : _ceiling;
        var used = server.ProcessorTime;
        var result = await _load.RunAsync(new LoadJob(server.Port, _files[(asked.Key, target)], Connections, seconds));
        return new Sample(result, server.ProcessorTime - used);
    }

    public void Dispose()
    {
        _client.Dispose();
        _product.Dispose();
        _ceiling.Dispose();
        _data.Dispose();
    }

    // The directory does not look at parameters that it does not know.
    private static string Fresh(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}n={LoadRequest.Number}";

    private void Write(HttpCase asked, Target target, IReadOnlyList<string> paths)
    {
        var file = _data.File($"{asked.Key}-{target}.txt");
        File.WriteAllLines(file, paths);
        _files[(asked.Key, target)] = file;
    }

    // The ceiling answers as many related departments as the directory does.
    private static async Task<int> MostRelatedAsync(int port, IReadOnlyList<HttpCase> cases)
    {
        using var client = new HttpClient();
        var most = 0;
        foreach (var path in cases.First(c => c.Key == HttpCases.Item).Product.Take(ItemsLookedAt))
        {
            using var item = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}{path}")));
            most = Math.Max(most, item.RootElement.GetProperty("related").GetArrayLength());
        }
        return most;
    }
}
