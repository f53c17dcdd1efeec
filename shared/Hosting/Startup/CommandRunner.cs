namespace Monitoring.Hosting.Startup;

/// <summary>Runs one command; Ctrl-C cancels it.</summary>
internal static class CommandRunner
{
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(ServiceCommand command, string[] arguments)
    {
        using var cancel = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, pressed) =>
        {
            pressed.Cancel = true;
            cancel.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            return await command.RunAsync(arguments, cancel.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (UsageException wrong)
        {
            throw new UsageException($"{wrong.Message} Usage: {command.Name} {command.Usage}");
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }
}
