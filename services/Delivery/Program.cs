using Monitoring.Delivery;
using Monitoring.Hosting;

return await MonitoringHost.Create(args).Add<DeliveryModule>().RunAsync();
