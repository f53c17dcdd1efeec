using System.Globalization;
using Monitoring.Hosting;
using Monitoring.Hosting.Startup;

namespace Monitoring.Portal.Access.Commands;

/// <summary><c>-- add-key NAME SCOPE</c>, <c>-- revoke-key NAME</c>, <c>-- keys</c>.</summary>
internal static class KeyCommand
{
    private static readonly string s_scopes = string.Join(", ", Enum.GetValues<Right>().Select(Rights.Scope));

    public static ServiceCommand Add { get; } = new("add-key", $"NAME SCOPE: makes a key for a machine and shows it once; scopes are {s_scopes}, several with a comma", AddAsync);

    public static ServiceCommand Revoke { get; } = new("revoke-key", "NAME: ends a key", RevokeAsync);

    public static ServiceCommand Show { get; } = new("keys", "lists the keys, without their secrets", ListAsync);

    private static async Task<int> AddAsync(string[] arguments, CancellationToken cancel)
    {
        var (stores, own) = await AccountStores.OpenAsync(arguments, cancel);
        await using var _ = stores;
        if (own is not [{ Length: > 0 and <= 64 } name, var scopes])
        {
            throw new UsageException("Name a key and its scope.");
        }

        Console.WriteLine(await stores.Keys.AddAsync(name, [.. scopes.Split(',').Select(Scope).Distinct()], cancel));
        await Console.Error.WriteLineAsync("Send it as Authorization: Bearer KEY. It is shown this once.");
        return 0;
    }

    private static async Task<int> RevokeAsync(string[] arguments, CancellationToken cancel)
    {
        var (stores, own) = await AccountStores.OpenAsync(arguments, cancel);
        await using var _ = stores;
        var isGone = await stores.Keys.RevokeAsync(own is [var name] ? name : throw new UsageException("Name one key."), cancel);
        Console.WriteLine(isGone ? "The key is worth nothing any more." : "There is no such key.");
        return isGone ? 0 : 1;
    }

    private static async Task<int> ListAsync(string[] arguments, CancellationToken cancel)
    {
        var (stores, _) = await AccountStores.OpenAsync(arguments, cancel);
        await using var __ = stores;
        foreach (var key in await stores.Keys.AllAsync(cancel))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key.Name}\t{key.Scopes}\t{key.CreatedAt:yyyy-MM-dd}"));
        }

        return 0;
    }

    private static Right Scope(string text) =>
        Enum.GetValues<Right>().Cast<Right?>().FirstOrDefault(right => right!.Value.Scope() == text.Trim()) ?? throw new UsageException($"There is no scope '{text}': {s_scopes}.");
}
