using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.Delivery.Email;

/// <summary>Sends a mail once, however often it is asked for.</summary>
internal sealed partial class SendEmailConsumer(DeliveryStore store, EmailDelivery email, Deliverer deliverer, ILogger<SendEmailConsumer> log) : IConsumer<SendEmail>
{
    public const string Kind = "email";

    public async Task Consume(ConsumeContext<SendEmail> context)
    {
        var delivery = await store.TakeAsync(context.Message.Key, Kind, context.Message, context.CancellationToken);
        if (delivery is null)
        {
            return;
        }

        var report = delivery.State == DeliveryState.Waiting
            ? await deliverer.ConcludeAsync(delivery, await email.TryAsync(context.Message, context.CancellationToken), context.CancellationToken)
            : Deliverer.Report(delivery);
        if (report is not null)
        {
            await context.Publish(report, context.CancellationToken);
        }

        LogTried(context.Message.Key, report is null ? "waits" : report.Delivered ? "sent" : "refused", report?.Reason);
    }

    [LoggerMessage(LogLevel.Information, "Mail {Key}: {Outcome} {Reason}")]
    private partial void LogTried(string key, string outcome, string? reason);
}
