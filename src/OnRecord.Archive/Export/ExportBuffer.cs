using System.Buffers;

namespace OnRecord.Archive.Export;

/// <summary>Takes bytes in until they are drained, and counts all that ever came: what a Parquet writer needs of a stream, so that the
/// true output may be a pipe or a network connection. It can't be read and never goes back.</summary>
internal sealed class ExportBuffer : Stream, IBufferWriter<byte>
{
    readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    long _drained;

    internal int Waiting => _bytes.WrittenCount;

    internal ReadOnlyMemory<byte> Waiters => _bytes.WrittenMemory;

    internal void Drained()
    {
        _drained += _bytes.WrittenCount;
        _bytes.ResetWrittenCount();
    }

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _drained + _bytes.WrittenCount;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException("An export only goes forward.");
    }

    public void Advance(int count) => _bytes.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _bytes.GetSpan(sizeHint);

    public override void Write(byte[] buffer, int offset, int count) => _bytes.Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _bytes.Write(buffer);

    public override void WriteByte(byte value) => _bytes.Write([value]);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        _bytes.Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _bytes.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("An export is only written.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("An export only goes forward.");

    public override void SetLength(long value) => throw new NotSupportedException("An export only goes forward.");
}
