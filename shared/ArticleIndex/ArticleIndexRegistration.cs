using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex.Elasticsearch;
using Monitoring.ArticleIndex.Embedded;

namespace Monitoring.ArticleIndex;

/// <summary>Registers the index: Elasticsearch when <c>ConnectionStrings__Elasticsearch</c> is set, else the embedded engine.</summary>
public static class ArticleIndexRegistration
{
    /// <summary>Registers <see cref="IArticleIndex"/> and <see cref="IArticleSearch"/>: for the one service that writes. Calling it twice is once.</summary>
    public static IServiceCollection AddArticleIndex(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddArticleSearch(configuration);
        if (UsesElasticsearch(configuration))
        {
            services.TryAddSingleton<IArticleIndex, ElasticsearchIndex>();
        }
        else
        {
            services.TryAddSingleton<IArticleIndex, EmbeddedIndex>();
        }

        return services;
    }

    /// <summary>Registers <see cref="IArticleSearch"/> alone: for services that read.</summary>
    public static IServiceCollection AddArticleSearch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ArticleIndexOptions>()
            .Configure(o =>
            {
                o.Elasticsearch = configuration.GetConnectionString("Elasticsearch");
                o.Folder = Path.Combine(configuration["Data:Directory"] ?? "data", "index");
            })
            .BindConfiguration("Index")
            .ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<ArticleIndexOptions>, ArticleIndexOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(QueryVocabulary.Empty);
        if (UsesElasticsearch(configuration))
        {
            services.TryAddSingleton<ElasticsearchConnection>();
            services.TryAddSingleton<ElasticsearchAlias>();
            services.TryAddSingleton<ElasticsearchSearch>();
            services.TryAddSingleton<IArticleSearch>(s => s.GetRequiredService<ElasticsearchSearch>());
        }
        else
        {
            services.TryAddSingleton(s => new IndexFolder(s.GetRequiredService<IOptions<ArticleIndexOptions>>().Value.Folder));
            services.TryAddSingleton<IArticleSearch, EmbeddedSearch>();
        }

        return services;
    }

    private static bool UsesElasticsearch(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration.GetConnectionString("Elasticsearch"));
}

[OptionsValidator]
internal sealed partial class ArticleIndexOptionsValidator : IValidateOptions<ArticleIndexOptions>;
