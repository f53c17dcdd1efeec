using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Monitoring.Contracts;
using Monitoring.Delivery.Email;

namespace Monitoring.Delivery.Tests.Email;

public sealed class MimeComposerTests
{
    private readonly MimeComposer _composer = new(Options.Create(new SmtpOptions { From = "Monitor <monitor@example.org>" }), new FakeTimeProvider());
    private readonly SendEmail _command = new() { Key = "k1", To = "reader@example.org", Subject = "Subject", Text = "Text" };

    [Fact]
    public void The_same_command_always_has_the_same_message_id()
    {
        using var one = _composer.Compose(_command);
        using var other = _composer.Compose(_command);

        Assert.Equal("k1@example.org", one.MessageId);
        Assert.Equal(one.MessageId, other.MessageId);
    }

    [Fact]
    public void One_click_unsubscribing_is_offered_as_RFC_8058_asks()
    {
        using var mail = _composer.Compose(_command with { UnsubscribeUrl = "https://example.org/u?t=1", ListId = "digest.example.org" });

        Assert.Equal("<https://example.org/u?t=1>", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("<digest.example.org>", mail.Headers[HeaderId.ListId]);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
    }

    [Theory]
    [InlineData("Subject\r\nBcc: other@example.org")]
    [InlineData("Subject\nX: y")]
    [InlineData("Subject\0")]
    public void A_subject_cannot_smuggle_a_header_in(string subject) =>
        Assert.Throws<FormatException>(() => _composer.Compose(_command with { Subject = subject }));

    [Theory]
    [InlineData("reader@example.org\r\nBcc: other@example.org")]
    [InlineData("nobody")]
    [InlineData("")]
    public void A_reader_must_have_one_address(string to) => Assert.Throws<FormatException>(() => _composer.Compose(_command with { To = to }));

    [Theory]
    [InlineData("k 1")]
    [InlineData("../k1")]
    [InlineData("k1>\r\nX: y")]
    [InlineData("")]
    public void A_key_can_stand_in_a_message_id_and_a_file_name(string key) => Assert.Throws<FormatException>(() => _composer.Compose(_command with { Key = key }));

    [Fact]
    public void A_picture_is_part_of_the_mail_and_not_fetched()
    {
        using var mail = _composer.Compose(_command with { Html = "<img src=\"cid:chart\">", Images = [new InlineImage("chart", "image/png", [1, 2, 3])] });

        Assert.Contains(mail.BodyParts, part => part.ContentId == "chart");
    }
}
