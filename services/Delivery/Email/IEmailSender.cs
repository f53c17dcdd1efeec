using MimeKit;

namespace Monitoring.Delivery.Email;

/// <summary>Hands one mail over. What the receiver does is a result, not an exception.</summary>
internal interface IEmailSender
{
    Task<SendResult> SendAsync(MimeMessage message, CancellationToken cancel);
}
