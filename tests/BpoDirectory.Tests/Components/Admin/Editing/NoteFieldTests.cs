using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Data;
using BpoDirectory.Editing.Drafts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class NoteFieldTests : EditingComponentTest
{
    [Fact]
    public async Task Note_typed_just_before_its_tab_is_closed_is_kept()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(Database.Get<NoteDraftStore>()).AddSingleton(TimeProvider.System);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var (ada, archiving) = (Database.Ada, new Intent(EntryType.Department, 1, RevisionAction.Archived));
        var field = Render<NoteField>(parameters => parameters
            .Add(f => f.Type, archiving.EntryType).Add(f => f.EntryId, archiving.EntryId).Add(f => f.Action, archiving.Action)
            .AddCascadingValue(SignedIn(ada)));
        field.WaitForElement("input:enabled").Input("Typed and gone");

        await DisposeComponentsAsync();

        Assert.Equal("Typed and gone", (await Database.Get<NoteDraftStore>().FindAsync(ada, archiving))?.Text);
    }
}
