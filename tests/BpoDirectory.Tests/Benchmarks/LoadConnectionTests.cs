using System.Net;
using System.Net.Sockets;
using System.Text;
using BpoDirectory.Benchmarks.Load;

namespace BpoDirectory.Tests.Benchmarks;

public sealed class LoadConnectionTests : IDisposable
{
    private static readonly byte[] Request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public LoadConnectionTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_body_of_known_length_is_counted() =>
        Assert.Equal([new(200, 5)], await AskAsync(1, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nServer: x\r\n\r\nhello"));

    [Fact]
    public async Task Chunks_are_counted_without_their_sizes() =>
        Assert.Equal(
            [new(200, 31)],
            await AskAsync(
                1, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1A\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n"));

    [Fact]
    public async Task Answers_may_come_in_pieces_of_any_size() =>
        Assert.Equal(
            [new(200, 5), new(404, 3)],
            await AskAsync(
                2, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n|HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nno.", piece: 1));

    [Fact]
    public async Task A_connection_cut_within_an_answer_is_an_error() =>
        await Assert.ThrowsAsync<IOException>(() => AskAsync(1, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"));

    // Answers are joined by |; each is sent when a request has come in full.
    private async Task<List<LoadAnswer>> AskAsync(int requests, string answers, int piece = int.MaxValue)
    {
        var serving = ServeAsync(answers.Split('|'), piece);
        using var connection = new LoadConnection(((IPEndPoint)_listener.LocalEndpoint).Port);
        var got = new List<LoadAnswer>();
        for (var i = 0; i < requests; i++)
            got.Add(await connection.AskAsync(Request));
        await serving;
        return got;
    }

    private async Task ServeAsync(string[] answers, int piece)
    {
        using var socket = await _listener.AcceptSocketAsync();
        socket.NoDelay = true;
        var request = new byte[Request.Length];
        foreach (var answer in answers)
        {
            for (var read = 0; read < request.Length;)
                read += await socket.ReceiveAsync(request.AsMemory(read));
            foreach (var part in Encoding.ASCII.GetBytes(answer).Chunk(Math.Min(piece, answer.Length)))
                await socket.SendAsync(part);
        }
    }
}
