using Monitoring.FeedIngestor;
using Monitoring.Hosting;

return await MonitoringHost.Create(args).Add<FeedIngestorModule>().RunAsync();
