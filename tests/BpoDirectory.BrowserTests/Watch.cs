using System.Collections.Concurrent;

namespace BpoDirectory.BrowserTests;

/// <summary>Notes whatever goes wrong in a browser behind the reader's back, from the first request on.</summary>
public sealed class Watch
{
    private const string ReportViolations =
        "addEventListener('securitypolicyviolation', e => console.error(`The content security policy forbids ${e.blockedURI} (${e.violatedDirective})`))";

    // Chromium's own words for an answer with an error status; the answer itself is judged instead.
    private const string FailedAnswer = "Failed to load resource: the server responded with a status of";

    private readonly ConcurrentQueue<string> _problems = [];
    private readonly Uri _server;
    private readonly HashSet<int> _expected = [];

    private Watch(Uri server) => _server = server;

    public static async Task<Watch> OverAsync(IBrowserContext context, Uri server)
    {
        var watch = new Watch(server);
        await context.AddInitScriptAsync(ReportViolations);
        context.Console += watch.OnConsole;
        context.WebError += (_, error) => watch._problems.Enqueue($"A script failed: {error.Error}");
        context.Request += watch.OnRequest;
        context.Response += watch.OnResponse;
        context.RequestFailed += watch.OnRequestFailed;
        context.Page += (_, page) => page.WebSocket += (_, socket) => watch.OnWebSocket(page, socket);
        return watch;
    }

    /// <summary>An answer that is no problem in this test, such as 404.</summary>
    public void Expect(int status) => _expected.Add(status);

    public void AssertNothingWentWrong() => Nothing.In(_problems);

    // Only pages for editing have a connection of their own.
    private void OnWebSocket(IPage page, IWebSocket socket)
    {
        if (!new Uri(page.Url).AbsolutePath.StartsWith("/admin", StringComparison.Ordinal))
            _problems.Enqueue($"A WebSocket was opened to {socket.Url}");
    }

    private void OnConsole(object? sender, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Text.StartsWith(FailedAnswer, StringComparison.Ordinal))
            _problems.Enqueue($"Console {message.Type}: {message.Text}");
    }

    private void OnRequest(object? sender, IRequest request)
    {
        if (new Uri(request.Url) is { Scheme: not ("data" or "blob" or "about") } address
            && !(address.IsLoopback && address.Port == _server.Port))
            _problems.Enqueue($"Another host was asked: {request.Url}");
    }

    private void OnResponse(object? sender, IResponse response)
    {
        if (response.Status >= 400 && !_expected.Contains(response.Status))
            _problems.Enqueue($"{response.Status} was answered to {response.Request.Method} {response.Url}");
    }

    // A question that a newer one overtakes is given up on purpose.
    private void OnRequestFailed(object? sender, IRequest request)
    {
        if (request.Failure != "net::ERR_ABORTED")
            _problems.Enqueue($"{request.Method} {request.Url} failed: {request.Failure}");
    }
}
