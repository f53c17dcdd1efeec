using MassTransit;
using Microsoft.Extensions.Options;
using Monitoring.Delivery.Email;
using Monitoring.Hosting;
using Monitoring.Storage;

namespace Monitoring.Delivery;

/// <summary>The only code that knows SMTP: sends what others ask for, once, and says what became of it.</summary>
public sealed class DeliveryModule : IServiceModule
{
    public static string Name => "delivery";

    public static int Port => 5086;

    public static void AddServices(IHostApplicationBuilder builder)
    {
        builder.Services.AddDatabase<DeliveryModule>(Name, builder.Configuration);
        builder.Services.AddSettings<SmtpOptions>("Smtp");
        builder.Services
            .AddSingleton<DeliveryStore>()
            .AddSingleton<Deliverer>()
            .AddSingleton<MimeComposer>()
            .AddSingleton<EmailDelivery>()
            .AddSingleton<IEmailSender>(services => Sender(services, builder.Configuration))
            .AddHostedService<RetryWorker>();
    }

    public static void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<SendEmailConsumer>();

    private static IEmailSender Sender(IServiceProvider services, IConfiguration configuration)
    {
        var options = services.GetRequiredService<IOptions<SmtpOptions>>();
        return string.IsNullOrEmpty(options.Value.Host)
            ? new OutboxSender(Path.Combine(StorageOptions.From(configuration).Directory, "outbox"))
            : new SmtpSender(options);
    }
}
