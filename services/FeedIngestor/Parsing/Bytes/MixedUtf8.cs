using System.Buffers;
using System.Text;

namespace Monitoring.FeedIngestor.Parsing.Bytes;

/// <summary>Reads UTF-8 in which some bytes are windows-1252: feeds that paste old articles into new pages look like that.</summary>
internal static class MixedUtf8
{
    public static string Decode(ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder(body.Length);
        var western = Charsets.Forgiving(Charsets.Windows1252);
        while (!body.IsEmpty)
        {
            var good = GoodPrefix(body);
            text.Append(Encoding.UTF8.GetString(body[..good]));
            body = body[good..];
            if (!body.IsEmpty)
            {
                text.Append(western.GetString(body[..1]));
                body = body[1..];
            }
        }

        return text.ToString();
    }

    private static int GoodPrefix(ReadOnlySpan<byte> body)
    {
        var length = 0;
        while (length < body.Length)
        {
            var ascii = body[length..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                return body.Length;
            }

            length += ascii;
            if (Rune.DecodeFromUtf8(body[length..], out _, out var used) != OperationStatus.Done)
            {
                return length;
            }

            length += used;
        }

        return length;
    }
}
