using System.Diagnostics;

namespace Monitoring.Fixtures;

/// <summary>Waits for a condition with a deadline, never for a time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan deadline, Func<string> otherwise, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > deadline)
            {
                Assert.Fail($"Not within {deadline.TotalSeconds:0} s. {otherwise()}");
            }

            await Task.Delay(s_pause, cancel);
        }
    }
}
