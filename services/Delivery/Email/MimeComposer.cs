using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;
using Monitoring.Contracts;

namespace Monitoring.Delivery.Email;

/// <summary>Makes a mail of a command: the same command always gives the same Message-ID.</summary>
internal sealed class MimeComposer(IOptions<SmtpOptions> options, TimeProvider clock)
{
    private readonly MailboxAddress _from = MailboxAddress.Parse(options.Value.From);

    /// <exception cref="FormatException">The address, subject or key cannot stand in a mail; the message says which.</exception>
    public MimeMessage Compose(SendEmail command)
    {
        if (!MailboxAddress.TryParse(command.To, out var to) || HasControl(command.To) || !to.Address.Contains('@', StringComparison.Ordinal))
        {
            throw new FormatException("The address of the reader is not one.");
        }

        if (HasControl(command.Subject) || HasControl(command.ListId) || HasControl(command.UnsubscribeUrl))
        {
            throw new FormatException("A header holds a line break or control character.");
        }

        var message = new MimeMessage { Subject = command.Subject, Date = clock.GetUtcNow(), MessageId = MessageId(command.Key) };
        message.From.Add(_from);
        message.To.Add(to);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        AddListHeaders(message, command);
        message.Body = Body(command);
        return message;
    }

    private static void AddListHeaders(MimeMessage message, SendEmail command)
    {
        if (command.ListId is not null)
        {
            message.Headers.Add(HeaderId.ListId, $"<{command.ListId}>");
        }

        if (command.UnsubscribeUrl is not null)
        {
            // RFC 8058: one click is a POST; following the link by GET changes nothing.
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{command.UnsubscribeUrl}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
    }

    private static MimeEntity Body(SendEmail command)
    {
        var body = new BodyBuilder { TextBody = command.Text, HtmlBody = command.Html };
        foreach (var image in command.Images)
        {
            var part = body.LinkedResources.Add(image.ContentId, image.Content, ContentType.Parse(image.MediaType));
            part.ContentId = image.ContentId;
        }

        return body.ToMessageBody();
    }

    private string MessageId(string key)
    {
        if (key.Length == 0 || !key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-'))
        {
            throw new FormatException("The key holds something other than letters, digits, dots and hyphens.");
        }

        var domain = _from.Domain is { Length: > 0 } ours ? ours : "localhost";
        return MimeUtils.EnumerateReferences($"<{key}@{domain}>").Single();
    }

    private static bool HasControl(string? text) => text?.Any(char.IsControl) ?? false;
}
