using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

public sealed class PasswordSignInTests : IAsyncLifetime
{
    private const string Wrong = "wrong wrong wrong";

    private AccountDatabase _accounts = null!;

    public async Task InitializeAsync()
    {
        _accounts = await AccountDatabase.NewAsync();
        await _accounts.AddAsync("ada", AccountRole.Editor);
    }

    public Task DisposeAsync() => _accounts.DisposeAsync().AsTask();

    [Theory]
    [InlineData("ada")]
    [InlineData(" ADA ")]
    public async Task Right_password_opens_a_session(string name) => Assert.True(_accounts.IsOpen(await _accounts.SignInAsync(name)));

    [Theory]
    [InlineData("ada", Wrong)]
    [InlineData("ada", "")]
    [InlineData("nobody", AccountDatabase.Password)]
    [InlineData("", "")]
    public async Task Anything_else_opens_none(string name, string password) => Assert.Null(await _accounts.SignInAsync(name, password));

    [Fact]
    public async Task Disabled_account_opens_none()
    {
        var admin = await _accounts.AddAsync("root", AccountRole.Administrator);
        await _accounts.Get<AccountAdministration>().DisableAsync(admin, 1);

        Assert.Null(await _accounts.SignInAsync("ada"));
    }

    [Fact]
    public async Task Five_failures_lock_for_fifteen_minutes_and_then_the_rightful_user_gets_in()
    {
        for (var i = 0; i < 5; i++)
            Assert.Null(await _accounts.SignInAsync("ada", Wrong));

        Assert.Null(await _accounts.SignInAsync("ada"));
        _accounts.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Null(await _accounts.SignInAsync("ada"));

        _accounts.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_accounts.IsOpen(await _accounts.SignInAsync("ada")));
        Assert.Single(await _accounts.AuditAsync(), entry => entry.Kind == AuditKind.LockedOut);
    }

    [Fact]
    public async Task Clock_set_back_locks_nobody_for_longer()
    {
        for (var i = 0; i < 5; i++)
            Assert.Null(await _accounts.SignInAsync("ada", Wrong));

        _accounts.Clock.SetBack(TimeSpan.FromDays(40));
        _accounts.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.NotNull(await _accounts.SignInAsync("ada"));
    }

    [Fact]
    public async Task Right_password_forgets_the_failures_before_it()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                Assert.Null(await _accounts.SignInAsync("ada", Wrong));
            Assert.NotNull(await _accounts.SignInAsync("ada"));
        }
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("wrong")]
    [InlineData("locked")]
    [InlineData("disabled")]
    [InlineData("too long")]
    public async Task Every_refusal_takes_one_comparison_from_the_first_on(string why)
    {
        var admin = await _accounts.AddAsync("root", AccountRole.Administrator);
        if (why == "disabled")
            await _accounts.Get<AccountAdministration>().DisableAsync(admin, 1);
        for (var i = 0; why == "locked" && i < 5; i++)
            Assert.Null(await _accounts.SignInAsync("ada", Wrong));
        _accounts.Get<PasswordSignIn>();
        _accounts.Hasher.Forget();

        Assert.Null(why switch
        {
            "unknown" => await _accounts.SignInAsync("nobody"),
            "wrong" => await _accounts.SignInAsync("ada", Wrong),
            "too long" => await _accounts.SignInAsync(new string('a', 10_000), new string('b', 10_000)),
            _ => await _accounts.SignInAsync("ada"),
        });

        Assert.Equal((0, 1), (_accounts.Hasher.Hashed, _accounts.Hasher.Compared));
    }

    [Theory]
    [InlineData("ada", AccountDatabase.Password)]
    [InlineData("ada", Wrong)]
    [InlineData("nobody", Wrong)]
    public async Task Throttled_name_is_refused_before_any_comparison(string name, string password)
    {
        for (var i = 0; i < AttemptLimits.PerName; i++)
            Assert.Null(await _accounts.SignInAsync(name, "", $"192.0.2.{i}"));
        _accounts.Hasher.Forget();

        await Assert.ThrowsAsync<TooManyAttemptsException>(() => _accounts.SignInAsync(name, password));

        Assert.Equal((0, 0), (_accounts.Hasher.Hashed, _accounts.Hasher.Compared));
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("nobody")]
    public async Task A_name_is_throttled_after_as_many_attempts_whether_or_not_it_exists(string name)
    {
        for (var i = 0; i < AttemptLimits.PerName; i++)
            Assert.Null(await _accounts.SignInAsync(name, Wrong, $"192.0.2.{i}"));

        await Assert.ThrowsAsync<TooManyAttemptsException>(() => _accounts.SignInAsync(name, Wrong, "192.0.2.200"));
    }

    [Fact]
    public async Task A_thousand_guesses_from_everywhere_open_nothing_and_few_are_looked_at()
    {
        var looked = 0;
        for (var i = 0; i < 1_000; i++)
            try
            {
                // The right one comes too late to be looked at.
                Assert.Null(await _accounts.SignInAsync("ada", i < 500 ? Wrong : AccountDatabase.Password, $"192.0.{i / 250}.{i % 250}"));
                looked++;
            }
            catch (TooManyAttemptsException)
            {
            }

        Assert.Equal(AttemptLimits.PerName, looked);
        _accounts.Clock.Advance(Account.LockoutTime);
        Assert.True(_accounts.IsOpen(await _accounts.SignInAsync("ada")));
    }

    [Fact]
    public async Task Trail_names_the_account_tried_but_never_what_else_was_typed()
    {
        await _accounts.SignInAsync("ada", Wrong);
        await _accounts.SignInAsync("my secret password", Wrong);
        await _accounts.SignInAsync("ada");

        var entries = await _accounts.AuditAsync();
        Assert.Equal(
            [(AuditKind.SignInFailed, "ada"), (AuditKind.SignInFailed, PasswordSignIn.UnknownName), (AuditKind.SignIn, "ada")],
            entries.Select(entry => (entry.Kind, entry.Subject)));
        Assert.All(entries,
            entry => Assert.DoesNotContain("secret", entry.Subject + entry.Detail + entry.ActorName, StringComparison.Ordinal));
    }
}
