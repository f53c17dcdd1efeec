using Monitoring.Indexer;
using Monitoring.Hosting;

return await MonitoringHost.Create(args).Add<IndexerModule>().RunAsync();
