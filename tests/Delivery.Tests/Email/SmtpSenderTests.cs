using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Monitoring.Contracts;
using Monitoring.Delivery.Email;
using Monitoring.Fixtures;

namespace Monitoring.Delivery.Tests.Email;

public sealed class SmtpSenderTests : IAsyncLifetime
{
    private SmtpServer _server = null!;
    private SmtpSender _sender = null!;
    private MimeComposer _composer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SmtpServer.StartAsync(Cancel);
        var options = Options.Create(new SmtpOptions { Host = "127.0.0.1", Port = _server.Port, Security = MailKit.Security.SecureSocketOptions.None });
        _sender = new SmtpSender(options);
        _composer = new MimeComposer(options, new FakeTimeProvider());
    }

    public async ValueTask DisposeAsync()
    {
        _sender?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_mail_arrives_whole()
    {
        Assert.IsType<SendResult.Sent>(await SendAsync("reader@example.org"));

        var mail = await ReceivedAsync();
        Assert.Equal(("Ministry opens cluster — “phase two”", "k1@localhost"), (mail.Subject, mail.MessageId));
        Assert.Equal("The text.", mail.TextBody!.Trim());
    }

    [Fact]
    public async Task Several_mails_go_over_one_connection()
    {
        for (var each = 0; each < 5; each++)
        {
            Assert.IsType<SendResult.Sent>(await SendAsync("reader@example.org"));
        }

        await Eventually.TrueAsync(() => Task.FromResult(_server.Mails.Count == 5), TimeSpan.FromSeconds(10), () => $"{_server.Mails.Count} arrived.", Cancel);
    }

    [Theory]
    [InlineData("busy421@example.org")]
    [InlineData("later451@example.org")]
    [InlineData("drop@example.org")]
    public async Task A_passing_refusal_is_tried_again_later(string to) => Assert.IsType<SendResult.TryLater>(await SendAsync(to));

    [Fact]
    public async Task A_final_refusal_is_final_and_says_what_the_server_said()
    {
        var refused = Assert.IsType<SendResult.Refused>(await SendAsync("never550@example.org"));

        Assert.Contains("no such user", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_refusal_the_next_mail_goes_out()
    {
        await SendAsync("never550@example.org");
        await SendAsync("drop@example.org");

        Assert.IsType<SendResult.Sent>(await SendAsync("reader@example.org"));
    }

    [Fact]
    public async Task A_server_that_is_down_is_a_passing_cause()
    {
        await _server.DisposeAsync();
        _server = await SmtpServer.StartAsync(Cancel);

        Assert.IsType<SendResult.TryLater>(await SendAsync("reader@example.org"));
    }

    private async Task<SendResult> SendAsync(string to)
    {
        using var message = _composer.Compose(new SendEmail { Key = "k1", To = to, Subject = "Ministry opens cluster — “phase two”", Text = "The text." });
        return await _sender.SendAsync(message, Cancel);
    }

    private async Task<MimeMessage> ReceivedAsync()
    {
        await Eventually.TrueAsync(() => Task.FromResult(!_server.Mails.IsEmpty), TimeSpan.FromSeconds(10), () => "Nothing arrived.", Cancel);
        var text = _server.Mails.First().GetProperty("data").GetString()!;
        return await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), Cancel);
    }
}
