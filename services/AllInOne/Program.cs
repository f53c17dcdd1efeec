using Monitoring.Alerts;
using Monitoring.Classifier;
using Monitoring.Delivery;
using Monitoring.Digest;
using Monitoring.FeedIngestor;
using Monitoring.Hosting;
using Monitoring.Indexer;
using Monitoring.Portal;

return await MonitoringHost.CreateSingleProcess(args)
    .Add<PortalModule>().Add<FeedIngestorModule>().Add<ClassifierModule>().Add<IndexerModule>()
    .Add<AlertsModule>().Add<DigestModule>().Add<DeliveryModule>()
    .RunAsync();
