using Monitoring.Hosting;
using Monitoring.Hosting.Startup;

namespace Monitoring.Portal.Access.Commands;

/// <summary><c>-- add-editor NAME</c> and <c>-- remove-editor NAME</c>.</summary>
internal static class EditorCommand
{
    public const int ShortestPassword = 12;

    public static ServiceCommand Add { get; } = new("add-editor", "NAME: makes an account that may change things, or gives it a new password", AddAsync);

    public static ServiceCommand Remove { get; } = new("remove-editor", "NAME: ends an account and its sessions", RemoveAsync);

    private static async Task<int> AddAsync(string[] arguments, CancellationToken cancel)
    {
        var (stores, own) = await AccountStores.OpenAsync(arguments, cancel);
        await using var _ = stores;
        var name = NameFrom(own);
        var password = TypedPassword.Read("Password: ");
        if (password.Length < ShortestPassword)
        {
            await Console.Error.WriteLineAsync($"A password has at least {ShortestPassword} characters.");
            return 1;
        }

        if (TypedPassword.Read("Once more: ") != password)
        {
            await Console.Error.WriteLineAsync("The two passwords differ. Nothing was changed.");
            return 1;
        }

        await stores.Editors.SaveAsync(name, password, cancel);
        Console.WriteLine($"Editor {name} can sign in at /login.");
        return 0;
    }

    private static async Task<int> RemoveAsync(string[] arguments, CancellationToken cancel)
    {
        var (stores, own) = await AccountStores.OpenAsync(arguments, cancel);
        await using var _ = stores;
        var isGone = await stores.Editors.RemoveAsync(NameFrom(own), cancel);
        Console.WriteLine(isGone ? "The account is gone." : "There is no such editor.");
        return isGone ? 0 : 1;
    }

    private static string NameFrom(string[] own) =>
        own is [var name] && name.Length <= 128 && !string.IsNullOrWhiteSpace(name) && !name.StartsWith("key:", StringComparison.OrdinalIgnoreCase) && name != Visitors.LocalName
            ? name
            : throw new UsageException("Name one editor.");
}
