using System.Net.Http.Json;
using System.Text.Json;

namespace Monitoring.Portal.Tests.Api;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_names_every_route_of_the_API_and_no_other()
    {
        await using var portal = await PortalHost.StartAsync();

        var document = await portal.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);
        var documented = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal);

        Assert.Equal(portal.Routes.Where(route => route.StartsWith("/api/v1/", StringComparison.Ordinal)).Select(route => route.Replace(":length(16)", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal), documented);
    }

    [Fact]
    public async Task Every_parameter_of_the_search_is_described()
    {
        await using var portal = await PortalHost.StartAsync();

        var document = await portal.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);
        var parameters = document.GetProperty("paths").GetProperty("/api/v1/articles").GetProperty("get").GetProperty("parameters").EnumerateArray().ToList();

        Assert.Equal(Monitoring.Portal.Search.SearchParameters.Names.Order(), parameters.Select(parameter => parameter.GetProperty("name").GetString()!.ToLowerInvariant()).Order());
        Assert.All(parameters, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
    }

    [Fact]
    public async Task The_reference_page_loads_nothing_from_elsewhere()
    {
        await using var portal = await PortalHost.StartAsync();

        var page = await portal.GetAsync("/docs/");

        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page);
    }
}
