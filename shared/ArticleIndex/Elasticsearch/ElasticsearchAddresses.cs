using System.Text;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Addresses of a cluster's nodes and the credentials that stand in them.</summary>
internal sealed record ElasticsearchAddresses(IReadOnlyList<Uri> Nodes, string? BasicCredentials)
{
    /// <summary>Reads <c>https://user:password@one:9200,https://two:9200</c>. The first user and password count for all.</summary>
    public static ElasticsearchAddresses Parse(string connectionString)
    {
        var nodes = new List<Uri>();
        string? credentials = null;
        foreach (var text in connectionString.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                throw new FormatException("ConnectionStrings__Elasticsearch must hold addresses such as https://user:password@host:9200, separated by commas.");
            }

            credentials ??= address.UserInfo.Length == 0 ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo)));
            nodes.Add(new UriBuilder(address) { UserName = "", Password = "", Path = address.AbsolutePath.TrimEnd('/') + "/" }.Uri);
        }

        return nodes.Count > 0 ? new(nodes, credentials) : throw new FormatException("ConnectionStrings__Elasticsearch names no address.");
    }
}
