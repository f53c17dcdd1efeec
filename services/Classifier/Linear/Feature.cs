namespace Monitoring.Classifier.Linear;

/// <summary>One feature of a text: its hashed name, its value, and the folded span it came from (empty for features of the whole).</summary>
internal record struct Feature(uint Key, float Value, int Start, int End);

/// <summary>Hashes of feature names: FNV-1a over UTF-16 units with a last mix, the same on every machine and in every run.</summary>
internal static class FeatureKey
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(ReadOnlySpan<char> name) => Of(Offset, name);

    public static uint Of(uint space, ReadOnlySpan<char> name)
    {
        var hash = space;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * Prime;
        }

        return Mix(hash);
    }

    public static uint Of(uint space, int value) => Mix((space ^ (uint)value) * Prime ^ ((uint)value >> 16));

    public static uint Join(uint first, uint second) => Mix((first * Prime) ^ second);

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        return hash * 0xC2B2AE35;
    }
}
