using BpoDirectory.Accounts;
using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class AlsoEditingTests : EditingComponentTest
{
    [Fact]
    public async Task Whose_connection_is_lost_is_gone_until_it_is_there_again()
    {
        var connection = new CircuitConnection();
        Services.AddSingleton(connection).AddSingleton(Database.Get<EditorPresence>());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var open = await Database.OpenAsync("legal");
        using var ben = Database.Get<EditorPresence>().Enter(Database.Departments.Type, open.Id, Database.Ben);
        await RenderForAsync(Database.Ada, open);
        Assert.Equal(["Ada"], Database.Get<EditorPresence>().OthersThan(ben));

        await connection.OnConnectionDownAsync(null!, CancellationToken.None);
        Assert.Empty(Database.Get<EditorPresence>().OthersThan(ben));

        await connection.OnConnectionUpAsync(null!, CancellationToken.None);
        Assert.Equal(["Ada"], Database.Get<EditorPresence>().OthersThan(ben));
    }

    private async Task RenderForAsync(Actor actor, OpenEntry<DepartmentContent> open)
    {
        var session =
            new EditingSession<DepartmentContent>(Database.Departments, actor, Database.Get<EntryStore>(), Database.Get<DraftStore>());
        await session.OpenAsync(open);
        Render<AlsoEditing>(parameters => parameters.Add(also => also.Session, session).AddCascadingValue(SignedIn(actor)));
    }
}
