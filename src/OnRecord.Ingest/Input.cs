using System.IO.Compression;

namespace OnRecord.Ingest;

/// <summary>An input's bytes: decompressed if it is gzip, its first block held so that the format can be told before reading.</summary>
internal sealed class Input : Stream
{
    const int HeadSize = 64 * 1024;
    const long BombFloor = 50_000_000; // below this much text no expansion does harm

    readonly Stream _stream;
    readonly CountingStream? _compressed;
    readonly int _mostExpansion;
    readonly byte[] _head;
    readonly int _headLength;
    int _position;
    long _decompressed;

    // Without it a cut-off gzip file reads as if it ended where it breaks off.
    static Input() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    Input(Stream stream, CountingStream? compressed, string name, int mostExpansion)
    {
        (_stream, _compressed, Name, _mostExpansion) = (stream, compressed, name, mostExpansion);
        _head = new byte[HeadSize];
        _headLength = Fill(stream, _head);
        _decompressed = _headLength;
    }

    /// <summary>For messages.</summary>
    internal string Name { get; }

    /// <summary>The first 64 KB, or all there is.</summary>
    internal ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    internal static Input Open(Stream raw, string name, ReaderOptions options)
    {
        try
        {
            var counting = new CountingStream(raw);
            if (!counting.StartsWith(0x1f, 0x8b))
                return new(counting, null, name, options.MostExpansion);
            var input = new Input(new GZipStream(counting, CompressionMode.Decompress), counting, name, options.MostExpansion);
            if (input.Head.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
                throw new RefusedException("holds gzip inside gzip", "unpack it once with gunzip");
            return input;
        }
        catch
        {
            raw.Dispose();
            throw;
        }
    }

    /// <summary>Everything from the start, up to a limit.</summary>
    internal byte[] All(long most)
    {
        using var all = new MemoryStream(_headLength);
        var buffer = new byte[1 << 16];
        for (int n; (n = Read(buffer, 0, buffer.Length)) > 0; )
        {
            if (all.Length + n > most)
                throw TooLarge(most);
            all.Write(buffer, 0, n);
        }
        return all.ToArray();
    }

    internal static RefusedException TooLarge(long most) =>
        new($"is larger than {Size(most)}", "cut it into articles, or raise the limit with --max-size (in MB)");

    static string Size(long bytes) => bytes >= 1_000_000 ? $"{bytes / 1_000_000} MB" : $"{bytes} bytes";

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position < _headLength)
        {
            var n = Math.Min(count, _headLength - _position);
            _head.AsSpan(_position, n).CopyTo(buffer.AsSpan(offset));
            _position += n;
            return n;
        }
        var read = _stream.Read(buffer, offset, count);
        _decompressed += read;
        if (_compressed is not null && _decompressed > BombFloor && _decompressed / _mostExpansion > _compressed.Count)
            throw new RefusedException(
                $"expands to more than {_mostExpansion} times its compressed size",
                "unpack it with gunzip and look at it first; no text does that"
            );
        return read;
    }

    static int Fill(Stream stream, byte[] buffer)
    {
        var filled = 0;
        for (int n; filled < buffer.Length && (n = stream.Read(buffer, filled, buffer.Length - filled)) > 0; )
            filled += n;
        return filled;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stream.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Counts what was read, and lets the first two bytes be looked at.</summary>
    sealed class CountingStream(Stream stream) : Stream
    {
        readonly byte[] _start = new byte[2];
        int _startLength = -1;
        int _taken;

        internal long Count { get; private set; }

        internal bool StartsWith(byte first, byte second)
        {
            _startLength = Fill(stream, _start);
            return _startLength == 2 && _start[0] == first && _start[1] == second;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int n;
            if (_taken < _startLength)
            {
                n = Math.Min(count, _startLength - _taken);
                _start.AsSpan(_taken, n).CopyTo(buffer.AsSpan(offset));
                _taken += n;
            }
            else
                n = stream.Read(buffer, offset, count);
            Count += n;
            return n;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                stream.Dispose();
            base.Dispose(disposing);
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
