using BpoDirectory.Data;

namespace BpoDirectory.Tests.Data;

public sealed class DepartmentTests
{
    private static readonly DateTime FirstDay = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void New_department_is_version_1_and_shown()
    {
        var department = new Department("legal", " Legal ", " Handles legal matters. ");

        Assert.Equal(("legal", "Legal", "Handles legal matters."), (department.Slug, department.Name, department.Summary));
        Assert.Equal(1, department.Version);
        Assert.False(department.IsArchived);
        Assert.Null(department.Parent);
    }

    [Theory]
    [InlineData("legal", "", "A summary.", "Enter a department name.")]
    [InlineData("legal", "Legal", " ", "Enter a summary.")]
    [InlineData("Legal", "Legal", "A summary.", "“Legal” cannot be part of an address")]
    public void New_department_needs_a_name_a_summary_and_a_slug(string slug, string name, string summary, string message)
    {
        var error = Assert.Throws<DirectoryRuleException>(() => new Department(slug, name, summary));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_may_have_100_characters_and_summary_500()
    {
        var longest = new Department("a", new string('n', Rules.NameLength), new string('s', Rules.SentenceLength));

        Assert.Equal((100, 500), (longest.Name.Length, longest.Summary.Length));
        Assert.Throws<DirectoryRuleException>(() => new Department("a", new string('n', 101), "s"));
        Assert.Throws<DirectoryRuleException>(() => new Department("a", "n", new string('s', 501)));
    }

    [Fact]
    public void Describe_replaces_summary_and_description()
    {
        var department = Legal();

        department.Describe("Looks after contracts.", "It **drafts** contracts.\n");

        Assert.Equal(("Looks after contracts.", "It **drafts** contracts."), (department.Summary, department.Description));
    }

    [Fact]
    public void Description_may_be_empty_and_has_20000_characters_at_most()
    {
        var department = Legal();

        department.Describe("A summary.", "  ");
        Assert.Equal("", department.Description);
        department.Describe("A summary.", new string('d', 20_000));
        Assert.Equal(20_000, department.Description.Length);
        var error = Assert.Throws<DirectoryRuleException>(() => department.Describe("A summary.", new string('d', 20_001)));
        Assert.Equal("Shorten the description to 20000 characters; it has 20001.", error.Message);
    }

    [Fact]
    public void SetOffice_states_office_basis_reason_and_side()
    {
        var department = Legal();

        department.SetOffice(Office.Back, OfficeBasis.Judged, " It does not talk to customers. ", Side.Provider);

        Assert.Equal(
            (Office.Back, OfficeBasis.Judged, "It does not talk to customers.", Side.Provider),
            (department.Office, department.OfficeBasis, department.OfficeReason, department.Side));
    }

    [Fact]
    public void Office_without_a_reason_is_refused_and_changes_nothing()
    {
        var department = Legal();
        department.SetOffice(Office.Back, OfficeBasis.Judged, "A reason.", Side.Provider);

        var error = Assert.Throws<DirectoryRuleException>(() => department.SetOffice(Office.Front, OfficeBasis.Stated, "", Side.Client));

        Assert.Equal("Enter a reason for the office.", error.Message);
        Assert.Equal((Office.Back, OfficeBasis.Judged, Side.Provider), (department.Office, department.OfficeBasis, department.Side));
    }

    [Fact]
    public void New_department_has_the_usual_icon() => Assert.Equal(DepartmentIcons.Default, Legal().Icon);

    [Fact]
    public void SetIcon_takes_an_icon_of_the_list()
    {
        var department = Legal();

        department.SetIcon("gavel");

        Assert.Equal("gavel", department.Icon);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rocket")]
    [InlineData("Gavel")]
    public void Icon_that_is_not_in_the_list_is_refused_and_changes_nothing(string icon)
    {
        var department = Legal();

        var error = Assert.Throws<DirectoryRuleException>(() => department.SetIcon(icon));

        Assert.Equal(($"There is no icon “{icon}”: choose one of the list.", DepartmentIcons.Default), (error.Message, department.Icon));
    }

    [Fact]
    public void Rename_gives_a_name_and_a_slug()
    {
        var department = Legal();

        department.Rename(" Legal Affairs ", "legal-affairs");

        Assert.Equal(("Legal Affairs", "legal-affairs"), (department.Name, department.Slug));
    }

    [Theory]
    [InlineData("", "law")]
    [InlineData("Law", "Not A Slug")]
    public void Refused_rename_changes_nothing(string name, string slug)
    {
        var department = Legal();

        Assert.Throws<DirectoryRuleException>(() => department.Rename(name, slug));

        Assert.Equal(("Legal", "legal"), (department.Name, department.Slug));
    }

    [Fact]
    public void MoveUnder_makes_a_department_a_part_of_another_and_of_none_again()
    {
        var (parent, child) = (Legal(), new Department("contracts", "Contracts", "Handles contracts."));

        child.MoveUnder(parent);
        Assert.Same(parent, child.Parent);

        child.MoveUnder(null);
        Assert.Null(child.Parent);
        Assert.Null(child.ParentId);
    }

    [Fact]
    public void MoveUnder_refuses_the_department_itself()
    {
        var department = Legal();

        Assert.Throws<DirectoryRuleException>(() => department.MoveUnder(department));
        Assert.Null(department.Parent);
    }

    [Fact]
    public void MoveUnder_refuses_every_cycle_and_names_both_departments()
    {
        var (top, middle, bottom) = (Legal(), new Department("contracts", "Contracts", "c"), new Department("leases", "Leases", "l"));
        middle.MoveUnder(top);
        bottom.MoveUnder(middle);

        var error = Assert.Throws<DirectoryRuleException>(() => top.MoveUnder(bottom));

        Assert.Equal("Legal cannot be a part of Leases, which is a part of Legal.", error.Message);
        Assert.Null(top.Parent);
        Assert.Throws<DirectoryRuleException>(() => top.MoveUnder(middle));
        Assert.Equal(
            "A department cannot be a part of itself.", Assert.Throws<DirectoryRuleException>(() => top.MoveUnder(top)).Message);
        bottom.MoveUnder(top);
        Assert.Same(top, bottom.Parent);
    }

    [Fact]
    public void Touch_dates_the_first_version_and_counts_the_later_ones()
    {
        var department = Legal();

        department.Touch(FirstDay);
        Assert.Equal((1, FirstDay), (department.Version, department.UpdatedAt));

        department.Touch(FirstDay.AddDays(1));
        department.Touch(FirstDay.AddDays(2));
        Assert.Equal((3, FirstDay.AddDays(2)), (department.Version, department.UpdatedAt));
    }

    [Fact]
    public void Archive_and_restore_undo_each_other()
    {
        var department = Legal();

        department.Archive();
        Assert.True(department.IsArchived);
        department.Restore();
        Assert.False(department.IsArchived);
    }

    private static Department Legal() => new("legal", "Legal", "Handles legal matters.");
}
