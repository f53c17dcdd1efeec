using Monitoring.Classifier;
using Monitoring.Hosting;

return await MonitoringHost.Create(args).Add<ClassifierModule>().RunAsync();
