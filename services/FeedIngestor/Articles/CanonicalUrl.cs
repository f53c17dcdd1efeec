using System.Collections.Frozen;

namespace Monitoring.FeedIngestor.Articles;

/// <summary>The one form of an address that two links to the same page share.</summary>
internal static class CanonicalUrl
{
    // Parameters that tell the publisher where a reader came from and never what is shown.
    private static readonly FrozenSet<string> s_tracking = FrozenSet.ToFrozenSet(
        [
            "fbclid", "gclid", "dclid", "gclsrc", "msclkid", "yclid", "twclid", "igshid", "igsh", "wbraid", "gbraid", "ttclid", "li_fat_id",
            "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "hsctatracking", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id",
            "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "at_medium", "at_campaign", "at_custom1", "at_custom2",
            "cmpid", "cmp", "ocid", "ito", "smid", "smtyp", "sref", "ref_src", "ref_url", "xtor", "spm", "wt_mc", "wt.mc_id", "wtmc",
            "amp", "_amp", "amp_js_v", "amp_gsa", "amp_markup", "usqp", "outputtype", "rss_id", "srnd", "cid_rss", "mod_rss", "feed_id", "source_feed",
            "_ga", "_gl", "s_cid", "s_kwcid", "ef_id", "soc_src", "soc_trk", "sc_src", "sc_campaign", "trk", "trkcampaign", "zanpid", "epik", "rdt_cid", "sxsrf",
            "ncid", "rss", "feedtype", "partner", "__twitter_impression", "guccounter", "guce_referrer", "guce_referrer_sig",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] s_trackingPrefixes = ["utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "ga_", "stm_"];

    /// <summary>The publisher's address without fragment, default port and tracking parameters, host in lower case; null when it is not http or https.</summary>
    public static Uri? From(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
        {
            return null;
        }

        address = AmpUrl.ToArticle(WrappedLink.Unwrap(address));
        return new UriBuilder(address)
        {
            UserName = "",
            Password = "",
            Host = address.IdnHost.TrimEnd('.'),
            Port = address.IsDefaultPort ? -1 : address.Port,
            Query = WithoutTracking(address.Query),
            Fragment = "",
        }.Uri;
    }

    private static string WithoutTracking(string query)
    {
        if (query.Length < 2)
        {
            return "";
        }

        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair));
        return string.Join('&', kept);
    }

    private static bool IsTracking(string pair)
    {
        var name = pair.Split('=', 2)[0];
        return s_tracking.Contains(name) || Array.Exists(s_trackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
