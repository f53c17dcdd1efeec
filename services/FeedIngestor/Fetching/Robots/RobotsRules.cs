using System.Text;

namespace Monitoring.FeedIngestor.Fetching.Robots;

/// <summary>What a robots.txt file says to one product, after RFC 9309: the group that names it, else the group for all; the longest matching rule wins.</summary>
internal sealed class RobotsRules
{
    private const int MostRules = 2_000;
    private readonly List<(bool Allow, string Path)> _rules = [];

    /// <summary>Reads the file, of which only the group for <paramref name="product"/> counts.</summary>
    public static RobotsRules Parse(string text, string product)
    {
        var own = new RobotsRules();
        var all = new RobotsRules();
        var hasOwn = false;
        var (forUs, forAll, inRules) = (false, false, false);
        foreach (var (key, value) in Lines(text))
        {
            if (key == "user-agent")
            {
                // Several names may share one group; a name after a rule begins another.
                (forUs, forAll) = inRules ? (false, false) : (forUs, forAll);
                inRules = false;
                forUs |= Product(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                forAll |= value == "*";
                hasOwn |= forUs;
            }
            else if (key is "allow" or "disallow")
            {
                inRules = true;
                own.Add(forUs, key, value);
                all.Add(forAll, key, value);
            }
        }

        return hasOwn ? own : all;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static RobotsRules Restore(string text)
    {
        var rules = new RobotsRules();
        foreach (var (key, value) in Lines(text))
        {
            rules.Add(true, key, value);
        }

        return rules;
    }

    /// <param name="address">Only path and query count.</param>
    public bool Allows(Uri address)
    {
        if (address.AbsolutePath == "/robots.txt")
        {
            return true;
        }

        var path = Normal(address.PathAndQuery);
        var (allowed, longest) = (true, -1);
        foreach (var (allow, pattern) in _rules)
        {
            // Of equally long rules the one that allows wins.
            if ((pattern.Length > longest || (pattern.Length == longest && allow)) && Matches(pattern, path))
            {
                (allowed, longest) = (allow, pattern.Length);
            }
        }

        return allowed;
    }

    public override string ToString() => string.Join('\n', _rules.Select(rule => $"{(rule.Allow ? "allow" : "disallow")}:{rule.Path}"));

    private void Add(bool concerned, string key, string path)
    {
        // An empty rule matches nothing: "Disallow:" allows everything.
        if (concerned && path.Length > 0 && _rules.Count < MostRules)
        {
            _rules.Add((key == "allow", Normal(path)));
        }
    }

    private static IEnumerable<(string Key, string Value)> Lines(string text)
    {
        foreach (var line in text.Split('\n', '\r'))
        {
            var content = line.Split('#', 2)[0];
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return (content[..colon].Trim().TrimStart('\uFEFF').ToLowerInvariant(), content[(colon + 1)..].Trim());
            }
        }
    }

    // "Googlebot/2.1" names the product Googlebot.
    private static string Product(string name) => name.Split('/', ' ')[0];

    /// <summary>Octets that need no escape are compared as themselves, all others as upper-case escapes.</summary>
    private static string Normal(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var normal = new StringBuilder(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            var octet = bytes[at];
            var isEscape = octet == '%' && at + 2 < bytes.Length && Uri.IsHexDigit((char)bytes[at + 1]) && Uri.IsHexDigit((char)bytes[at + 2]);
            if (isEscape)
            {
                octet = Convert.ToByte(Encoding.ASCII.GetString(bytes, at + 1, 2), 16);
                at += 2;
            }

            var unreserved = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            normal.Append((isEscape && !unreserved) || octet > 0x7e || octet < 0x21 ? $"%{octet:X2}" : (char)octet);
        }

        return normal.ToString();
    }

    /// <summary>* stands for anything, $ at the end for the end. Linear in path times stars, whatever the pattern.</summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var parts = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var part = 1; part < parts.Length; part++)
        {
            var isLast = part == parts.Length - 1;
            var found = isLast && anchored
                ? (path.EndsWith(parts[part], StringComparison.Ordinal) ? path.Length - parts[part].Length : -1)
                : path.IndexOf(parts[part], at, StringComparison.Ordinal);
            if (found < at)
            {
                return false;
            }

            at = found + parts[part].Length;
        }

        return !anchored || at == path.Length;
    }
}
