using Microsoft.Extensions.DependencyInjection;

namespace Monitoring.Hosting;

/// <summary>Settings are classes with defaults and limits; a wrong or unknown one stops the start.</summary>
public static class Settings
{
    /// <summary>Binds <typeparamref name="TOptions"/> to <paramref name="section"/> and validates its annotations before anything runs.</summary>
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services;
    }
}
