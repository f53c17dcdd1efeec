using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>Reads lines of UTF-8 and knows at which byte the next one begins, so that reading can go on there.</summary>
internal sealed class LineReader(Stream stream)
{
    private readonly PipeReader _pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));

    /// <summary>Bytes of all lines read so far, their ends included.</summary>
    public long Consumed { get; private set; }

    /// <summary>The next line without its end; null after the last.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            var result = await _pipe.ReadAsync(cancel);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var next = buffer.GetPosition(1, end);
                return Take(buffer.Slice(0, end), buffer.Slice(0, next).Length, next);
            }

            if (result.IsCompleted)
            {
                return buffer.IsEmpty ? null : Take(buffer, buffer.Length, buffer.End);
            }

            _pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private string Take(ReadOnlySequence<byte> line, long length, SequencePosition next)
    {
        var text = Encoding.UTF8.GetString(line).TrimEnd('\r').TrimStart('\uFEFF');
        Consumed += length;
        _pipe.AdvanceTo(next);
        return text;
    }
}
