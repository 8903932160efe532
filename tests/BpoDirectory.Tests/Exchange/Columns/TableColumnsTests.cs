using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Functions;

namespace BpoDirectory.Tests.Exchange.Columns;

/// <summary>Contents as rows of a table, and rows as contents.</summary>
public sealed class TableColumnsTests
{
    public static TheoryData<string> Texts => [.. OddTexts.All];

    [Fact]
    public void Every_field_has_its_column()
    {
        Assert.Equal(
            [.. DepartmentContent.Fields.Select(field => field.Name), "factSources"], Tables.Departments.All.Select(column => column.Name));
        Assert.Equal(
            [.. BusinessFunctionContent.Fields.Select(field => field.Name), "factSources"],
            Tables.Functions.All.Select(column => column.Name));
    }

    [Fact]
    public void A_header_means_one_column_at_most()
    {
        Assert.All(Tables.Departments.All, column => Assert.Single(Tables.Departments.All, other => other.Answers(column.Name)));
        Assert.All(Tables.Functions.All, column => Assert.Single(Tables.Functions.All, other => other.Answers(column.Name)));
    }

    [Theory]
    [InlineData("Other Names", "aliases")]
    [InlineData(" also_known-as ", "aliases")]
    [InlineData("DEPARTMENT NAME", "name")]
    [InlineData("serviceLines", "serviceLines")]
    [InlineData("service lines", "serviceLines")]
    [InlineData("Part of", "parent")]
    [InlineData("address", null)]
    [InlineData("", null)]
    public void Headers_are_known_by_their_words(string header, string? column) =>
        Assert.Equal(column, Tables.Departments.Find(header)?.Name);

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_department_comes_back_as_it_was_whatever_its_texts(string text)
    {
        var content = Full(text);

        AssertSame(content, RoundTrip(Tables.Departments, content, new DepartmentContent()));
        Assert.Equal(ContentJson.Write(content), ContentJson.Write(RoundTrip(Tables.Departments, content, content)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_function_comes_back_as_it_was_whatever_its_texts(string text)
    {
        var content = new BusinessFunctionContent
        {
            Name = text, Slug = "a-function", Description = text, Note = text, Synonyms = [text, "another"], Situations = [text],
            Owners = [new() { Slug = "legal", Sources = ["S1"] }, new() { Slug = "sales", Reason = text }],
        };

        AssertSame(content, RoundTrip(Tables.Functions, content, new BusinessFunctionContent()));
    }

    [Fact]
    public void Lists_of_plain_texts_stand_on_lines()
    {
        var cells = Write(Tables.Departments, new DepartmentContent
        {
            Aliases = [new() { Name = "HR", Sources = ["S4"] }, new() { Name = "Personnel" }],
            Responsibilities = [new() { Text = "Recruits" }],
            Functions = [new() { Slug = "recruitment", Name = "Recruitment" }], AlwaysOpen = true, ReviewIntervalDays = 90,
            Office = Office.Back,
        });

        Assert.Equal(("HR\nPersonnel", "Recruits", "recruitment"), (Cell("aliases"), Cell("responsibilities"), Cell("functions")));
        Assert.Equal(
            ("yes", "90", "back", """{"aliases":{"HR":["S4"]}}"""),
            (Cell("alwaysOpen"), Cell("reviewIntervalDays"), Cell("office"), Cell("factSources")));

        string Cell(string name) => cells[Tables.Departments.Named(name)!];
    }

    [Fact]
    public void Lists_of_more_are_compact_json_without_what_says_nothing()
    {
        var cells = Write(Tables.Departments, new DepartmentContent
        {
            Channels = [new() { Kind = ChannelKind.Email, Value = "a@example.com" }],
            Responsibilities = [new() { Text = "Recruits", Detail = "Everywhere" }, new() { Text = "Trains" }],
            Functions = [new() { Slug = "recruitment", Name = "Recruitment", Rank = 2 }],
        });

        Assert.Equal("""[{"value":"a@example.com","kind":"email"}]""", cells[Tables.Departments.Named("channels")!]);
        Assert.Equal(
            """[{"text":"Recruits","detail":"Everywhere"},{"text":"Trains"}]""", cells[Tables.Departments.Named("responsibilities")!]);
        Assert.Equal("""[{"slug":"recruitment","rank":2}]""", cells[Tables.Departments.Named("functions")!]);
    }

    [Fact]
    public void A_column_that_is_not_there_leaves_its_field_and_an_empty_cell_clears_it()
    {
        var content = Full("text");

        var read = Read(
            Tables.Departments, content, null, ("summary", ""), ("aliases", " "), ("icon", ""), ("delivery", ""), ("side", ""),
            ("slug", ""));

        Assert.Equal(("", 0, DepartmentIcons.Default), (read.Summary, read.Aliases.Count, read.Icon));
        Assert.Equal((null, Side.Provider, content.Slug), (read.Delivery, read.Side, read.Slug));
        Assert.Equal((content.Name, content.Channels.Count), (read.Name, read.Channels.Count));
    }

    [Fact]
    public void A_text_for_an_item_keeps_what_else_the_item_had_and_an_object_only_the_rank()
    {
        var content = new DepartmentContent
        {
            Responsibilities = [new() { Text = "Recruits", Detail = "Everywhere", Sources = ["S4"] }, new() { Text = "Trains" }],
            Functions = [new() { Slug = "recruitment", Name = "Recruitment", Rank = 3, Reason = "Says S4" }],
        };

        var byText = Read(Tables.Departments, content, null, ("responsibilities", "Trains; recruits; Pays"), ("functions", "recruitment"));
        var byObject =
            Read(Tables.Departments, content, null, ("responsibilities", """[{"text":"Recruits"}]"""),
                ("functions", """[{"slug":"recruitment"}]"""));

        Assert.Equal([("Trains", ""), ("recruits", "Everywhere"), ("Pays", "")], byText.Responsibilities.Select(r => (r.Text, r.Detail)));
        Assert.Equal(
            [content.Responsibilities[1].Key, content.Responsibilities[0].Key], byText.Responsibilities.Take(2).Select(r => r.Key));
        Assert.Equal((3, "Says S4", "Recruitment"), (byText.Functions[0].Rank, byText.Functions[0].Reason, byText.Functions[0].Name));
        Assert.Equal(
            ("", "S4", content.Responsibilities[0].Key),
            (byObject.Responsibilities[0].Detail, byObject.Responsibilities[0].Sources[0], byObject.Responsibilities[0].Key));
        Assert.Equal((3, "", "Recruitment"), (byObject.Functions[0].Rank, byObject.Functions[0].Reason, byObject.Functions[0].Name));
    }

    [Theory]
    [InlineData("office", "Front office", "front")]
    [InlineData("office", "BACK", "back")]
    [InlineData("officeBasis", "Judged by an editor", "judged")]
    [InlineData("delivery", "in-house", "inhouse")]
    [InlineData("side", "Client’s side", "client")]
    public void Words_are_read_as_people_write_them(string column, string cell, string value) =>
        Assert.Equal(
            value, ContentJson.ToNode(Read(Tables.Departments, new DepartmentContent(), null, (column, cell)))[column]!.ToString());

    [Theory]
    [InlineData("office", "middle", "front, back, both, none")]
    [InlineData("alwaysOpen", "perhaps", "yes nor no")]
    [InlineData("reviewIntervalDays", "-3", "whole number")]
    [InlineData("channels", "[{\"kind\":\"pigeon\"}]", "item 1: kind: “pigeon” is not known here. Write one of: email, phone")]
    [InlineData("channels", "[{\"kind\":\"email\",\"colour\":\"red\"}]", "“colour” is not known here")]
    [InlineData("channels", "[{\"kind\":\"email\",\"kind\":\"phone\"}]", "begins like JSON")]
    [InlineData("channels", "[{\"kind\":", "begins like JSON")]
    [InlineData("channels", "[1]", "Write an object with")]
    [InlineData("hours", "Monday to Friday", "Write an object with firstDay, lastDay, opens, closes")]
    [InlineData("functions", "[{\"slug\":\"x\",\"rank\":\"first\"}]", "rank: “first” is no whole number")]
    [InlineData("aliases", "[{\"name\":[\"x\"]}]", "name: Write one value")]
    [InlineData("factSources", "S1", "as in an export")]
    [InlineData("factSources", "{\"aliases\":{\"HR\":\"S1\"}}", "as in an export")]
    [InlineData("factSources", "{\"channels\":{}}", "as in an export")]
    public void A_cell_that_cannot_be_read_says_what_to_do_and_changes_nothing(string column, string cell, string message)
    {
        var problems = new ProblemList();
        var content = Full("text");

        var read = Read(Tables.Departments, content, problems, (column, cell));

        var problem = Assert.Single(problems.All);
        Assert.Equal(column, problem.Field);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(ContentJson.Write(content), ContentJson.Write(read));
    }

    [Fact]
    public void What_somebody_may_not_see_is_not_among_the_values()
    {
        var content = ContentJson.ToNode(Full("text"));
        var seen = Tables.Departments.All.Where(column => column.IsVisibleTo(Audience.Anybody)).ToList();

        Assert.Equal(["people", "clients", "keeper"], Tables.Departments.All.Except(seen).Select(column => column.Name));
        Assert.DoesNotContain(
            "maria", string.Concat(seen.Select(column => TableColumn.ToText(column.ValueOf(content, Audience.Anybody)))),
            StringComparison.Ordinal);
        Assert.Contains(
            "maria", TableColumn.ToText(Tables.Departments.Named("escalation")!.ValueOf(content, Audience.Editors)),
            StringComparison.Ordinal);
    }

    private static DepartmentContent Full(string text) => new()
    {
        Name = text, Slug = "a-department", Summary = text, Description = text, Icon = "gavel", Office = Office.Both,
        OfficeBasis = OfficeBasis.Judged, OfficeReason = text,
        OfficeSources = ["S1", "S4"], Side = Side.Client, Parent = "legal", Successor = "sales", Archived = true, Sources = ["S2"],
        Aliases = [new() { Name = text, Sources = ["S1", "S3"] }, new() { Name = "another" }],
        Responsibilities = [new() { Text = text, Detail = text, Sources = ["S1"] }, new() { Text = "another", Sources = ["S4"] }],
        Channels = [new() { Kind = ChannelKind.Visit, Value = text, Label = text, Note = text, Function = "a-function" },
            new() { Kind = ChannelKind.Visit, Value = text }],
        TimeZone = "Asia/Manila", AlwaysOpen = true, HoursNote = text,
        Hours = [new() { FirstDay = DayOfWeek.Monday, LastDay = DayOfWeek.Friday, Opens = "09:00", Closes = "17:00" },
            new() { FirstDay = DayOfWeek.Sunday, LastDay = DayOfWeek.Sunday, Opens = "10:00", Closes = "12:00" }],
        People = [new() { Person = "maria" }, new() { Person = "maria", Role = PersonRole.Escalation }],
        Escalation = [new() { When = text, Person = "maria", Kind = ChannelKind.Visit, Value = text, Note = text },
            new() { When = "later", Person = "maria" }],
        ServiceLevels = [new() { Measure = text, Target = text, Note = text, Link = "https://example.com" }],
        Links = [new() { Kind = LinkKind.Other, Label = text, Address = "https://example.com/a;b" }],
        Delivery = Delivery.Shared, Partner = "northwind", ContractOwner = text, Clients = ["kestrel-bank"], Tags = [text, "night"],
        Sites = ["bay-tower"], Languages = ["en", "pt-BR"],
        Functions = [new() { Slug = "payroll", Rank = 2, Reason = text, Sources = ["S3"] }, new() { Slug = "recruitment" }],
        ServiceLines = ["human-resources"], OutsourcingTypes = [new() { Slug = "kpo", Reason = text }], Keeper = "ada",
        ReviewIntervalDays = 90,
    };

    private static Dictionary<TableColumn, string> Write<T>(TableColumns<T> columns, T content) where T : EntryContent, new()
    {
        var values = ContentJson.ToNode(content);
        return columns.All.ToDictionary(column => column, column => TableColumn.ToText(column.ValueOf(values, Audience.Editors)));
    }

    private static T RoundTrip<T>(TableColumns<T> columns, T content, T present) where T : EntryContent, new()
    {
        var problems = new ProblemList();
        var read = columns.Read(present, Write(columns, content), problems);
        Assert.Empty(problems.All);
        return read;
    }

    private static DepartmentContent Read(
        TableColumns<DepartmentContent> columns, DepartmentContent present, ProblemList? problems,
        params (string Column, string Cell)[] cells) =>
        columns.Read(present, cells.ToDictionary(cell => columns.Named(cell.Column)!, cell => cell.Cell), problems ?? new ProblemList());

    // All but the keys of new items.
    private static void AssertSame<T>(T expected, T actual)
        where T : EntryContent, new() => Assert.Equal(WithoutKeys(expected), WithoutKeys(actual));

    private static string WithoutKeys<T>(T content) where T : EntryContent, new()
    {
        var values = ContentJson.ToNode(content);
        foreach (var item in values.Select(field => field.Value).OfType<JsonArray>().SelectMany(items => items.OfType<JsonObject>()))
            item.Remove("key");
        return values.ToJsonString();
    }
}
