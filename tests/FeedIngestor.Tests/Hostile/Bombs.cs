using System.IO.Compression;

namespace Monitoring.FeedIngestor.Tests.Hostile;

/// <summary>Small bodies that grow when they are unpacked.</summary>
internal static class Bombs
{
    private static readonly byte[] s_spaces = Enumerable.Repeat((byte)' ', 64 * 1024).ToArray();

    public static byte[] Gzip { get; } = Pack(into => new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true), Blow);

    public static byte[] Zlib { get; } = Pack(into => new ZLibStream(into, CompressionLevel.Optimal, leaveOpen: true), Blow);

    public static byte[] Deflate { get; } = Pack(into => new DeflateStream(into, CompressionLevel.Optimal, leaveOpen: true), Blow);

    public static byte[] Brotli { get; } = Pack(into => new BrotliStream(into, CompressionLevel.Fastest, leaveOpen: true), Blow);

    public static byte[] Zstd { get; } = Pack(into => new ZstdSharp.CompressionStream(into, leaveOpen: true), Blow);

    public static byte[] GzipInGzip { get; } = GzipOf(Gzip);

    /// <summary>Half a million empty gzip files, packed: nothing at the end, megabytes in the middle.</summary>
    public static byte[] EmptyGzips { get; } = Pack(into => new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true), packed =>
    {
        // An empty file: header, one empty final block, no checksum, no length.
        byte[] empty = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for (var each = 0; each < 500_000; each++)
        {
            packed.Write(empty);
        }
    });

    /// <summary>A zstd frame that asks for a window of 2 GB to unpack one byte.</summary>
    public static byte[] ZstdWindow { get; } = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 0x09, 0x00, 0x00, (byte)'x'];

    public static byte[] GzipOf(byte[] content) => Pack(into => new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true), packed => packed.Write(content));

    private static void Blow(Stream packed)
    {
        for (var each = 0; each < 20 * 16; each++)
        {
            packed.Write(s_spaces);
        }
    }

    private static byte[] Pack(Func<Stream, Stream> open, Action<Stream> write)
    {
        using var kept = new MemoryStream();
        using (var packed = open(kept))
        {
            write(packed);
        }

        return kept.ToArray();
    }
}
