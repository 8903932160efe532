using System.Text;

namespace BpoDirectory.Benchmarks.Load;

/// <summary>A request, made once and sent many times.</summary>
internal sealed class LoadRequest
{
    /// <summary>Stands in a path for a number that is another one each time: such an address was never asked for before.</summary>
    public const string Number = "{n}";

    private const string Digits = "0000000000";

    private static long _last;

    private readonly byte[] _bytes;
    private readonly int _number;

    public LoadRequest(string path)
    {
        Path = path;
        _bytes = Encoding.ASCII.GetBytes($"GET {path.Replace(Number, Digits, StringComparison.Ordinal)} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n");
        _number = path.Contains(Number, StringComparison.Ordinal) ? _bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Digits)) : -1;
    }

    public string Path { get; }

    /// <summary>What goes over the wire this time.</summary>
    public byte[] Bytes()
    {
        if (_number < 0)
            return _bytes;
        var bytes = (byte[])_bytes.Clone();
        var number = Interlocked.Increment(ref _last);
        for (var at = _number + Digits.Length - 1; number > 0; at--, number /= 10)
            bytes[at] = (byte)('0' + number % 10);
        return bytes;
    }
}
