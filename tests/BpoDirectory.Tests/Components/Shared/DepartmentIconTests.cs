using BpoDirectory.Components.Shared;
using BpoDirectory.Data;
using Bunit;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class DepartmentIconTests : BunitContext
{
    public static TheoryData<string> Names => [.. DepartmentIcons.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_icon_has_a_drawing_that_screen_readers_skip(string name)
    {
        var drawing = Render<DepartmentIcon>(parameters => parameters.Add(c => c.Name, name)).Find("svg");

        Assert.Equal("true", drawing.GetAttribute("aria-hidden"));
        Assert.NotEmpty(drawing.QuerySelectorAll("path, rect, circle, polygon"));
        Assert.DoesNotContain("fill=\"none\"", drawing.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_icons_look_or_are_called_alike()
    {
        Assert.InRange(DepartmentIcons.Names.Count, 40, 64);
        Assert.Equal(DepartmentIcons.Names.Count, DepartmentIcons.Names.Select(DepartmentIconDrawings.Find).Distinct().Count());
        Assert.Equal(DepartmentIcons.Names.Count, DepartmentIcons.Names.Select(DepartmentIcons.ToLabel).Distinct().Count());
    }

    [Fact]
    public void An_icon_that_there_is_no_more_is_drawn_as_the_usual_one() =>
        Assert.Equal(DepartmentIconDrawings.Find(DepartmentIcons.Default), DepartmentIconDrawings.Find("rocket"));

    [Theory]
    [InlineData(Office.Front, "front")]
    [InlineData(Office.Both, "both")]
    [InlineData(null, null)]
    public void Tints_are_those_of_the_office(Office? office, string? expected) =>
        Assert.Equal(
            expected is null ? ["department-icon"] : ["department-icon", expected],
            Render<DepartmentIcon>(parameters => parameters.Add(c => c.Name, "mail").Add(c => c.Office, office)).Find("span").ClassList);
}
