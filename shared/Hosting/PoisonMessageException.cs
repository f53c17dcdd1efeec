namespace Monitoring.Hosting;

/// <summary>The message can never succeed. It goes to the error queue at once, without retries.</summary>
/// <param name="reason">One sentence for the operator who finds it there.</param>
public sealed class PoisonMessageException(string reason) : Exception(reason);
