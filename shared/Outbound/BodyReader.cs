using System.IO.Compression;

namespace Monitoring.Outbound;

/// <summary>Reads a body to its end or to its limit, undoing gzip, deflate, brotli and zstd.</summary>
internal static class BodyReader
{
    private const int MaxLayers = 3;

    /// <exception cref="BodyTooLargeException">More than <paramref name="limit"/> bytes came, before or after decompression.</exception>
    /// <exception cref="InvalidDataException">The compression is broken or unknown.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int limit, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > limit)
        {
            throw new BodyTooLargeException(limit);
        }

        var encodings = content.Headers.ContentEncoding.Where(encoding => encoding is not "identity" and not "").ToList();
        if (encodings.Count > MaxLayers)
        {
            throw new InvalidDataException($"The body is compressed {encodings.Count} times over.");
        }

        var body = await content.ReadAsStreamAsync(cancel);
        for (var layer = encodings.Count - 1; layer >= 0; layer--)
        {
            body = Undo(encodings[layer], body);
        }

        await using (body)
        {
            return await ReadAsync(body, limit, cancel);
        }
    }

    private static Stream Undo(string encoding, Stream body) => encoding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(body, CompressionMode.Decompress),
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        "zstd" => new ZstdSharp.DecompressionStream(body),
        _ => throw new InvalidDataException($"The body has the unknown compression '{encoding}'."),
    };

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, int limit, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancel)) > 0;)
        {
            if (kept.Length + read > limit)
            {
                throw new BodyTooLargeException(limit);
            }

            kept.Write(buffer, 0, read);
        }

        return kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }
}

/// <summary>The body is longer than it may be.</summary>
internal sealed class BodyTooLargeException(int limit) : Exception($"The body is larger than {limit} bytes.");
