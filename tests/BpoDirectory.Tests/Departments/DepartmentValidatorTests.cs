using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Tests.Editing;

namespace BpoDirectory.Tests.Departments;

public sealed class DepartmentValidatorTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    public static TheoryData<string, Action<DepartmentContent>> Broken => new()
    {
        { "name", content => content.Name = " " },
        { "name", content => content.Name = new string('x', Rules.NameLength + 1) },
        { "slug", content => content.Slug = "Not a slug" },
        { "summary", content => content.Summary = "" },
        { "description", content => content.Description = new string('x', Rules.MarkdownLength + 1) },
        { "icon", content => content.Icon = "rocket" },
        { "icon", content => content.Icon = "" },
        { "office", content => content.Office = null },
        { "officeBasis", content => content.OfficeBasis = null },
        { "officeReason", content => content.OfficeReason = "" },
        { "aliases[0].name", content => content.Aliases[0].Name = "" },
        { "aliases[1].name", content => content.Aliases = [new AliasContent { Name = "Twice" }, new AliasContent { Name = " twice" }] },
        { "aliases[0].name", content => content.Aliases[0].Name = " customer SERVICE" },
        { "name", content => content.Name = "\u3164" },
        { "name", content => content.Name = "LEGAL\u00AD" },
        { "name", content => content.Name = "\u200ELe\u034Fgal" },
        { "aliases[0].name", content => content.Aliases[0].Name = "Customer\u00A0\u00A0Service" },
        { "aliases[0].name", content => content.Aliases[0].Name = "\u115F" },
        { "responsibilities[2].text", content => content.Responsibilities[2].Text = "" },
        { "responsibilities[1].text", content => content.Responsibilities[1].Text = content.Responsibilities[0].Text.ToUpperInvariant() },
        { "responsibilities[0].detail", content => content.Responsibilities[0].Detail = new string('x', Rules.SentenceLength + 1) },
        { "channels[0].kind", content => content.Channels = [new ChannelContent { Value = "care@example.com" }] },
        { "channels[0].value", content => content.Channels = [new ChannelContent { Kind = ChannelKind.Email, Value = "care" }] },
        { "channels[1].value", content => content.Channels = [Phone("+63 2 8123 4567"), Phone("+63(2)81234567")] },
        { "channels[0].label", content => content.Channels = [Phone("+63 2 8123 4567", new string('x', Rules.NameLength + 1))] },
        { "channels",
            content => content.Channels =
                [new ChannelContent { Kind = ChannelKind.Visit, Value = "Room 1", Function = "no-such-function" }] },
        { "timeZone", content => content.HoursNote = "By appointment" },
        { "timeZone", content => content.TimeZone = "Asia/Atlantis" },
        { "timeZone", content => content.AlwaysOpen = true },
        { "timeZone", content => content.Hours = [Hours(DayOfWeek.Monday, DayOfWeek.Friday, "09:00", "17:00")] },
        { "hours[0].opens", content => SetHours(content, Hours(DayOfWeek.Monday, DayOfWeek.Friday, "9 am", "17:00")) },
        { "hours[0].closes", content => SetHours(content, Hours(DayOfWeek.Monday, DayOfWeek.Friday, "09:00", "25:00")) },
        { "hours[0].lastDay", content => SetHours(content, Hours(DayOfWeek.Monday, null, "09:00", "17:00")) },
        { "hours[1].opens",
            content => SetHours(content, Hours(DayOfWeek.Monday, DayOfWeek.Friday, "09:00", "17:00"),
                Hours(DayOfWeek.Friday, DayOfWeek.Monday, "16:59", "20:00")) },
        { "hours[1].opens",
            content => SetHours(content, Hours(DayOfWeek.Saturday, DayOfWeek.Saturday, "22:00", "06:00"),
                Hours(DayOfWeek.Sunday, DayOfWeek.Sunday, "05:00", "08:00")) },
        { "functions[0].rank", content => content.Functions[0].Rank = 0 },
        { "functions", content => content.Functions[0].Slug = "no-such-function" },
        { "serviceLines", content => content.ServiceLines = ["no-such-line"] },
        { "sites", content => content.Sites = ["no-such-site"] },
        { "languages[1]", content => content.Languages = ["en", "klingonese"] },
        { "sources", content => content.Sources = ["S99"] },
        { "outsourcingTypes[0].reason", content => content.OutsourcingTypes = [new NearTypeContent { Slug = "kpo" }] },
        { "parent", content => content.Parent = "nowhere" },
        { "parent", content => content.Parent = "customer-service" },
        { "successor", content => content.Successor = "customer-service" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Broken_rule_is_told_beside_its_field_and_nothing_is_saved(string field, Action<DepartmentContent> change)
    {
        var before = await _database.OpenAsync("customer-service");

        var outcome = await _database.EditAsync("customer-service", change);

        Assert.Contains(field, outcome.Problems.Select(problem => problem.Field));
        Assert.Equal(ContentJson.Write(before), ContentJson.Write(await _database.OpenAsync("customer-service")));
    }

    [Fact]
    public async Task Nothing_is_asked_about_an_office_before_one_is_chosen()
    {
        var fresh = new DepartmentContent { Name = "Bridges", Slug = "bridges", Summary = "Builds." };

        Assert.Equal((null, null), (fresh.Office, fresh.OfficeBasis));
        Assert.Equal(
            ["office"], (await _database.Get<EntryStore>().CheckAsync(_database.Departments, 0, fresh)).Select(problem => problem.Field));
    }

    [Theory]
    [InlineData("ÉCOLE")]
    [InlineData("école ")]
    [InlineData("überblick")]
    public async Task Name_of_another_is_known_in_either_case_of_any_letter(string name)
    {
        await _database.EditAsync(
            "legal", content => (content.Name, content.Aliases) = ("École", [new AliasContent { Name = "Überblick" }]));

        var outcome = await _database.EditAsync("sales", content => content.Name = name);

        Assert.Equal(("name", "legal"), (Assert.Single(outcome.Problems).Field, outcome.Problems[0].Other!.Slug));
    }

    [Fact]
    public async Task All_broken_rules_are_told_at_once()
    {
        var outcome =
            await _database.EditAsync("customer-service", content => (content.Name, content.Summary, content.Slug) = ("", "", ""));

        Assert.Equal(["name", "slug", "summary"], outcome.Problems.Select(problem => problem.Field));
    }

    [Theory]
    [InlineData("Human Resources")]
    [InlineData("human resources ")]
    [InlineData("HR")]
    public async Task Name_of_another_department_points_there(string name)
    {
        var outcome = await _database.EditAsync("customer-service", content => content.Aliases.Insert(0, new AliasContent { Name = name }));

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("aliases[0].name", "human-resources"), (problem.Field, problem.Other?.Slug));
    }

    [Fact]
    public async Task Former_address_of_another_department_points_there()
    {
        await _database.EditAsync("human-resources", content => content.Slug = "people");

        var outcome = await _database.EditAsync("customer-service", content => content.Slug = "human-resources");

        Assert.Equal(("slug", "people"), (Assert.Single(outcome.Problems).Field, outcome.Problems[0].Other?.Slug));
    }

    [Fact]
    public async Task Departments_cannot_be_parts_of_each_other()
    {
        await _database.EditAsync("human-resources", content => content.Parent = "customer-service");

        var outcome = await _database.EditAsync("customer-service", content => content.Parent = "human-resources");

        Assert.Equal(
            "Customer Service cannot be a part of Human Resources, which is a part of Customer Service.",
            Assert.Single(outcome.Problems).Message);
    }

    [Theory]
    [InlineData("customer-service")]
    [InlineData("Customer-Service")]
    public async Task Department_cannot_be_a_part_of_itself(string parent)
    {
        var outcome = await _database.EditAsync("customer-service", content => content.Parent = parent);

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("parent", "A department cannot be a part of itself."), (problem.Field, problem.Message));
    }

    [Fact]
    public async Task Hours_that_only_meet_are_right()
    {
        var outcome = await _database.EditAsync(
            "customer-service",
            content => SetHours(
                content, Hours(DayOfWeek.Monday, DayOfWeek.Sunday, "22:00", "06:00"),
                Hours(DayOfWeek.Monday, DayOfWeek.Sunday, "06:00", "22:00")));

        Assert.Empty(outcome.Problems);
    }

    private static void SetHours(DepartmentContent content, params List<HoursContent> hours) =>
        (content.TimeZone, content.Hours) = ("Asia/Manila", hours);

    private static HoursContent Hours(DayOfWeek? first, DayOfWeek? last, string opens, string closes) =>
        new() { FirstDay = first, LastDay = last, Opens = opens, Closes = closes };

    private static ChannelContent Phone(string number, string label = "") => new()
    {
        Kind = ChannelKind.Phone, Value = number, Label = label,
    };
}
