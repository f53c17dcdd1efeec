namespace Monitoring.Taxonomy;

/// <summary>A city that news names without its country.</summary>
/// <param name="Name">English name.</param>
/// <param name="Code">ISO 3166-1 alpha-2 of its country.</param>
/// <param name="IsAmbiguous">True when the name also means something else, so that the text around it must decide.</param>
public sealed record City(string Name, string Code, bool IsAmbiguous);

/// <summary>Cities of GeoNames (CC BY 4.0), read anew at each call.</summary>
public static class Cities
{
    /// <summary>Every city.</summary>
    public static IEnumerable<City> ReadAll() =>
        from row in TabSeparated.Read("cities.tsv")
        select new City(row["name"], row["code"], row["ambiguous"] == "1");
}
