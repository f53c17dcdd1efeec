using System.ComponentModel.DataAnnotations;
using MailKit.Security;

namespace Monitoring.Delivery.Email;

/// <summary>Where mails go. Environment prefix: <c>Smtp__</c>. Without a host they become .eml files in <c>outbox</c> of the data folder.</summary>
public sealed class SmtpOptions
{
    /// <summary>Name or address of the SMTP server; null for files.</summary>
    public string? Host { get; set; }

    /// <summary>Port: 587 for STARTTLS, 465 for TLS, 25 between servers. Default 587.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>None, StartTls, StartTlsWhenAvailable, SslOnConnect or Auto (by port). Default Auto.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.Auto;

    /// <summary>User name; null for none.</summary>
    public string? User { get; set; }

    /// <summary>Password of <see cref="User"/>; never logged.</summary>
    public string? Password { get; set; }

    /// <summary>Sender, for instance <c>Sovereign AI Monitor &lt;monitor@example.org&gt;</c>.</summary>
    [Required]
    public string From { get; set; } = "Sovereign AI Monitor <monitor@localhost>";

    /// <summary>Longest wait for one answer of the server. 1 s to 5 min, default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
