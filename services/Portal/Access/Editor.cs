namespace Monitoring.Portal.Access;

/// <summary>Somebody with a local account.</summary>
internal sealed record Editor
{
    /// <summary>As typed at the login; upper and lower case are the same.</summary>
    public required string Name { get; init; }

    /// <summary>In the form of ASP.NET Core's password hasher: version, iterations, salt and PBKDF2-HMAC-SHA512.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Changes with the password: sessions that carry another are over.</summary>
    public required string Stamp { get; init; }
}
