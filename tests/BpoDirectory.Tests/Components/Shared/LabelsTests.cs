using BpoDirectory.Accounts;
using BpoDirectory.Components.Shared;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Search;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class LabelsTests
{
    [Fact]
    public void Every_value_has_a_name_of_its_own()
    {
        Assert.Distinct(Enum.GetValues<Office>().Select(OfficeLabels.ToLabel));
        Assert.Distinct(Enum.GetValues<Office>().Select(OfficeLabels.ToExplanation));
        Assert.Distinct(Enum.GetValues<Side>().Select(OfficeLabels.ToLabel));
        Assert.Distinct(Enum.GetValues<MatchField>().Select(Labels.ToLabel));
        Assert.Distinct(Enum.GetValues<DepartmentSort>().Select(Labels.ToLabel));
        Assert.Distinct(Enum.GetValues<AuditKind>().Select(AuditLabels.ToLabel));
    }
}
