using System.Security.Claims;
using BpoDirectory.Accounts;
using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Tests.Editing;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class AlsoEditingTests : BunitContext, IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Whose_connection_is_lost_is_gone_until_it_is_there_again()
    {
        var connection = new CircuitConnection();
        Services.AddSingleton(connection).AddSingleton(_database.Get<EditorPresence>());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var open = await _database.OpenAsync("legal");
        using var ben = _database.Get<EditorPresence>().Enter(_database.Departments.Type, open.Id, _database.Ben);
        await RenderForAsync(_database.Ada, open);
        Assert.Equal(["Ada"], _database.Get<EditorPresence>().OthersThan(ben));

        await connection.OnConnectionDownAsync(null!, CancellationToken.None);
        Assert.Empty(_database.Get<EditorPresence>().OthersThan(ben));

        await connection.OnConnectionUpAsync(null!, CancellationToken.None);
        Assert.Equal(["Ada"], _database.Get<EditorPresence>().OthersThan(ben));
    }

    private async Task RenderForAsync(Actor actor, OpenEntry<DepartmentContent> open)
    {
        var session = new EditingSession<DepartmentContent>(_database.Departments, actor, _database.Get<EntryStore>(), _database.Get<DraftStore>());
        await session.OpenAsync(open);
        var user = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{actor.AccountId}"), new(ClaimTypes.Name, actor.Name)], "Test"));
        Render<AlsoEditing>(parameters => parameters.Add(also => also.Session, session).AddCascadingValue(Task.FromResult(new AuthenticationState(user))));
    }
}
