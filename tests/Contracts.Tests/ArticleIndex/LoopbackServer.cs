using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitoring.Contracts.Tests.ArticleIndex;

/// <summary>Answers HTTP requests on loopback with what a test says. It is no Elasticsearch: it only fails as one can.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, string, (int Status, string Body)> _answer;

    public LoopbackServer(Func<string, string, (int Status, string Body)> answer)
    {
        _answer = answer;
        Port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    public List<string> Requests { get; } = [];

    public string? Authorization { get; private set; }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();

        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            var what = $"{context.Request.HttpMethod} {context.Request.Url!.PathAndQuery}";
            Authorization = context.Request.Headers["Authorization"];
            lock (Requests)
            {
                Requests.Add(what);
            }

            var (status, text) = _answer(what, body);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
            context.Response.Close();
        }
    }
}
