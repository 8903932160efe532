using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentChannelsTests : IAsyncLifetime
{
    private const string Payroll = "payroll-processing";

    private readonly EditingDatabase _database = new();

    private IEnumerable<(string Text, string? Function)> Shown =>
        _database.Get<DepartmentReader>()
            .Find("finance-and-accounting")!.Channels.Select(channel => (channel.Text, channel.Function?.Slug));

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.EditAsync("finance-and-accounting", content => content.Channels =
        [
            new ChannelContent { Kind = ChannelKind.Email, Value = "payroll@example.com", Function = Payroll },
            new ChannelContent { Kind = ChannelKind.Phone, Value = "+63(2)81234567" },
        ]);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public void Channels_are_shown_in_order_as_people_write_them() =>
        Assert.Equal([("payroll@example.com", Payroll), ("+63 2 8123 4567", null)], Shown);

    [Fact]
    public async Task Channel_for_a_function_is_not_shown_while_the_department_does_not_own_it()
    {
        await _database.Get<WriteGate>().WriteAsync(db => db.FunctionOwners
            .Where(owner => owner.Department.Slug == "finance-and-accounting" && owner.BusinessFunction.Slug == Payroll)
            .ExecuteDeleteAsync());

        Assert.Equal([("+63 2 8123 4567", null)], Shown);
    }

    [Fact]
    public async Task Department_that_owns_a_function_no_more_keeps_its_channel_for_when_it_does_again()
    {
        OwnedFunctionContent? payroll = null;
        await _database.EditAsync("finance-and-accounting", content =>
        {
            payroll = content.Functions.Single(function => function.Slug == Payroll);
            content.Functions.Remove(payroll);
        });
        Assert.Equal([("+63 2 8123 4567", null)], Shown);

        await _database.EditAsync("finance-and-accounting", content => content.Functions.Add(payroll!));

        Assert.Equal([("payroll@example.com", Payroll), ("+63 2 8123 4567", null)], Shown);
    }

    [Fact]
    public async Task Channel_follows_its_function_to_another_address()
    {
        var before = (await _database.OpenAsync("finance-and-accounting")).Content;
        var functions = new BusinessFunctionEditing();
        var payroll = await _database.OpenAsync(functions, Payroll);
        payroll.Content.Slug = "paying-people";
        await _database.Get<EntryStore>()
            .SaveAsync(functions, _database.Ada, new EntrySave<BusinessFunctionContent>(payroll.Id, payroll.Version, payroll.Content));

        var outcome =
            await _database.EditAsync(
                "finance-and-accounting", content => content.Channels = [.. before.Channels.AsEnumerable().Reverse()]);

        Assert.Empty(outcome.Problems);
        Assert.Equal([("+63 2 8123 4567", null), ("payroll@example.com", "paying-people")], Shown);
    }
}
