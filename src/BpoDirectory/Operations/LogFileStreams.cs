using System.Text;
using Serilog.Sinks.File;

namespace BpoDirectory.Operations;

/// <summary>Lets lines of the log gather in memory until <see cref="FlushLines"/>, instead of writing each for itself.</summary>
internal sealed class LogFileStreams : FileLifecycleHooks
{
    private Action? _flush;

    /// <summary>Writes what has gathered for the file in use.</summary>
    public void FlushLines() => _flush?.Invoke();

    public override Stream OnFileOpened(Stream underlyingStream, Encoding encoding)
    {
        var stream = new LateStream(underlyingStream);
        _flush = stream.FlushLines;
        return stream;
    }

    // The sink asks for a flush after each line.
    private sealed class LateStream(Stream file) : Stream
    {
        private readonly BufferedStream _lines = new(file, 64 * 1024);

        public void FlushLines() => _lines.Flush();

        public override void Flush()
        {
        }

        public override void Write(byte[] buffer, int offset, int count) => _lines.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => _lines.Write(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _lines.Dispose();
            base.Dispose(disposing);
        }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _lines.Length;

        public override long Position { get => _lines.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
