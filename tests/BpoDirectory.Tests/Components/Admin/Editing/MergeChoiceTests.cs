using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Merge;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class MergeChoiceTests(CatalogDatabase database) : BunitContext, IClassFixture<CatalogDatabase>
{
    [Fact]
    public void What_overlaps_is_shown_in_names_and_chosen_as_it_is_kept()
    {
        Services.AddSingleton(database.Get<ContentNames>());
        JsonNode? chosen = null;
        var parent = database.Get<DepartmentEditing>().Fields.Single(field => field.Name == "parent");

        var choice = Render<MergeChoice>(parameters => parameters
            .Add(c => c.Conflict, new MergeConflict(parent, null, IsOrder: false, "legal", "customer-service", "human-resources"))
            .Add(c => c.Session, new EditingSession<DepartmentContent>(
                database.Get<DepartmentEditing>(), new Actor(1, "Ada"), database.Get<EntryStore>(), database.Get<DraftStore>()))
            .Add(c => c.OnChosen, EventCallback.Factory.Create<JsonNode?>(this, value => chosen = value)));

        choice.WaitForAssertion(
            () => Assert.Contains("Customer Service", choice.FindAll(".side")[1].TextContent, StringComparison.Ordinal));
        Assert.Contains("Human Resources", choice.FindAll(".side")[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("Legal", choice.Find(".side .quiet").TextContent);
        choice.FindAll("input[type=radio]")[1].Change(true);
        Assert.Equal("customer-service", chosen?.ToString());
        Assert.Contains("Decided: yours", choice.Find(".result").TextContent, StringComparison.Ordinal);
    }
}
