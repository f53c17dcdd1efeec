using System.Data.Common;
using System.Net.Sockets;

namespace Monitoring.Hosting.Transport;

/// <summary>Tells a store, index or disk that is down from a message that is wrong.</summary>
internal static class Outage
{
    /// <summary>
    /// IOException covers a full disk, a cut connection and the index's own "unavailable"; transient database errors are those
    /// that the driver calls so.
    /// </summary>
    public static bool Is(Exception failure) => failure switch
    {
        DbException { IsTransient: true } => true,
        DbException { InnerException: IOException or SocketException or TimeoutException } => true,
        IOException or SocketException => true,
        AggregateException many => many.InnerExceptions.All(Is),
        _ => false,
    };
}
