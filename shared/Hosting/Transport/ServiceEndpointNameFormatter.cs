using MassTransit;

namespace Monitoring.Hosting.Transport;

/// <summary>
/// Names a queue <c>service-consumer</c>. MassTransit alone would name it by the consumer's class, and two services with an equally
/// named consumer would steal each other's messages.
/// </summary>
internal sealed class ServiceEndpointNameFormatter() : KebabCaseEndpointNameFormatter(includeNamespace: false)
{
    protected override string GetConsumerName(Type type)
    {
        var service = type.Assembly.GetName().Name!.Split('.')[^1];
        return $"{SanitizeName(service)}-{base.GetConsumerName(type)}";
    }
}
