using System.Buffers;
using System.Text;

namespace Monitoring.FeedIngestor.Parsing.Bytes;

/// <summary>How much of a body is UTF-8: enough to know whether a claim to the contrary, or a claim at all, is true.</summary>
/// <param name="Valid">Sequences of two to four bytes that are UTF-8.</param>
/// <param name="Broken">Places that are not.</param>
internal readonly record struct Utf8Survey(int Valid, int Broken)
{
    public bool IsAscii => Valid == 0 && Broken == 0;

    public static Utf8Survey Of(ReadOnlySpan<byte> body)
    {
        if (Ascii.IsValid(body))
        {
            return default;
        }

        int valid = 0, broken = 0;
        while (!body.IsEmpty)
        {
            var next = body.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                break;
            }

            body = body[next..];
            var status = Rune.DecodeFromUtf8(body, out _, out var length);
            if (status == OperationStatus.Done)
            {
                valid++;
            }
            else if (status == OperationStatus.InvalidData)
            {
                broken++;
            }

            // NeedMoreData is a character that the end of a cut body took away: no sign of another encoding.
            body = body[length..];
        }

        return new Utf8Survey(valid, broken);
    }
}
