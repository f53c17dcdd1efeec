using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Monitoring.Hosting.Startup;

/// <summary>Finds a busy port before anything runs: the web server binds last, when workers are in the middle of their work already.</summary>
internal sealed class PortProbe(IConfiguration configuration) : IStartupCheck
{
    public void Check()
    {
        var addresses = (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var address in addresses)
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && uri.Port != 0)
            {
                Probe(ip, uri.Port, address);
            }
        }
    }

    private static void Probe(IPAddress ip, int port, string address)
    {
        try
        {
            using var listener = new TcpListener(ip, port);
            listener.Start();
        }
        catch (SocketException busy)
        {
            throw new StartupException(
                $"Cannot start: {address} cannot be listened on: {busy.Message}. Stop the other program, or choose another port: ASPNETCORE_URLS=http://127.0.0.1:5090");
        }
    }
}
