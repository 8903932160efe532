using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace BpoDirectory.Benchmarks.Load;

/// <summary>An answer as far as it is looked at.</summary>
public readonly record struct LoadAnswer(int Status, long BodyBytes);

/// <summary>
/// A kept-alive HTTP/1.1 connection that sends ready-made requests and reads no more of an answer than it must: status,
/// length or chunks (RFC 9112). It knows only what the servers measured here send.
/// </summary>
public sealed class LoadConnection(int port) : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Socket? _socket;
    private int _start;
    private int _end;

    /// <summary>Sends a request and reads its whole answer.</summary>
    /// <exception cref="IOException">The server closed the connection within the answer, or the answer is no HTTP.</exception>
    public async ValueTask<LoadAnswer> AskAsync(byte[] request)
    {
        _socket ??= await ConnectAsync();
        (_start, _end) = (0, 0);
        await _socket.SendAsync(request.AsMemory());

        var head = await ReadHeadAsync();
        var bytes = head.Length >= 0 ? await SkipAsync(head.Length) : await SkipChunksAsync();
        if (head.Closes)
            Close();
        return new LoadAnswer(head.Status, bytes);
    }

    /// <summary>Ends the connection; the next request opens another.</summary>
    public void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }

    public void Dispose() => Close();

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return socket;
    }

    private async ValueTask<Head> ReadHeadAsync()
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
            await FillAsync();
        var head = Head.Parse(_buffer.AsSpan(_start, length + 2));
        _start += length + 4;
        return head;
    }

    private async ValueTask<long> SkipAsync(long bytes)
    {
        for (var left = bytes; ;)
        {
            var here = Math.Min(left, _end - _start);
            left -= here;
            _start += (int)here;
            if (left == 0)
                return bytes;
            await FillAsync();
        }
    }

    private async ValueTask<long> SkipChunksAsync()
    {
        var bytes = 0L;
        while (true)
        {
            int length;
            while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
                await FillAsync();
            if (!Utf8Parser.TryParse(_buffer.AsSpan(_start, length), out int size, out _, 'x'))
                throw new IOException("A chunk has no size.");
            _start += length + 2;
            await SkipAsync(size + 2);
            if (size == 0)
                return bytes;
            bytes += size;
        }
    }

    private async ValueTask FillAsync()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }
        else if (_end == _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        var read = await _socket!.ReceiveAsync(_buffer.AsMemory(_end));
        if (read == 0)
            throw new IOException("The server closed the connection within an answer.");
        _end += read;
    }

    /// <summary>The head of an answer; the length is -1 when the body comes in chunks.</summary>
    private readonly record struct Head(int Status, long Length, bool Closes)
    {
        public static Head Parse(ReadOnlySpan<byte> text)
        {
            if (!text.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(text[9..], out int status, out _))
                throw new IOException("The answer is no HTTP/1.1.");
            return new Head(
                status,
                Value(text, "\r\nContent-Length: "u8) is { Length: > 0 } digits && Utf8Parser.TryParse(digits, out long length, out _)
                    ? length
                    : text.IndexOf("\r\nTransfer-Encoding: chunked\r\n"u8) >= 0 ? -1 : 0,
                text.IndexOf("\r\nConnection: close\r\n"u8) >= 0);
        }

        private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> text, ReadOnlySpan<byte> header)
        {
            var at = text.IndexOf(header);
            return at < 0 ? [] : text[(at + header.Length)..];
        }
    }
}
