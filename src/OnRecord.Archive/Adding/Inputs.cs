using OnRecord.Ingest;

namespace OnRecord.Archive.Adding;

/// <summary>The inputs of a run, one after the other, and how much of them was read.</summary>
internal sealed class Inputs(AddOptions options)
{
    internal const string Report = "this is a fault of onrecord: please report it with the article";

    readonly long? _total = TotalOf(options.Inputs);
    long _read;

    /// <summary>Part read, 0 to 1; null when an input has no size.</summary>
    internal double? Fraction => _total is > 0 and { } total ? Math.Min(1, (double)Interlocked.Read(ref _read) / total) : null;

    internal IEnumerable<Reading> Readings()
    {
        var reader = new ArticleReader(options.Reading);
        foreach (var input in options.Inputs)
        foreach (var reading in Guarded(input, Open(input) is { } stream ? reader.Read(stream, input) : reader.Read(input)))
            yield return reading;
    }

    internal static Reading Refuse(string place, string reason) => new() { Place = place, Refusal = new(place, reason, Report) };

    /// <summary>A fault of the reader's ends one input, not the process.</summary>
    internal static IEnumerable<Reading> Guarded(string input, IEnumerable<Reading> inner)
    {
        using var readings = inner.GetEnumerator();
        while (true)
        {
            Reading? refusal = null;
            try
            {
                if (!readings.MoveNext())
                    yield break;
            }
            catch (Exception e)
            {
                refusal = Refuse(input, $"could not be read further ({e.GetType().Name}: {e.Message})");
            }
            yield return refusal ?? readings.Current;
            if (refusal is not null)
                yield break;
        }
    }

    /// <summary>The file, counted; null for what the reader opens, or refuses, itself.</summary>
    CountedStream? Open(string input)
    {
        if (input == ArticleReader.StandardInput || !File.Exists(input))
            return null;
        try
        {
            return new(
                new FileStream(input, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan),
                n => Interlocked.Add(ref _read, n)
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static long? TotalOf(IReadOnlyList<string> inputs)
    {
        var total = 0L;
        foreach (var input in inputs)
        {
            var file = new FileInfo(input.Length == 0 ? "-" : input);
            if (input == ArticleReader.StandardInput || (file.Exists && (file.Attributes & FileAttributes.Device) != 0))
                return null;
            total += file.Exists ? file.Length : 0;
        }
        return total;
    }

    /// <summary>A stream that tells how much was read from it.</summary>
    sealed class CountedStream(Stream inner, Action<long> count) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var n = inner.Read(buffer);
            count(n);
            return n;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
