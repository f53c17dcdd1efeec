using Monitoring.Contracts;

namespace Monitoring.Delivery.Email;

/// <summary>One try at one mail.</summary>
internal sealed class EmailDelivery(MimeComposer composer, IEmailSender sender)
{
    public async Task<SendResult> TryAsync(SendEmail command, CancellationToken cancel)
    {
        try
        {
            using var message = composer.Compose(command);
            return await sender.SendAsync(message, cancel);
        }
        catch (FormatException wrong)
        {
            return new SendResult.Refused(wrong.Message);
        }
    }
}
