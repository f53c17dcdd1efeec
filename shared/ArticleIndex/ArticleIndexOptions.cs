using System.ComponentModel.DataAnnotations;

namespace Monitoring.ArticleIndex;

/// <summary>How articles are kept for searching. Environment prefix: <c>Index__</c>.</summary>
public sealed class ArticleIndexOptions
{
    /// <summary>
    /// Addresses of Elasticsearch 7.17 or 8, separated by commas; user and password may stand in them. Null means the embedded
    /// engine. Read from <c>ConnectionStrings__Elasticsearch</c>.
    /// </summary>
    public string? Elasticsearch { get; set; }

    /// <summary>Folder of the embedded index. By default <c>index</c> in <c>Data__Directory</c>.</summary>
    [Required]
    public string Folder { get; set; } = "data/index";

    /// <summary>Name of the alias in Elasticsearch; indices are called <c>NAME-v1-1-20260331120000</c>. Lower-case letters, digits, hyphen.</summary>
    [RegularExpression("^[a-z][a-z0-9-]{0,60}$")]
    public string Name { get; set; } = "articles";

    /// <summary>API key of Elasticsearch, base64 of id:key as it hands out; wins over user and password.</summary>
    public string? ApiKey { get; set; }

    /// <summary>PEM file of the authority that signed Elasticsearch's certificate, when it is not a public one.</summary>
    public string? CertificateAuthority { get; set; }

    /// <summary>How long one request to Elasticsearch may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time between two tries of a standby to become the writer of the embedded index.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan StandbyInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Memory that the embedded writer fills before it writes a segment, in MB.</summary>
    [Range(4, 1024)]
    public int WriterBufferMegabytes { get; set; } = 64;

    /// <summary>Best match: age at which the part of the score that fades has halved.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan RecencyHalfLife { get; set; } = TimeSpan.FromDays(14);
}
