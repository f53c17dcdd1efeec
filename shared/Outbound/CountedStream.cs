namespace Monitoring.Outbound;

/// <summary>Passes a stream on up to a limit; its first bytes can be looked at before they are read.</summary>
internal sealed class CountedStream(Stream inner, int limit) : Stream
{
    private readonly byte[] _start = new byte[4];
    private int _held;
    private int _given;
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _count; set => throw new NotSupportedException(); }

    /// <summary>Up to four bytes, fewer when the stream is shorter.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancel)
    {
        for (int read; _held < _start.Length && (read = await inner.ReadAsync(_start.AsMemory(_held), cancel)) > 0;)
        {
            _held += read;
        }

        return _start.AsMemory(0, _held);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given < _held)
        {
            var given = Math.Min(buffer.Length, _held - _given);
            _start.AsMemory(_given, given).CopyTo(buffer);
            _given += given;
            _count += given;
            return given;
        }

        var read = await inner.ReadAsync(buffer, cancellationToken);
        _count += read;
        return _count > limit ? throw new BodyTooLargeException(limit) : read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
