namespace Monitoring.ArticleIndex.Querying;

/// <summary>How far two spellings lie apart.</summary>
internal static class Spelling
{
    /// <summary>The candidate with the fewest letters wrong, at most two and less than half of them; null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) => candidates
        .Select(c => (Candidate: c, Distance: Distance(word, c, 2)))
        .Where(c => c.Distance <= 2 && c.Distance * 2 < Math.Max(word.Length, c.Candidate.Length))
        .OrderBy(c => c.Distance).ThenBy(c => c.Candidate, StringComparer.Ordinal)
        .Select(c => c.Candidate)
        .FirstOrDefault();

    /// <summary>Letters to insert, delete, replace or swap with a neighbour; <paramref name="limit"/> + 1 when there are more.</summary>
    public static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        var (two, one, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
        {
            one[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = one[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(one[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], two[j - 2] + 1);
                }
            }

            (two, one, row) = (one, row, two);
        }

        return Math.Min(one[right.Length], limit + 1);
    }
}
