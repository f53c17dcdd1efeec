using System.Buffers;
using System.IO.Compression;
using ZstdSharp.Unsafe;

namespace Monitoring.Outbound;

/// <summary>Reads a body to its end or to its limit, undoing gzip, deflate, brotli and zstd.</summary>
internal static class BodyReader
{
    private const int MaxLayers = 3;

    /// <summary>RFC 9659: a window of at most 8 MB; without it a few bytes could ask for gigabytes.</summary>
    private const int ZstdWindowLog = 23;

    /// <exception cref="BodyTooLargeException">More than <paramref name="limit"/> bytes came, before, between or after decompressions.</exception>
    /// <exception cref="InvalidDataException">The compression is broken from the start, or unknown.</exception>
    public static async Task<Body> ReadAsync(HttpContent content, int limit, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > limit)
        {
            throw new BodyTooLargeException(limit);
        }

        var encodings = content.Headers.ContentEncoding.Where(encoding => encoding.Length > 0 && !Is(encoding, "identity")).ToList();
        if (encodings.Count > MaxLayers)
        {
            throw new InvalidDataException($"The body is compressed {encodings.Count} times over.");
        }

        // Each layer is counted: gzip inside gzip can be endless in the middle and empty at its end.
        var body = new CountedStream(await content.ReadAsStreamAsync(cancel), limit);
        try
        {
            for (var layer = encodings.Count - 1; layer >= 0; layer--)
            {
                body = await UndoAsync(encodings[layer], body, limit, cancel);
            }

            return await ReadAsync(body, limit, cancel);
        }
        finally
        {
            await body.DisposeAsync();
        }
    }

    private static async Task<CountedStream> UndoAsync(string encoding, CountedStream body, int limit, CancellationToken cancel)
    {
        var start = await body.PeekAsync(cancel);
        Stream? undone = encoding.ToLowerInvariant() switch
        {
            // Some servers say gzip and send plain text.
            "gzip" or "x-gzip" => IsGzip(start.Span) ? new GZipStream(body, CompressionMode.Decompress) : null,
            "deflate" => IsZlib(start.Span) ? new ZLibStream(body, CompressionMode.Decompress) : new DeflateStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "zstd" => Zstd(body),
            _ => throw new InvalidDataException($"The body has the unknown compression '{(encoding.Length > 40 ? encoding[..40] : encoding)}'."),
        };
        return undone is null ? body : new CountedStream(undone, limit);
    }

    private static ZstdSharp.DecompressionStream Zstd(Stream body)
    {
        var stream = new ZstdSharp.DecompressionStream(body);
        stream.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, ZstdWindowLog);
        return stream;
    }

    private static async Task<Body> ReadAsync(CountedStream body, int limit, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        var isCut = false;
        try
        {
            for (int read; (read = await body.ReadAsync(buffer, cancel)) > 0;)
            {
                if (kept.Length + read > limit)
                {
                    throw new BodyTooLargeException(limit);
                }

                kept.Write(buffer, 0, read);
            }
        }
        catch (Exception failure) when (IsBroken(failure))
        {
            // What came before the break is worth reading: a feed cut in the middle still has its first items.
            isCut = kept.Length > 0 ? true : throw Broken(failure);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new Body(kept.GetBuffer().AsMemory(0, (int)kept.Length), isCut);
    }

    // BrotliStream says InvalidOperationException for invalid data.
    private static bool IsBroken(Exception failure) => failure is IOException or InvalidDataException or InvalidOperationException or ZstdSharp.ZstdException;

    private static Exception Broken(Exception failure) =>
        failure is HttpIOException or InvalidDataException ? failure : new InvalidDataException($"The body's compression is broken: {failure.Message}", failure);

    private static bool Is(string encoding, string name) => string.Equals(encoding, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsGzip(ReadOnlySpan<byte> start) => start is [0x1f, 0x8b, ..];

    // RFC 1950: method 8, and the first two bytes are a multiple of 31. What is neither is the raw form that some servers call deflate.
    private static bool IsZlib(ReadOnlySpan<byte> start) => start.Length >= 2 && (start[0] & 0x0f) == 8 && ((start[0] << 8) | start[1]) % 31 == 0;
}

/// <summary>A body, decompressed.</summary>
/// <param name="Bytes">What came.</param>
/// <param name="IsCut">The connection, the framing or the compression broke before the end.</param>
internal sealed record Body(ReadOnlyMemory<byte> Bytes, bool IsCut);

/// <summary>The body is longer than it may be.</summary>
internal sealed class BodyTooLargeException(int limit) : Exception($"The body is larger than {limit} bytes.");
