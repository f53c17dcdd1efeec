using Monitoring.Digest;
using Monitoring.Hosting;

return await MonitoringHost.Create(args).Add<DigestModule>().RunAsync();
