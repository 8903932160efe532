using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace BpoDirectory.Tests.Operations;

[Trait(TestServer.Database, TestServer.File)]
public sealed class StopTests : IDisposable
{
    // On a machine with other work too. How long open requests are waited for is bounded in ServingTests; the framework's usual
    // half a minute would be too long here.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly TestFolder _folder = new();

    public StopTests() => CatalogDatabase.CopyInto(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Program_asked_to_end_ends_soon_although_a_connection_is_open()
    {
        using var program = ProgramProcess.Start(_folder.Path);
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));

        var asked = Stopwatch.StartNew();
        program.AskToEnd();
        var (exitCode, errors) = await program.EndAsync();

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.InRange(asked.Elapsed, TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task Program_that_drains_is_not_ready_at_once_and_answers_until_its_time_is_over()
    {
        using var program = ProgramProcess.Start(_folder.Path, ("Stop__DrainSeconds", "3"));
        using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));

        var asked = Stopwatch.StartNew();
        program.AskToEnd();
        await program.OutputAsync("Asked to end: not ready any more, and ending in 3 seconds");
        using var ready = await client.GetAsync("/health/ready");
        using var live = await client.GetAsync("/health/live");
        using var page = await client.GetAsync("/departments/legal");
        var end = await program.EndAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, page.StatusCode));
        Assert.Equal((0, ""), end);
        Assert.InRange(asked.Elapsed, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3) + Soon);
    }

    [Fact]
    public async Task Program_asked_twice_ends_although_its_time_is_not_over()
    {
        using var program = ProgramProcess.Start(_folder.Path, ("Stop__DrainSeconds", "600"));
        await program.AddressAsync();
        program.AskToEnd();
        await program.OutputAsync("Asked to end");

        var asked = Stopwatch.StartNew();
        program.AskToEnd();

        Assert.Equal((0, ""), await program.EndAsync());
        Assert.InRange(asked.Elapsed, TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task Request_under_way_is_answered_before_the_program_ends()
    {
        using var program = ProgramProcess.Start(_folder.Path);
        var address = await program.AddressAsync();
        using var connection = new TcpClient(address.Host, address.Port);
        await using var stream = connection.GetStream();
        // The program answers once it has read the form, and its last byte is still to come.
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST / HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 100 Continue", await ReadAsync(stream), StringComparison.Ordinal);
        await stream.WriteAsync("a="u8.ToArray());

        program.AskToEnd();
        await program.OutputAsync("Application is shutting down");
        await stream.WriteAsync("b"u8.ToArray());

        Assert.StartsWith("HTTP/1.1 400", await ReadAsync(stream), StringComparison.Ordinal);
        Assert.Equal((0, ""), await program.EndAsync());
    }

    [Fact]
    public async Task Open_connection_of_an_editors_page_does_not_hold_the_program()
    {
        using var program = ProgramProcess.Start(_folder.Path);
        var address = await program.AddressAsync();
        var link = await program.OutputAsync(@"http://\S+/account/set-up\?code=\S+");
        var browser =
            new Accounts.AccountBrowser(
                new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address });
        await browser.OpenLinkAsync(new Uri(link.Value).PathAndQuery, "root");
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);

        var asked = Stopwatch.StartNew();
        program.AskToEnd();
        var (exitCode, _) = await program.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.InRange(asked.Elapsed, TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task Halves_of_requests_do_not_hold_the_program_and_the_last_counts_are_kept()
    {
        string[] halves =
        [
            "", "GET / HTTP/1.1\r\nHo", "GET ", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHo",
            "POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nab",
        ];
        using var program = ProgramProcess.Start(_folder.Path);
        var address = await program.AddressAsync();
        using (var client = new HttpClient { BaseAddress = address })
            await client.GetStringAsync("/departments?q=payroll");
        var connections = halves.Select(_ => new TcpClient(address.Host, address.Port)).ToList();
        foreach (var (connection, sent) in connections.Zip(halves))
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(sent));

        var asked = Stopwatch.StartNew();
        program.AskToEnd();
        var end = await program.EndAsync();

        Assert.Equal((0, ""), end);
        Assert.InRange(asked.Elapsed, TimeSpan.Zero, Soon);
        connections.ForEach(connection => connection.Dispose());
        await using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File("directory.db")};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM SearchCounts";
        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Request_that_never_ends_does_not_hold_the_program()
    {
        using var program = ProgramProcess.Start(_folder.Path);
        var address = await program.AddressAsync();
        using var connection = new TcpClient(address.Host, address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST / HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"));
        await ReadAsync(stream);

        var asked = Stopwatch.StartNew();
        program.AskToEnd();
        await program.EndAsync();

        Assert.InRange(asked.Elapsed, TimeSpan.Zero, Soon);
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromMinutes(2));
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
