using BpoDirectory.Data;
using BpoDirectory.Departments;

namespace BpoDirectory.Tests.Data;

public sealed class EnumNamesTests
{
    [Theory]
    [InlineData("overdue")]
    [InlineData("Overdue")]
    [InlineData("OVERDUE")]
    public void Value_is_found_by_its_name_in_any_case(string name) =>
        Assert.Equal(DepartmentState.Overdue, EnumNames.Find<DepartmentState>(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData(" overdue")]
    [InlineData("overdue,")]
    [InlineData("inUse, overdue")]
    [InlineData("late")]
    public void What_is_not_one_name_is_none(string? name) => Assert.Null(EnumNames.Find<DepartmentState>(name));

    [Fact]
    public void Names_are_told_in_camel_case_and_in_their_order()
    {
        Assert.Equal(["front", "back", "both", "none"], EnumNames.Of(typeof(Office)));
        Assert.Equal("neverReviewed", EnumNames.Of(DepartmentState.NeverReviewed));
    }
}
