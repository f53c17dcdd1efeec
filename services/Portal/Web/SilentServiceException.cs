namespace Monitoring.Portal.Web;

/// <summary>A service that owns what was asked for did not answer in time.</summary>
/// <param name="service">Its name.</param>
internal sealed class SilentServiceException(string service) : Exception(service + " does not answer.");
