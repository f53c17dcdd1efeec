using Monitoring.Hosting;
using Monitoring.Portal;

return await MonitoringHost.Create(args).Add<PortalModule>().RunAsync();
