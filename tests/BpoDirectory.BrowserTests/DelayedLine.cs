using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace BpoDirectory.BrowserTests;

/// <summary>
/// A line to the program on which every byte takes its time each way. A browser's own emulation of slow networks leaves out
/// WebSockets, and by these an interactive page is drawn.
/// </summary>
public sealed class DelayedLine : IAsyncDisposable
{
    private const int MostAtOnce = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly TimeSpan _delay;
    private readonly Task _accepting;

    /// <param name="server">Where the line ends.</param>
    /// <param name="delay">How long each byte is on its way, in either direction.</param>
    public DelayedLine(Uri server, TimeSpan delay)
    {
        (_server, _delay) = (server, delay);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where the line begins.</summary>
    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ConnectAsync(await _listener.AcceptSocketAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(Socket browser)
    {
        using var near = browser;
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        near.NoDelay = far.NoDelay = true;
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, _end.Token);
            await Task.WhenAll(CarryAsync(near, far), CarryAsync(far, near));
        }
        catch (Exception broken) when (broken is SocketException or OperationCanceledException)
        {
            // Either side may hang up at any time.
        }
    }

    private async Task CarryAsync(Socket from, Socket to)
    {
        var underWay = Channel.CreateUnbounded<(byte[] Bytes, DateTime Due)>();
        var delivering = DeliverAsync(underWay.Reader, to);
        try
        {
            var buffer = new byte[MostAtOnce];
            while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var length)
                underWay.Writer.TryWrite((buffer[..length], DateTime.UtcNow + _delay));
        }
        finally
        {
            underWay.Writer.Complete();
            await delivering;
        }
    }

    private async Task DeliverAsync(ChannelReader<(byte[] Bytes, DateTime Due)> underWay, Socket to)
    {
        await foreach (var (bytes, due) in underWay.ReadAllAsync(_end.Token))
        {
            if (due - DateTime.UtcNow is var left && left > TimeSpan.Zero)
                await Task.Delay(left, _end.Token);
            await to.SendAsync(bytes, _end.Token);
        }
        to.Shutdown(SocketShutdown.Send);
    }
}
