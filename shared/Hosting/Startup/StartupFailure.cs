using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Monitoring.Hosting.Startup;

/// <summary>Turns what keeps a process from starting into one line; what is nobody's setting stays an exception with its stack.</summary>
internal static class StartupFailure
{
    public static Explanation? Explain(Exception failure) => failure switch
    {
        UsageException usage => new(usage.Message, 2),
        StartupException startup => new(startup.Message, 1),
        OptionsValidationException invalid => new($"Cannot start: {string.Join(" ", invalid.Failures)}", 1),
        IOException { InnerException: AddressInUseException } busy => new(
            $"Cannot start: {OneLine(busy.Message)} Stop the other program or choose another port: ASPNETCORE_URLS=http://127.0.0.1:5090", 1),
        InvalidOperationException conversion when conversion.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => new(
            $"Cannot start: {OneLine(conversion.Message)} Correct that setting (in the environment ':' is written '__').", 1),
        InvalidOperationException unknown when unknown.Message.Contains("ErrorOnUnknownConfiguration", StringComparison.Ordinal) => new(
            $"Cannot start: {OneLine(unknown.Message)}", 1),
        DbException store => new($"Cannot start: the store does not answer: {OneLine(store.Message)}. Check ConnectionStrings__Postgres or Data__Directory.", 1),
        SocketException socket => new($"Cannot start: {OneLine(socket.Message)}", 1),
        UnauthorizedAccessException denied => new($"Cannot start: {OneLine(denied.Message)}", 1),
        _ => null,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    public sealed record Explanation(string Message, int ExitCode);
}
