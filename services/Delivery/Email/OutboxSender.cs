using MimeKit;

namespace Monitoring.Delivery.Email;

/// <summary>Without an SMTP server: each mail is a file that any mail program opens.</summary>
internal sealed class OutboxSender(string folder) : IEmailSender
{
    public async Task<SendResult> SendAsync(MimeMessage message, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var name = message.MessageId!.Split('@')[0] + ".eml";
        var unfinished = Path.Combine(folder, name + ".part");
        await message.WriteToAsync(unfinished, cancel);
        // A reader of the folder sees whole mails only, and a repetition replaces the same file.
        File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
        return new SendResult.Sent();
    }
}
