using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitoring.FeedIngestor.Tests.Hostile;

/// <summary>A socket on loopback that answers each connection with a script: what HTTP servers do wrong, they do below HTTP.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<HostileConnection, Task> _answer;
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private int _accepted;

    public HostileServer(Func<HostileConnection, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Authority => $"127.0.0.1:{Port}";

    /// <summary>Connections so far.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    public Uri Address(string path = "/feed") => new($"http://{Authority}{path}");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_connections);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _accepted);
                _connections.Add(ServeAsync(client));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var connection = new HostileConnection(client, this, _end.Token);
                await connection.ReadRequestAsync();
                await _answer(connection);
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client has had enough, which is what these tests are about.
            }
        }
    }
}

/// <summary>One connection of a hostile server.</summary>
internal sealed class HostileConnection(TcpClient client, HostileServer server, CancellationToken end)
{
    public HostileServer Server => server;

    public NetworkStream Stream { get; } = client.GetStream();

    public CancellationToken End => end;

    /// <summary>What the client asked for; empty when it spoke no HTTP.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Request line, headers and body as they came.</summary>
    public string Head { get; private set; } = "";

    public bool IsConditional => Head.Contains("If-None-Match", StringComparison.OrdinalIgnoreCase) || Head.Contains("If-Modified-Since", StringComparison.OrdinalIgnoreCase);

    public async Task ReadRequestAsync()
    {
        var buffer = new byte[16 * 1024];
        var text = new StringBuilder();
        while (!IsWhole(text.ToString()))
        {
            var read = await Stream.ReadAsync(buffer, end);
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            // A TLS record begins with 22: the case decides what to do with it.
            if (read == 0 || text[0] == '\x16')
            {
                return;
            }
        }

        Head = text.ToString();
        Path = Head.Split(' ')[1];
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.IndexOf("Content-Length: ", StringComparison.Ordinal);
        return end >= 0 && (length < 0 || request.Length - end - 4 >= int.Parse(request[(length + 16)..request.IndexOf('\r', length)], System.Globalization.CultureInfo.InvariantCulture));
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await Stream.WriteAsync(bytes, end);

    /// <summary>Sends again and again until the client goes away.</summary>
    public async Task SendForeverAsync(string text, TimeSpan pause = default)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        while (true)
        {
            await SendAsync(bytes);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, end);
            }
        }
    }

    public Task AnswerAsync(string body, string headers = "", string status = "200 OK") =>
        SendAsync($"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.Latin1.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    public async Task AnswerAsync(byte[] body, string encoding)
    {
        await SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Encoding: {encoding}\r\nConnection: close\r\n\r\n");
        await SendAsync(body);
    }

    public Task RedirectAsync(string location, string status = "302 Found") => AnswerAsync("", $"Location: {location}\r\n", status);

    public Task StayAsync() => Task.Delay(Timeout.Infinite, end);

    /// <summary>Ends the connection with a reset instead of a farewell.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }
}
