namespace Monitoring.ArticleIndex;

/// <summary>The engine will never accept some documents of a batch; the rest of the batch is written.</summary>
public sealed class RejectedDocumentException : Exception
{
    /// <summary>Makes one without documents.</summary>
    public RejectedDocumentException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public RejectedDocumentException(string message) : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public RejectedDocumentException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes one from reasons by article id.</summary>
    public RejectedDocumentException(IReadOnlyDictionary<string, string> reasons)
        : base("Refused for good: " + string.Join("; ", reasons.Select(r => $"{r.Key}: {r.Value}"))) => Reasons = reasons;

    /// <summary>Article id to the engine's reason.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>();
}
