using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Accounts;

/// <summary>A program of a test class's own, with an administrator and an editor.</summary>
public sealed class AccountServer : DirectoryServer, IAsyncLifetime
{
    public const string Password = "correct horse staple";

    private static readonly Actor Root = new(1, "Root");

    // Passkeys belong to a name; an address of digits is none.
    public override Uri Address => new UriBuilder(base.Address) { Host = "localhost" }.Uri;

    public async Task InitializeAsync()
    {
        // The program offers a link itself when it starts, which closes any other.
        await Services.GetRequiredService<SetUpLink>().ExecuteTask!;
        await CreateAsync(AccountLinkKind.SetUp, await Links.OfferSetUpAsync(), "root", "Root");
        await CreateAsync(AccountLinkKind.Invitation, await InviteAsync("Ada"), "ada", "Ada Lovelace");
    }

    /// <summary>The secret of a new invitation.</summary>
    public Task<string> InviteAsync(string whom) => Links.InviteAsync(Root, whom, AccountRole.Editor);

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private AccountLinks Links => Services.GetRequiredService<AccountLinks>();

    private Task<NewSession> CreateAsync(AccountLinkKind kind, string? secret, string userName, string name) =>
        Services.GetRequiredService<LinkUse>().CreateAccountAsync(kind, secret, userName, name, Password);
}
