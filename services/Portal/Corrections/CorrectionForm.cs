using Monitoring.Contracts;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Corrections;

/// <summary>Reads what a person says is wrong or missing.</summary>
internal static class CorrectionForm
{
    /// <returns>The tags as they should be; null when the form says nothing that can be understood.</returns>
    public static CorrectedTags? Read(IFormCollection form, CorrectedTags before)
    {
        if (form["change"].ToString() is { Length: > 0 } change)
        {
            return change.Split(':', 2) switch
            {
                ["not-country", var code] => before.Without(code),
                ["not-theme", var id] => before.WithoutTheme(id),
                ["relevant", "yes"] => before.Relevant(true),
                ["relevant", "no"] => before.Relevant(false),
                _ => null,
            };
        }

        var country = Countries.Find(form["country"].ToString());
        var theme = Themes.Find(form["theme"].ToString());
        if (country is null && theme is null)
        {
            return null;
        }

        var role = Enum.TryParse<CountryRole>(form["role"], ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : CountryRole.Subject;
        var with = country is null ? before : before.With(country.Code, role);
        return theme is null ? with : with.WithTheme(theme.Id);
    }
}
