using System.Security.Claims;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;

namespace BpoDirectory.Tests.Accounts;

public sealed class LiveUserTests : IAsyncLifetime
{
    private AccountDatabase _accounts = null!;

    public async Task InitializeAsync() => _accounts = await AccountDatabase.NewAsync();

    public async Task DisposeAsync() => await _accounts.DisposeAsync();

    [Fact]
    public void A_page_that_stays_connected_asks_well_within_a_minute() =>
        Assert.InRange(LiveUser.Interval, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    [Fact]
    public async Task Whoever_is_disabled_is_nobody_in_the_pages_that_stay_connected()
    {
        var root = await _accounts.AddAsync("root", AccountRole.Administrator);
        var ada = await _accounts.AddAsync("ada", AccountRole.Editor);
        var next = await WatchAsync("ada");

        await _accounts.Get<AccountAdministration>().DisableAsync(root, ada.AccountId);

        Assert.False((await next).Identity!.IsAuthenticated);
    }

    [Fact]
    public async Task Whoever_gets_another_role_stays_with_that_role()
    {
        var root = await _accounts.AddAsync("root", AccountRole.Administrator);
        var ada = await _accounts.AddAsync("ada", AccountRole.Administrator);
        var next = await WatchAsync("ada");

        await _accounts.Get<AccountAdministration>().GiveRoleAsync(root, ada.AccountId, AccountRole.Editor);

        Assert.True((await next).IsInRole(nameof(AccountRole.Editor)));
        Assert.False((await next).IsInRole(nameof(AccountRole.Administrator)));
    }

    // Signs in, and answers who the page will say they are when that changes.
    private async Task<Task<ClaimsPrincipal>> WatchAsync(string name)
    {
        var session = await _accounts.SignInAsync(name);
        var user = new HurriedUser(_accounts.Get<Sessions>());
        var changed = new TaskCompletionSource<ClaimsPrincipal>(TaskCreationOptions.RunContinuationsAsynchronously);
        user.SetAuthenticationState(
            Task.FromResult(new AuthenticationState(_accounts.Get<Sessions>().Find(Secret.Hash(session!.Secret))!)));
        user.AuthenticationStateChanged += async state => changed.TrySetResult((await state).User);
        return changed.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    private sealed class HurriedUser(Sessions sessions) : LiveUser(sessions, NullLoggerFactory.Instance)
    {
        protected override TimeSpan RevalidationInterval => TimeSpan.FromMilliseconds(20);
    }
}
