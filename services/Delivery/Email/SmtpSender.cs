using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Monitoring.Delivery.Email;

/// <summary>Hands mails to an SMTP server over one connection that is kept while there is work.</summary>
internal sealed class SmtpSender(IOptions<SmtpOptions> options) : IEmailSender, IDisposable
{
    private readonly SmtpClient _client = new() { Timeout = (int)options.Value.Timeout.TotalMilliseconds };
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<SendResult> SendAsync(MimeMessage message, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await ConnectAsync(cancel);
            await _client.SendAsync(message, cancel);
            return new SendResult.Sent();
        }
        catch (SmtpCommandException refused)
        {
            return (int)refused.StatusCode >= 500 ? new SendResult.Refused(Line(refused)) : new SendResult.TryLater(Line(refused));
        }
        catch (AuthenticationException wrong)
        {
            // The operator can mend it: mails wait meanwhile.
            return new SendResult.TryLater("The SMTP server refuses Smtp__User and Smtp__Password: " + Line(wrong));
        }
        catch (Exception down) when (down is IOException or SocketException or ProtocolException or TimeoutException or SslHandshakeException)
        {
            return new SendResult.TryLater(Line(down));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _turn.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancel)
    {
        if (_client.IsConnected)
        {
            return;
        }

        await _client.ConnectAsync(options.Value.Host!, options.Value.Port, options.Value.Security, cancel);
        if (options.Value.User is { Length: > 0 } user)
        {
            await _client.AuthenticateAsync(user, options.Value.Password ?? "", cancel);
        }
    }

    private static string Line(Exception failure) => failure.Message.ReplaceLineEndings(" ");
}
