using Monitoring.Alerts;
using Monitoring.Hosting;

return await MonitoringHost.Create(args).Add<AlertsModule>().RunAsync();
