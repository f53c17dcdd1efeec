using Monitoring.Hosting.Startup;

namespace Monitoring.Hosting;

/// <summary>Finds out what the operator must mend before anything starts: a list that cannot be read, a port that is busy.</summary>
public interface IStartupCheck
{
    /// <summary>Returns when the process may start.</summary>
    /// <exception cref="StartupException">It may not; the message names the thing and the remedy.</exception>
    void Check();
}
