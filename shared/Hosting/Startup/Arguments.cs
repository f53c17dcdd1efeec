namespace Monitoring.Hosting.Startup;

/// <summary>What the command line asks for: a command, or settings for the services.</summary>
internal sealed record Arguments(ServiceCommand? Command, string[] Rest, string[] Settings)
{
    // Flags without a value, for people; everything else is --Section:Name=value as in the environment.
    private static readonly Dictionary<string, string> s_flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--sample"] = "--Sample:Enabled=true",
    };

    public static Arguments Parse(string[] args, IReadOnlyList<ModuleRegistration> modules)
    {
        if (args.Length > 0 && !args[0].StartsWith('-'))
        {
            var command = modules.SelectMany(module => module.Commands).FirstOrDefault(command => command.Name == args[0])
                ?? throw new UsageException($"Unknown command '{args[0]}'. {Usage(modules)}");
            return new(command, args[1..], []);
        }

        return new(null, [], [.. args.Select(arg => Setting(arg, modules))]);
    }

    private static string Setting(string arg, IReadOnlyList<ModuleRegistration> modules)
    {
        if (s_flags.TryGetValue(arg, out var setting))
        {
            return setting;
        }

        return arg.StartsWith("--", StringComparison.Ordinal) && arg.IndexOf('=', StringComparison.Ordinal) > 2
            ? arg
            : throw new UsageException($"Unknown argument '{arg}'. {Usage(modules)}");
    }

    private static string Usage(IReadOnlyList<ModuleRegistration> modules)
    {
        var commands = modules.SelectMany(module => module.Commands).Select(command => $"{command.Name} {command.Usage}").ToList();
        var settings = "Settings are given as --Section:Name=value or in the environment as Section__Name; --sample reads the sample feeds.";
        return commands.Count == 0 ? settings : $"{settings} Commands: {string.Join("; ", commands)}.";
    }
}

/// <summary>The command line cannot be understood.</summary>
/// <param name="message">One line that names the argument and says what is possible.</param>
public sealed class UsageException(string message) : Exception(message);
