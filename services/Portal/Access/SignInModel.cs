namespace Monitoring.Portal.Access;

/// <param name="Return">Address on this portal that the login leads back to.</param>
/// <param name="Failed">Name and password did not fit.</param>
public sealed record SignInModel(string Return, bool Failed);
