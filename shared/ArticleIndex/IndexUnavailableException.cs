namespace Monitoring.ArticleIndex;

/// <summary>The index cannot serve now. The work is not lost: try again later, or do what the message says.</summary>
public sealed class IndexUnavailableException : IOException
{
    /// <summary>Makes one without a message.</summary>
    public IndexUnavailableException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public IndexUnavailableException(string message) : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public IndexUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes one with a reason.</summary>
    public IndexUnavailableException(IndexOutage reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>What kind of outage it is.</summary>
    public IndexOutage Reason { get; }
}

/// <summary>Kinds of outage.</summary>
public enum IndexOutage
{
    /// <summary>The engine does not answer, or the folder cannot be read or written; likely to pass.</summary>
    Unreachable,

    /// <summary>No room on the disk, or the engine has locked its indices for lack of it.</summary>
    DiskFull,

    /// <summary>Files of the index are damaged: restore a backup or rebuild.</summary>
    Corrupt,

    /// <summary>Written by another version of the analysis: rebuild.</summary>
    NeedsRebuild,

    /// <summary>The engine refuses the credentials or the certificate.</summary>
    Refused,
}
