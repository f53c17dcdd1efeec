namespace Monitoring.Hosting.Startup;

/// <summary>Something that the operator can mend keeps the process from starting. The message names the thing and the remedy, in one line.</summary>
/// <param name="message">One line.</param>
public sealed class StartupException(string message) : Exception(message);
