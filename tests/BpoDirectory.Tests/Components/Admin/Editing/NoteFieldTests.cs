using System.Security.Claims;
using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Data;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Tests.Editing;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class NoteFieldTests : BunitContext, IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Note_typed_just_before_its_tab_is_closed_is_kept()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(_database.Get<NoteDraftStore>()).AddSingleton(TimeProvider.System);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var (ada, archiving) = (_database.Ada, new Intent(EntryType.Department, 1, RevisionAction.Archived));
        var user = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{ada.AccountId}"), new(ClaimTypes.Name, ada.Name)], "Test"));
        var field = Render<NoteField>(parameters => parameters
            .Add(f => f.Type, archiving.EntryType).Add(f => f.EntryId, archiving.EntryId).Add(f => f.Action, archiving.Action)
            .AddCascadingValue(Task.FromResult(new AuthenticationState(user))));
        field.WaitForElement("input:enabled").Input("Typed and gone");

        await DisposeComponentsAsync();

        Assert.Equal("Typed and gone", (await _database.Get<NoteDraftStore>().FindAsync(ada, archiving))?.Text);
    }
}
