using System.Security.Claims;
using BpoDirectory.Accounts;
using BpoDirectory.Tests.Editing;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;

namespace BpoDirectory.Tests.Components.Admin.Editing;

/// <summary>Components of the editor, with a database and somebody signed in.</summary>
public abstract class EditingComponentTest : BunitContext, IAsyncLifetime
{
    protected EditingDatabase Database { get; } = new();

    public Task InitializeAsync() => Database.InitializeAsync();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>What components are told of who is signed in.</summary>
    protected static Task<AuthenticationState> SignedIn(Actor actor) => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(
        new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{actor.AccountId}"), new(ClaimTypes.Name, actor.Name)], "Test"))));
}
