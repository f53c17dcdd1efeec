namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>One line on standard error that fills up; nothing when nobody watches.</summary>
internal sealed class ProgressBar(long whole) : IDisposable
{
    private const int Width = 30;
    private readonly bool _isWatched = !Console.IsErrorRedirected;
    private bool _isShown;

    public void Show(long done, string words)
    {
        if (_isWatched)
        {
            var share = whole == 0 ? 1 : Math.Clamp((double)done / whole, 0, 1);
            var filled = (int)(share * Width);
            Console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {share:P0}  {words}   ");
            _isShown = true;
        }
    }

    public void End()
    {
        if (_isShown)
        {
            Console.Error.WriteLine();
            _isShown = false;
        }
    }

    public void Dispose() => End();
}
