using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Monitoring.Hosting.Transport;

/// <summary>
/// Holds a message while something that it needs is down, so that an outage never fills error queues; at shutdown the message
/// goes back to its queue unharmed.
/// </summary>
internal sealed partial class OutageHold(IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<OutageHold> log) : IFilter<ConsumeContext>
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        for (var wait = TimeSpan.FromMilliseconds(500); ; wait = Shorter(wait * 2, s_longest))
        {
            try
            {
                await next.Send(context);
                return;
            }
            catch (Exception failure) when (Outage.Is(failure))
            {
                LogHeld(context.ReceiveContext.InputAddress.AbsolutePath, wait.TotalSeconds, failure.Message);
                if (!await WaitAsync(wait))
                {
                    throw new ShutdownDuringOutageException(failure);
                }
            }
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("outageHold");

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task<bool> WaitAsync(TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait, clock, lifetime.ApplicationStopping);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Queue} waits {Seconds} s for something that is down: {Reason}")]
    private partial void LogHeld(string queue, double seconds, string reason);
}

/// <summary>The process stops while a message is being held: it returns to its queue.</summary>
internal sealed class ShutdownDuringOutageException(Exception outage) : Exception(outage.Message, outage);

/// <summary>Lets a message that was held at shutdown go back to the queue instead of to the error queue.</summary>
internal sealed class ReturnHeldMessage : IFilter<ExceptionReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) =>
        // An exception inside the error pipe makes the transport reject the delivery with requeue.
        context.Exception is ShutdownDuringOutageException held ? Task.FromException(held) : next.Send(context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("returnHeldMessage");
}

internal static class OutageHoldConfiguration
{
    public static void UseOutageHold(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(new ReturnHeldMessage());
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(new ErrorTransportFilter());
        });
        endpoint.UseFilter(ActivatorUtilities.CreateInstance<OutageHold>(context));
    }
}
